import { type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { type MissingInput, sameInput } from '../words/grammar/word.ts';
import type { Item, MissingInMonths } from './item.ts';

/** Missing inputs, each once, with all months that it decides. */
export class MissingInputs {
  readonly #entries: { readonly input: MissingInput; months: MonthSet }[] = [];

  add(inputs: readonly MissingInput[], months: MonthSet): void {
    if (months === NO_MONTHS) return;
    for (const input of inputs) {
      const known = this.#entries.find((one) => sameInput(one.input, input));
      if (known) known.months |= months;
      else this.#entries.push({ input, months });
    }
  }

  /** The inputs that decide some of these months, each with the months that it decides. */
  within(months: MonthSet): MissingInMonths[] {
    return this.#entries.flatMap((one) => (one.months & months ? [{ input: one.input, months: one.months & months }] : []));
  }
}

/** The missing inputs of an item. @param months those that count */
export function missingOf(inputs: MissingInputs, months: MonthSet): Pick<Item, 'missing' | 'missingMonths'> {
  const missing = inputs.within(months);
  return { missing, missingMonths: missing.reduce((all, one) => all | one.months, NO_MONTHS) };
}

/** Adds months of other years, or of a clawback, to missing inputs; the same input is listed once. */
export function withEarlier(missing: readonly MissingInMonths[], { input, earlier = [] }: MissingInMonths): readonly MissingInMonths[] {
  const at = missing.findIndex((one) => sameInput(one.input, input));
  const known = missing[at];
  if (!known) return [...missing, { input, months: NO_MONTHS, earlier }];
  return missing.with(at, { ...known, earlier: [...new Set([...(known.earlier ?? []), ...earlier])] });
}

/** Missing inputs, each once with all of its months, also those of other years. */
export function joinMissing(missing: readonly MissingInMonths[]): readonly MissingInMonths[] {
  return missing.reduce<readonly MissingInMonths[]>((all, one) => {
    const at = all.findIndex(({ input }) => sameInput(input, one.input));
    const known = all[at];
    if (!known) return all.concat(one);
    const earlier = [...new Set([...(known.earlier ?? []), ...(one.earlier ?? [])])];
    return all.with(at, { ...known, months: known.months | one.months, ...(earlier.length > 0 && { earlier }) });
  }, []);
}

/** Adds what is missing in months of earlier years, if some of it is missing for an item: such a month is open until all of it is known. */
export function withPast(item: Item, past: readonly MissingInMonths[]): Item {
  const shared = past.filter(({ input }) => item.missing.some((one) => sameInput(one.input, input)));
  const months = new Set(shared.flatMap(({ earlier = [] }) => earlier));
  const told = past.filter(({ earlier = [] }) => earlier.some((month) => months.has(month)));
  return told.length === 0 ? item : { ...item, missing: told.reduce(withEarlier, item.missing) };
}
