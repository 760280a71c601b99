import { parsePercent } from '../../money/fen.ts';
import { type LevelKind, levelKind, type SourceNode } from '../../words/funding.ts';
import type { Step } from '../reading/fault.ts';
import type { Check, CheckContext } from './check.ts';

const WHOLE = 1_000_000;

/**
 * On each level that divides what it has to bear, every source but the last has a share, or every one but the last a standard; what is left
 * always goes to somebody. Shares that are known come to 100 together where all have one, otherwise to no more.
 */
export const checkFunding: Check = (context) => {
  for (const [id, { funding }] of Object.entries(context.document.allowances)) {
    if (!funding) continue;
    const at = ['allowances', id, 'funding'];
    if (levelKind(funding) !== 'named') checkLevel(context, funding, at, 'standards');
  }
};

/** @param above how the level above divides; a standard is of a person, so it cannot stand below shares, which split the sum of all */
function checkLevel(context: CheckContext, sources: readonly SourceNode[], at: readonly Step[], above: LevelKind): void {
  const { report } = context;
  const kind = levelKind(sources);
  const last = sources.length - 1;
  for (const [index, { share, upTo, split }] of sources.entries()) {
    const place = [...at, index];
    if (share !== undefined && kind === 'standards') report([...place, 'share'], 'share-beside-standard');
    else if (upTo && above === 'shares') report([...place, 'upTo'], 'standard-below-share');
    else if (upTo && index === last) report([...place, 'upTo'], 'rest-without-source');
    else if (share === undefined && !upTo && index < last) report(place, 'shares-incomplete');
    if (upTo?.spread) checkSpread(context, upTo.parameter, [...place, 'upTo', 'parameter']);
    if (split) checkLevel(context, split, [...place, 'split'], kind);
  }
  if (kind === 'shares') checkShares(context, sources, at);
}

/** What counts by month is a standard of the year. */
function checkSpread({ parameters, tables, report }: CheckContext, parameter: string, path: readonly Step[]): void {
  const found = tables.has(parameter) ? [...parameters.values()].find(({ table }) => table === parameter) : parameters.get(parameter);
  if (found?.period && found.period !== 'year') report(path, 'wrong-period', { parameter, period: found.period, needed: 'year' });
}

/** Shares of tables are compared cell by cell where all tables of the level are laid out by the same facts. */
function checkShares({ parameters, report }: CheckContext, sources: readonly SourceNode[], at: readonly Step[]): void {
  const tables = sources.flatMap(({ by }) => (by ? [by.join()] : []));
  if (new Set(tables).size > 1) return;
  const of = (share: string) => [...parameters.values()].filter(({ table }) => table === share);
  const table = sources.find(({ by }) => by)?.share;
  const cells = table === undefined ? [''] : of(table).map(({ key }) => key.slice(table.length));
  for (const cell of cells) {
    const known = sources.flatMap(({ share, by }) => {
      const parameter = share === undefined ? undefined : parameters.get(by ? share + cell : share);
      return parameter?.unit === 'percent' && typeof parameter.figure === 'string' ? [parsePercent(parameter.figure) ?? 0] : [];
    });
    const sum = known.reduce((total, share) => total + share, 0);
    if (known.length === sources.length ? sum === WHOLE : sum <= WHOLE) continue;
    report(at, 'shares-not-whole', { sum: String(sum / 10_000) });
    return;
  }
}
