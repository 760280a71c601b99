import * as z from 'zod';
import { named } from '../grammar/slots.ts';
import { amountWord } from '../grammar/word.ts';

/** What an allowance has paid the person until the date of a claim, whatever the year: `{paid: settling-in}`. */
export const paid = amountWord({
  key: 'paid',
  slots: { paid: named('allowances', z.string()) },
  only: 'claims',
  compile({ paid: allowance }) {
    return {
      facts: [],
      readings: [],
      parameters: [],
      exceeds: true,
      evaluate(row) {
        if (!row.claim) throw new Error(`what ${allowance} has paid is known in a claim alone`);
        return row.claim.paidFen(allowance);
      },
    };
  },
});
