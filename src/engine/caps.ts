import { ALL_MONTHS, listMonths } from '../calendar/month-set.ts';
import { type FactRow, type MissingInput, NOT_KNOWN } from '../words/grammar/word.ts';
import type { Cap } from './groups.ts';
import { amountOf, type Item, type MissingInMonths, type PaidStretch } from './item.ts';
import { MissingInputs, missingOf } from './missing-inputs.ts';
import { splitPaid } from './split-paid.ts';

/**
 * Applies caps: month by month the members are paid in order until the limit is reached. Groups are applied one after the other, each to
 * the result of the one before.
 *
 * @param items of one version, in the order of its allowances
 */
export function applyCaps(items: readonly Item[], caps: readonly Cap[]): readonly Item[] {
  if (caps.length === 0) return items;
  const months = items.map(monthsOf);
  const missingInputs = items.map(() => new MissingInputs());
  for (const cap of caps) {
    const remaining = new RemainingCap(cap);
    const open: MissingInput[] = [];
    for (let month = 0; month < 12; month++) {
      for (const member of cap.members) {
        const paid = months[member]?.[month];
        if (!paid) continue;
        // Once an input that is missing in an earlier month is known, more or less of the limit of the year may remain.
        if (paid.fen > 0 && paid.isCounted) missingInputs[member]?.add(open, 1 << month);
        paid.fen = remaining.take({ facts: paid.paidStretch.stretch.facts, start: month }, paid.fen);
      }
      if (cap.period === 'year') for (const member of cap.members) open.push(...missingIn(items[member] as Item, month));
    }
  }
  return items.map((item, at) => withMissing(cutTo(item, months[at] as Paid[]), (missingInputs[at] as MissingInputs).within(ALL_MONTHS)));
}

function missingIn({ missing, missingElsewhere }: Item, month: number): MissingInput[] {
  return [...missing, ...missingElsewhere].flatMap(({ input, months }) => (months & (1 << month) ? [input] : []));
}

/** Adds missing inputs that decide further months of an item. */
function withMissing(item: Item, more: readonly MissingInMonths[]): Item {
  if (more.length === 0) return item;
  const missingInputs = new MissingInputs();
  for (const { input, months } of [...item.missing, ...more]) missingInputs.add([input], months);
  return { ...item, ...missingOf(missingInputs, ALL_MONTHS) };
}

/** What is paid in a month, and in which stretch. */
interface Paid {
  readonly paidStretch: PaidStretch;
  /** Whether the version rules the month. */
  readonly isCounted: boolean;
  fen: number;
}

/** The months that are paid, also those that another version rules: they count towards the limit of a year. */
function monthsOf({ paidStretches, elsewhere }: Item): (Paid | undefined)[] {
  const months = new Array<Paid | undefined>(12).fill(undefined);
  const add = (paidStretch: PaidStretch, isCounted: boolean): void => {
    for (const month of listMonths(paidStretch.paid)) months[month] = { paidStretch, isCounted, fen: paidStretch.rateFen };
  };
  for (const paidStretch of paidStretches ?? []) add(paidStretch, true);
  for (const paidStretch of elsewhere) add(paidStretch, false);
  return months;
}

function cutTo(item: Item, months: readonly (Paid | undefined)[]): Item {
  if (item.paidStretches === null || months.every((paid) => !paid || paid.fen === paid.paidStretch.rateFen)) return item;
  const paidStretches = item.paidStretches.flatMap((paidStretch) =>
    splitPaid(
      paidStretch,
      (month) => months[month]?.fen ?? paidStretch.rateFen,
      (part) => ({ ...part, notes: [...part.notes, { code: 'capped' }], uncappedFen: paidStretch.rateFen }),
    ),
  );
  return { ...item, paidStretches, amountFen: amountOf(paidStretches) };
}

/** What remains of a cap as amounts are taken from it, in order of month. */
class RemainingCap {
  readonly #cap: Cap;
  #spentFen = 0;
  #month = -1;

  constructor(cap: Cap) {
    this.#cap = cap;
  }

  /** @returns how much of the amount of a month is paid, in fen; a yearly limit is the one in force in that month */
  take(row: FactRow, fen: number): number {
    if (this.#cap.period === 'month' && row.start !== this.#month) this.#spentFen = 0;
    this.#month = row.start;
    if (fen === 0) return 0;
    const limitFen = this.#cap.limit.evaluate(row, []);
    if (limitFen === NOT_KNOWN) throw new Error('an amount is known, and a limit that it stands under is not');
    const paid = Math.min(fen, Math.max(0, limitFen - this.#spentFen));
    this.#spentFen += paid;
    return paid;
  }
}
