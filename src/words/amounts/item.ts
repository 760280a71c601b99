import * as z from 'zod';
import { named, oneOf, optional } from '../grammar/slots.ts';
import { amountWord, NOT_KNOWN } from '../grammar/word.ts';

/**
 * What another allowance pays the person: `{allowance: backbone}` in the month, `{allowance: backbone, of: year}` in the whole year. It counts
 * as it is paid in the end, after conditions, months, stacking and caps; where that allowance is declined it is 0, and where something is
 * missing for it, the same is missing here.
 */
export const item = amountWord({
  key: 'allowance',
  slots: { allowance: named('allowances', z.string()), of: optional(oneOf('year')) },
  only: 'allowances',
  compile({ allowance, of: period }) {
    const of = period ?? 'month';
    return {
      facts: [],
      readings: [],
      parameters: [],
      items: [{ allowance, of }],
      // twelve of the largest amounts of a month
      exceeds: period === 'year',
      evaluate({ items }, found) {
        const paid = items?.get(allowance)?.[of];
        if (!paid) throw new Error(`what ${allowance} pays is not settled yet`);
        if (paid.lacks.length === 0) return paid.fen;
        found.push(...paid.lacks);
        return NOT_KNOWN;
      },
    };
  },
});
