import type { MonthSet } from '../../calendar/month-set.ts';
import type { Judged } from './judge.ts';
import { type Group, groupByWindow, type Window } from './window.ts';

/** The maximum bits of a table of rates, so that its amounts and missing inputs stay in the nearest cache. */
export const RATE_BITS = 12;

/** Allowances that pay the same payee in the same months by facts of few values alone: one look gives what they come to together. */
export interface RateTable extends Window {
  /** The months in which they can pay. */
  readonly set: MonthSet;
  readonly toTeacher: boolean;
  /** By key: fen a month. */
  readonly rateFen: Float64Array;
  /** By key: what is missing, as bits of the places in `Tables.missingInputs`. */
  readonly missingBits: Int32Array;
  /** Each of them, with its own rates. */
  readonly members: readonly Judged[];
}

/** Puts allowances that pay every month together. */
export function rateTables(regular: readonly Judged[]): RateTable[] {
  const kindOf = ({ allowance: { months, node } }: Judged) => `${months.set} ${node.payee}`;
  const kinds = [...new Set(regular.map(kindOf))];
  return kinds.flatMap((kind) => {
    const alike = regular.filter((one) => kindOf(one) === kind);
    return groupByWindow(alike, RATE_BITS, alike.length).map(rateTable);
  });
}

function rateTable({ shift, mask, members }: Group<Judged>): RateTable {
  const [{ allowance }] = members as [Judged];
  const rateFen = new Float64Array(mask + 1);
  const missingBits = new Int32Array(mask + 1);
  for (const one of members) {
    const by = one.shift - shift;
    for (let key = 0; key <= mask; key++) {
      const own = (key >>> by) & one.mask;
      rateFen[key] = (rateFen[key] as number) + (one.rateFen[own] as number);
      missingBits[key] = (missingBits[key] as number) | (one.missingBits[own] as number);
    }
  }
  return { shift, mask, set: allowance.months.set, toTeacher: allowance.node.payee === 'teacher', rateFen, missingBits, members };
}
