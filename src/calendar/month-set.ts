/** A set of months of one year: bit 0 is January, bit 11 December. */
export type MonthSet = number;

export const NO_MONTHS: MonthSet = 0;
export const ALL_MONTHS: MonthSet = 0xfff;

/** The months from `start` up to but not including `end`, both 0 to 12; none where it does not come later. */
export function monthsBetween(start: number, end: number): MonthSet {
  return ((1 << end) - 1) & ~((1 << start) - 1);
}

/** How many months are in the set. */
export function countMonths(set: MonthSet): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

/** The earliest `count` months of the set. */
export function firstMonths(set: MonthSet, count: number): MonthSet {
  let taken = NO_MONTHS;
  let rest = set;
  for (let left = count; left > 0 && rest !== 0; left--) {
    const lowest = rest & -rest;
    taken |= lowest;
    rest ^= lowest;
  }
  return taken;
}

/** The latest month of a set that is not empty, 0 to 11. */
export function lastMonth(set: MonthSet): number {
  return 31 - Math.clz32(set);
}

/** The unbroken stretches of a set in order: the first month of each, and the month after its last. */
export function stretchesOf(set: MonthSet): { start: number; end: number }[] {
  const stretches: { start: number; end: number }[] = [];
  for (let rest = set, end = 0; rest !== 0; rest &= ~monthsBetween(0, end)) {
    const start = lastMonth(rest & -rest);
    end = start;
    while ((rest >> end) & 1) end++;
    stretches.push({ start, end });
  }
  return stretches;
}

/** The months of a set in order, each 0 to 11. */
export function listMonths(set: MonthSet): number[] {
  const months: number[] = [];
  for (let month = 0; month < 12; month++) if ((set >> month) & 1) months.push(month);
  return months;
}
