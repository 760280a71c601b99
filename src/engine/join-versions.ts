import { type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { sameInput } from '../words/grammar/word.ts';
import type { Item, MissingInMonths } from './item.ts';

/**
 * Joins what an allowance comes to under the versions of a year: every id has lines, missing inputs or one reason to be declined, as under
 * a single version.
 *
 * Lines stay apart, since each rests on the clause of its own version; one of 0.00 gives way to another line, and what is missing under
 * both is missing once.
 *
 * @param items of all versions, the latest first
 */
export function joinVersions(items: readonly Item[]): Item[] {
  const joined = items.slice();
  for (const [at, item] of items.entries()) {
    const others = items.filter((other) => other !== item && other.allowance.row === item.allowance.row);
    if (others.length === 0) continue;
    const before = joined.slice(0, at).filter((other) => other.allowance.row === item.allowance.row);
    const outdone =
      item.amountFen === 0 && !isCut(item) && (others.some((other) => other.amountFen > 0) || before.some((other) => other.paidStretches));
    const answered = others.some((other) => other.paidStretches || other.missing.length > 0) || before.some((other) => other.declined);
    const isListed = ({ input }: MissingInMonths) => before.some((other) => other.missing.some((one) => sameInput(one.input, input)));
    joined[at] = {
      ...item,
      paidStretches: outdone ? null : item.paidStretches,
      missing: item.missing.filter((one) => !isListed(one)).map((one) => ({ ...one, months: monthsOf(one, others) | one.months })),
      declined: answered ? null : item.declined,
    };
  }
  return joined;
}

/** Whether a cap reduced a line to 0, which has to stay visible. */
function isCut({ paidStretches }: Item): boolean {
  return paidStretches?.some(({ paid, uncappedFen }) => paid !== NO_MONTHS && uncappedFen !== undefined) ?? false;
}

/** The months in which the same input is missing under other versions. */
function monthsOf({ input }: MissingInMonths, others: readonly Item[]): MonthSet {
  const same = others.flatMap(({ missing }) => missing.filter((one) => sameInput(one.input, input)));
  return same.reduce((months, one) => months | one.months, NO_MONTHS);
}
