import { ALL_MONTHS, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { FactValue } from '../facts/dictionary.ts';
import type { Chosen } from '../policy/document/asking.ts';
import { type MissingInput, sameInput } from '../words/grammar/word.ts';
import { amountOf, type Declined, type Item, type MissingInMonths, type PaidStretch } from './item.ts';
import type { CompiledAllowance } from './plan.ts';

const NOTHING: readonly never[] = [];

/** The options of readings under which something was computed several times, and what of it rests on which. */
export class Options {
  /** The readings that were tried. */
  readonly #readings: ReadonlyMap<string, ReadonlySet<string>>;
  /** Pairs that differ in the option of one reading alone, as far as both name an option. */
  readonly #pairs: readonly { readonly one: number; readonly other: number; readonly reading: string }[];
  readonly #chosen: readonly Chosen[];

  /** @param chosen of each time */
  constructor(chosen: readonly Chosen[]) {
    const readings = new Map<string, Set<string>>();
    for (const options of chosen)
      for (const [reading, option] of Object.entries(options)) readings.set(reading, (readings.get(reading) ?? new Set()).add(option));
    this.#chosen = chosen;
    this.#readings = readings;
    this.#pairs = chosen.flatMap((a, one) =>
      chosen.slice(one + 1).flatMap((b, at) => {
        const differing = Object.keys(a).filter((reading) => Object.hasOwn(b, reading) && a[reading] !== b[reading]);
        return differing.length === 1 ? [{ one, other: one + 1 + at, reading: differing[0] as string }] : [];
      }),
    );
  }

  /** The readings on which something rests. @param outcomes what it came to each time, equal texts for the same */
  decidedBy(outcomes: readonly string[]): string[] {
    if (outcomes.every((one) => one === outcomes[0])) return [];
    const found = new Set<string>();
    for (const { one, other, reading } of this.#pairs) if (outcomes[one] !== outcomes[other]) found.add(reading);
    return [...this.#readings.keys()].filter((reading) => found.has(reading));
  }

  /**
   * Under which options of which readings something is so; a reading is left out where it is so under some option of each of its own.
   *
   * @param times whether it was so each time
   * @returns `null` where it was so each time
   */
  within(times: readonly boolean[]): Record<string, string[]> | null {
    if (times.every(Boolean)) return null;
    const under: Record<string, string[]> = {};
    for (const [reading, options] of this.#readings) {
      const met = [...options].filter((option) => times.some((is, at) => is && (this.#chosen[at]?.[reading] ?? option) === option));
      if (met.length < options.size) under[reading] = met;
    }
    return under;
  }
}

/** What an allowance comes to in a month under some options. */
interface Outcome {
  readonly paidStretch: PaidStretch | null;
  readonly isPaid: boolean;
  readonly missing: readonly MissingInput[];
  readonly text: string;
}

/**
 * What an allowance comes to as far as it is the same under all options: a month that is not is missing with the readings on which it
 * rests, and what is missing under some options is missing with these.
 *
 * @param items what it comes to each time; `undefined` where it is not listed
 * @param derived the places of derived facts, whose values may differ
 */
export function itemUnder(
  allowance: CompiledAllowance,
  items: readonly (Item | undefined)[],
  options: Options,
  derived: readonly number[],
): Item {
  const kept: { readonly month: number; readonly outcomes: readonly Outcome[] }[] = [];
  const byReading: MissingInMonths[] = [];
  for (let month = 0; month < 12; month++) {
    const outcomes = items.map((item) => outcomeIn(item, month));
    const readings = options.decidedBy(outcomes.map(({ text }) => text));
    if (readings.length === 0) kept.push({ month, outcomes });
    for (const reading of readings) add(byReading, { code: 'reading', reading }, 1 << month);
  }
  const paidStretches = stretchesOf(kept, derived);
  const missing = [...missingUnder(items, options), ...byReading];
  const hasLine =
    paidStretches.some(({ paid }) => paid !== NO_MONTHS) ||
    (byReading.length === 0 && items.some((item) => item && item.paidStretches !== null));
  return {
    allowance,
    amountFen: amountOf(hasLine ? paidStretches : []),
    paidStretches: hasLine ? paidStretches : null,
    elsewhere: elsewhereUnder(items),
    missing,
    missingMonths: missing.reduce((months, one) => months | one.months, NO_MONTHS),
    missingElsewhere: NOTHING,
    declined: hasLine || missing.length > 0 ? null : declinedUnder(items, options),
  };
}

function outcomeIn(item: Item | undefined, month: number): Outcome {
  const bit: MonthSet = 1 << month;
  const stretches = item?.paidStretches ?? [];
  const paying = stretches.find(({ paid }) => paid & bit);
  const missing = (item?.missing ?? []).flatMap(({ input, months }) => (months & bit ? [input] : []));
  const lacks = missing.map((input) => JSON.stringify(input)).toSorted();
  return {
    paidStretch: paying ?? stretches.find(({ stretch }) => stretch.start <= month && month < stretch.end) ?? null,
    isPaid: paying !== undefined,
    missing,
    text: JSON.stringify([paying?.rateFen ?? 0, ...lacks]),
  };
}

/** The months that are the same under all options, as stretches. What is said of them is what is the same as well. */
function stretchesOf(
  months: readonly { readonly month: number; readonly outcomes: readonly Outcome[] }[],
  derived: readonly number[],
): PaidStretch[] {
  const parts: { readonly from: PaidStretch; readonly name: string; part: PaidStretch }[] = [];
  for (const { month, outcomes } of months) {
    const found = outcomes.find(({ isPaid }) => isPaid) ?? outcomes.find(({ paidStretch }) => paidStretch !== null);
    const from = found?.paidStretch;
    if (!from) continue;
    const there = outcomes.flatMap(({ paidStretch, isPaid }) => (paidStretch && isPaid === (found as Outcome).isPaid ? [paidStretch] : []));
    const { instalment, ...stretch } = from.stretch;
    const facts = stretch.facts.slice() as FactValue[];
    for (const index of derived) if (there.some((one) => one.stretch.facts[index] !== facts[index])) facts[index] = null;
    const notes = from.notes.filter(({ code }) => there.every((one) => one.notes.some((note) => note.code === code)));
    const isCapped = from.uncappedFen !== undefined && there.every(({ uncappedFen }) => uncappedFen === from.uncappedFen);
    const name = JSON.stringify([notes, isCapped, derived.map((index) => facts[index])]);
    const bit = 1 << month;
    const last = parts.at(-1);
    if (last && last.from === from && last.name === name && last.part.stretch.end === month) {
      const { part } = last;
      last.part = {
        ...part,
        stretch: { ...part.stretch, end: month + 1, months: part.stretch.months | (stretch.months & bit) },
        paid: part.paid | (from.paid & bit),
      };
      continue;
    }
    parts.push({
      from,
      name,
      part: {
        stretch: {
          ...stretch,
          facts,
          start: month,
          end: month + 1,
          months: stretch.months & bit,
          ...(instalment !== undefined && { instalment }),
        },
        paid: from.paid & bit,
        rateFen: from.rateFen,
        notes,
        ...(isCapped && { uncappedFen: from.uncappedFen }),
      },
    });
  }
  return parts.map(({ part }) => part);
}

/** What is missing under some option, with the options under which it is where that is not under all. */
function missingUnder(items: readonly (Item | undefined)[], options: Options): MissingInMonths[] {
  const missing: MissingInMonths[] = [];
  for (const item of items) {
    for (const { input, months, earlier } of item?.missing ?? []) add(missing, input, months, earlier);
  }
  return missing.map((one) => {
    const under = options.within(items.map((item) => item?.missing.some(({ input }) => sameInput(input, one.input)) ?? false));
    return under === null ? one : { ...one, under };
  });
}

function add(missing: MissingInMonths[], input: MissingInput, months: MonthSet, earlier: readonly number[] = NOTHING): void {
  const at = missing.findIndex((one) => sameInput(one.input, input));
  const known = missing[at];
  const all = [...new Set([...(known?.earlier ?? []), ...earlier])];
  const entry: MissingInMonths = {
    input,
    months: ((known?.months ?? NO_MONTHS) | months) & ALL_MONTHS,
    ...(all.length > 0 && { earlier: all }),
  };
  if (known) missing[at] = entry;
  else missing.push(entry);
}

/** What is paid in the months of other versions, where that is the same under all options. */
function elsewhereUnder(items: readonly (Item | undefined)[]): Item['elsewhere'] {
  const texts = items.map((item) => JSON.stringify(item?.elsewhere.map(({ paid, rateFen }) => [paid, rateFen]) ?? []));
  return texts.every((text) => text === texts[0]) ? (items[0]?.elsewhere ?? NOTHING) : NOTHING;
}

/** Why it is not paid, whatever is chosen. */
function declinedUnder(items: readonly (Item | undefined)[], options: Options): Declined | null {
  const reasons = items.flatMap((item) => item?.declined ?? []);
  const [first] = reasons;
  if (!first || reasons.length < items.length) return null;
  const readings = options.decidedBy(reasons.map((one) => JSON.stringify(one)));
  return readings.length === 0 ? first : { code: 'by-reading', readings };
}
