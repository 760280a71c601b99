import { parsePercent } from '../../money/fen.ts';
import type { Check } from './check.ts';

const WHOLE = 1_000_000;

/** Where one source of an item has a share, all have; shares that are known come to 100 together, or to no more while another is not. */
export const checkFunding: Check = ({ document, parameters, report }) => {
  for (const [id, { funding = [] }] of Object.entries(document.allowances)) {
    const at = ['allowances', id, 'funding'];
    const shares = funding.flatMap(({ share }) => (share === undefined ? [] : [share]));
    if (shares.length === 0) continue;
    if (shares.length < funding.length) report(at, 'shares-incomplete');
    const known = shares.flatMap((share) => {
      const parameter = parameters.get(share);
      return parameter?.unit === 'percent' && typeof parameter.figure === 'string' ? [parsePercent(parameter.figure) ?? 0] : [];
    });
    const sum = known.reduce((total, share) => total + share, 0);
    if (known.length > 0 && known.length === funding.length ? sum !== WHOLE : sum > WHOLE)
      report(at, 'shares-not-whole', { sum: String(sum / 10_000) });
  }
};
