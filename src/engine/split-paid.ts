import { listMonths, type MonthSet, monthsBetween } from '../calendar/month-set.ts';
import { asFen } from '../money/fen.ts';
import { type Spread, spreadSum } from '../words/timing/spread.ts';
import type { PaidStretch } from './item.ts';

/**
 * A paid stretch as several, wherever what is paid changes from one paid month to the next.
 *
 * @param mark what else is to be said of a part that pays another amount than before
 */
export function splitPaid(
  paidStretch: PaidStretch,
  fenOf: (month: number) => number,
  mark: (part: PaidStretch) => PaidStretch,
): PaidStretch[] {
  const parts: PaidStretch[] = [];
  let start = paidStretch.stretch.start;
  let fen: number | null = null;
  const close = (end: number, paid: number) => {
    const part = partOf(paidStretch, start, end, paid);
    parts.push(paid === paidStretch.rateFen ? part : mark(part));
  };
  for (const month of listMonths(paidStretch.paid)) {
    if (fen !== null && fenOf(month) !== fen) {
      close(month, fen);
      start = month;
    }
    fen = fenOf(month);
  }
  close(paidStretch.stretch.end, fen ?? paidStretch.rateFen);
  return parts;
}

function partOf({ stretch, paid, notes }: PaidStretch, start: number, end: number, fen: number): PaidStretch {
  const within: MonthSet = monthsBetween(start, end);
  return { stretch: { ...stretch, start, end, months: stretch.months & within }, paid: paid & within, rateFen: asFen(fen), notes };
}

/** The paid stretches of a spread year: the last paid month takes what the others leave of the sum. */
export function settleSpread(spread: Spread, paidStretches: readonly PaidStretch[]): PaidStretch[] {
  const paid = paidStretches.flatMap((one) => listMonths(one.paid).map((month) => ({ month, one })));
  const last = paid.at(-1);
  if (!last) return [...paidStretches];
  const sum = spreadSum(
    spread,
    paid.map(({ one, month }) => ({ ...one.stretch, start: month })),
  );
  const others = paid.slice(0, -1).reduce((fen, { one }) => fen + one.rateFen, 0);
  return paidStretches.flatMap((one) =>
    one === last.one
      ? splitPaid(
          one,
          (month) => (month === last.month ? sum - others : one.rateFen),
          (part) => part,
        )
      : [one],
  );
}
