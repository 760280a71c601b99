import { listMonths, type MonthSet, monthsBetween } from '../calendar/month-set.ts';
import type { Stretch } from '../facts/timeline.ts';
import { type ItemNeed, type ItemPaid, type ItemsPaid, type MissingInput, sameInput } from '../words/grammar/word.ts';
import type { Item } from './item.ts';
import type { Round } from './rounds.ts';
import type { JudgedYear } from './year.ts';

/** What an allowance pays in each month of a year, and in all of them together. */
export interface PaidYear {
  readonly months: readonly ItemPaid[];
  readonly year: ItemPaid;
}

/** What the allowances of a round pay, by id. @param items of its members, in order */
export function paidIn({ families }: Round, items: readonly Item[]): [id: string, paid: PaidYear][] {
  const own = items.map(ownMonths);
  return items.map(({ allowance: { id } }, at) => {
    const family = own.filter((_, other) => families[other] === families[at]);
    const months = (own[at] as OwnMonth[]).map(({ fen, isRanked, lacks }, month): ItemPaid => {
      // Of what it comes to here, more or less is left once it is known what the others of its group come to.
      return { fen, lacks: isRanked ? each(family.flatMap((one) => one[month]?.lacks ?? [])) : lacks };
    });
    const year = { fen: months.reduce((sum, { fen }) => sum + fen, 0), lacks: each(months.flatMap(({ lacks }) => lacks)) };
    return [id, { months, year }];
  });
}

/** A stretch in which it is known what the allowances pay that an amount rests on. */
export interface SettledStretch extends Stretch {
  readonly items: ItemsPaid;
}

/** What an allowance pays in a stretch, as far as an amount rests on it. */
export function paidItem(stretch: Stretch, { allowance, of }: ItemNeed): ItemPaid | undefined {
  return (stretch as Partial<SettledStretch>).items?.get(allowance)?.[of];
}

interface OwnMonth {
  fen: number;
  /** Whether it comes to something, which others may outrank or leave no room for. */
  isRanked: boolean;
  readonly lacks: MissingInput[];
}

/** What an allowance pays and lacks in each month, also in those that another version rules. */
function ownMonths({ paidStretches, elsewhere, missing, missingElsewhere }: Item): OwnMonth[] {
  const months = Array.from({ length: 12 }, (): OwnMonth => ({ fen: 0, isRanked: false, lacks: [] }));
  for (const { paid, rateFen, uncappedFen } of [...(paidStretches ?? []), ...elsewhere]) {
    for (const month of listMonths(paid)) {
      const own = months[month] as OwnMonth;
      own.fen += rateFen;
      own.isRanked ||= (uncappedFen ?? rateFen) > 0;
    }
  }
  for (const { input, months: open } of [...missing, ...missingElsewhere]) {
    for (const month of listMonths(open)) (months[month] as OwnMonth).lacks.push(input);
  }
  return months;
}

function each(inputs: readonly MissingInput[]): MissingInput[] {
  return inputs.filter((input, at) => inputs.findIndex((one) => sameInput(one, input)) === at);
}

/**
 * A year in which rows tell what some allowances pay. Stretches are cut where one of them pays otherwise; a row of another year has what they
 * pay in the nearest month of this one.
 */
export function withItems(year: JudgedYear, needs: readonly ItemNeed[], paid: ReadonlyMap<string, PaidYear>): JudgedYear {
  const settled = [...new Set(needs.map(({ allowance }) => allowance))].map((id): [string, PaidYear] => [id, paid.get(id) as PaidYear]);
  const itemsIn = (month: number): ItemsPaid =>
    new Map(settled.map(([id, { months, year: all }]) => [id, { month: months[month] as ItemPaid, year: all }]));
  const isAlike = (a: number, b: number) => settled.every(([, { months }]) => isSame(months[a] as ItemPaid, months[b] as ItemPaid));
  const cut = (stretch: Stretch): SettledStretch[] => {
    const parts: SettledStretch[] = [];
    let start = stretch.start;
    for (let end = start + 1; end <= stretch.end; end++) {
      if (end < stretch.end && isAlike(start, end)) continue;
      const months: MonthSet = stretch.months & monthsBetween(start, end);
      parts.push({ ...stretch, start, end, months, items: itemsIn(start) });
      start = end;
    }
    return parts;
  };
  return {
    ...year,
    stretches: year.stretches.flatMap(cut),
    ruledStretches: year.ruledStretches.flatMap(cut),
    monthAt: (month): SettledStretch => ({ ...year.monthAt(month), items: itemsIn(Math.min(11, Math.max(0, month))) }),
  };
}

function isSame(a: ItemPaid, b: ItemPaid): boolean {
  return (
    a.fen === b.fen && a.lacks.length === b.lacks.length && a.lacks.every((input, at) => sameInput(input, b.lacks[at] as MissingInput))
  );
}
