import { type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { type Lack, sameLack } from '../words/word.ts';
import type { Item, MissingInput } from './item.ts';

/** What is missing, each thing once, with all months that it decides. */
export class Lacking {
  readonly #entries: { readonly lack: Lack; months: MonthSet }[] = [];

  add(lacks: readonly Lack[], months: MonthSet): void {
    if (months === NO_MONTHS) return;
    for (const lack of lacks) {
      const known = this.#entries.find((one) => sameLack(one.lack, lack));
      if (known) known.months |= months;
      else this.#entries.push({ lack, months });
    }
  }

  /** What decides some months, with those of them that it does. */
  within(months: MonthSet): MissingInput[] {
    return this.#entries.flatMap((one) => (one.months & months ? [{ lack: one.lack, months: one.months & months }] : []));
  }
}

/** What an item says of it. @param months those that count */
export function missingOf(lacking: Lacking, months: MonthSet): Pick<Item, 'missing' | 'missingMonths'> {
  const missing = lacking.within(months);
  return { missing, missingMonths: missing.reduce((all, one) => all | one.months, NO_MONTHS) };
}
