import type { MonthSet } from '../calendar/month-set.ts';
import type { Entitlement } from '../engine/item.ts';
import { totalsOf } from '../engine/totals.ts';
import { type Dictionary, type FactValue, factOf } from '../facts/dictionary.ts';
import { PLACEMENTS } from '../facts/placements.ts';
import type { Stretch } from '../facts/timeline.ts';
import { type MissingInput, subjectOf } from '../words/grammar/word.ts';

/** The values of the placements, in their order; `null` where not known. */
export type Placed = readonly FactValue[];

/** A missing input, and the allowance that needs it. */
export type AllowanceMissingInput = MissingInput & { readonly allowance: string };

/**
 * Keeps what lists and groups of people need about everybody in a budget: their placements by month, what was paid there, and the missing
 * inputs. These are columns of numbers, because there may be a hundred thousand people.
 */
export class PeopleLedger {
  readonly dictionary: Dictionary;
  readonly scenarios: readonly string[];
  /** By person: how many are identical (a cohort is one entry), and the total of one of them, in fen. */
  readonly counts: number[] = [];
  readonly personalFen: bigint[] = [];
  readonly institutionFen: bigint[] = [];
  readonly #placed = new Register<Placed>();
  readonly #allowances = new Register<string>();
  readonly #missingInputs = new Register<AllowanceMissingInput>();
  readonly #columns: readonly number[];
  readonly #stays = { placed: [] as number[], months: [] as MonthSet[], ends: [] as number[] };
  readonly #postings = {
    placed: [] as number[],
    months: [] as MonthSet[],
    allowance: [] as number[],
    rateFen: [] as number[],
    ends: [] as number[],
  };
  readonly #missing = { inputs: [] as number[], ends: [] as number[] };
  /** Lines of 0.00, which are not the same as no line. */
  readonly #zeros = { allowance: [] as number[], ends: [] as number[] };
  /** By scenario: only people whose personal total it changes. */
  readonly #movedFen: readonly Map<number, bigint>[];

  /** @param scenarios the ids of what the budget is compared with */
  constructor(dictionary: Dictionary, scenarios: readonly string[] = []) {
    this.dictionary = dictionary;
    this.scenarios = scenarios;
    this.#movedFen = scenarios.map(() => new Map());
    this.#columns = PLACEMENTS.map((id) => factOf(dictionary, id).index);
  }

  /** How many entries there are. */
  get size(): number {
    return this.counts.length;
  }

  /** Every combination of placements that occurs. */
  get placed(): readonly Placed[] {
    return this.#placed.list;
  }

  /** The ids of the allowances, in the order of the policy. */
  get allowances(): readonly string[] {
    return this.#allowances.list;
  }

  /** Every input that is missing for somebody. */
  get missingInputs(): readonly AllowanceMissingInput[] {
    return this.#missingInputs.list;
  }

  /**
   * @param count how many people are identical
   * @param movedFen by how much the personal total of one of them is more in each scenario
   */
  add(entitlement: Entitlement, count: number, movedFen: readonly bigint[] = []): void {
    const { personal, institution } = totalsOf(entitlement);
    for (const [scenario, moved] of movedFen.entries()) if (moved !== 0n) this.#movedFen[scenario]?.set(this.size, moved);
    this.counts.push(count);
    this.personalFen.push(personal);
    this.institutionFen.push(institution);
    const placedIn = new Map<Stretch, number>();
    for (const stretch of entitlement.stretches) {
      this.#stays.placed.push(this.#placedCode(stretch, placedIn));
      this.#stays.months.push(stretch.months);
    }
    for (const { allowance, amountFen, paidStretches, missing } of entitlement.items) {
      const code = this.#allowances.codeOf(allowance.id, () => allowance.id);
      for (const { input } of missing) {
        const name = `${allowance.id} ${input.code} ${subjectOf(input)}`;
        this.#missing.inputs.push(this.#missingInputs.codeOf(name, () => ({ ...input, allowance: allowance.id })));
      }
      if (paidStretches !== null && amountFen === 0 && missing.length === 0) this.#zeros.allowance.push(code);
      for (const { stretch, paid, rateFen } of paidStretches ?? []) {
        if (rateFen === 0 || paid === 0) continue;
        this.#postings.placed.push(this.#placedCode(stretch, placedIn));
        this.#postings.months.push(paid);
        this.#postings.allowance.push(code);
        this.#postings.rateFen.push(rateFen);
      }
    }
    this.#stays.ends.push(this.#stays.placed.length);
    this.#postings.ends.push(this.#postings.placed.length);
    this.#missing.ends.push(this.#missing.inputs.length);
    this.#zeros.ends.push(this.#zeros.allowance.length);
  }

  /** Visits the employed months of a person, placement by placement as they follow each other. */
  eachStay(person: number, visit: (placed: number, months: MonthSet) => void): void {
    const { placed, months, ends } = this.#stays;
    for (let at = ends[person - 1] ?? 0; at < (ends[person] as number); at++) visit(placed[at] as number, months[at] as MonthSet);
  }

  /** Visits what is paid to a person: a rate, never zero, in each of some months of one placement. */
  eachPosting(person: number, visit: (placed: number, months: MonthSet, allowance: number, rateFen: number) => void): void {
    const { placed, months, allowance, rateFen, ends } = this.#postings;
    for (let at = ends[person - 1] ?? 0; at < (ends[person] as number); at++) {
      visit(placed[at] as number, months[at] as MonthSet, allowance[at] as number, rateFen[at] as number);
    }
  }

  /** By how many fen the personal total of one such person increases in a scenario, given by its index in {@link scenarios}. */
  movedFen(person: number, scenario: number): bigint {
    return this.#movedFen[scenario]?.get(person) ?? 0n;
  }

  /** The missing inputs of a person, as indices in {@link missingInputs}. */
  missingOf(person: number): readonly number[] {
    const { inputs, ends } = this.#missing;
    return inputs.slice(ends[person - 1] ?? 0, ends[person]);
  }

  /** The allowances, as indices in {@link allowances}, of which a person has a line of 0.00. */
  zerosOf(person: number): readonly number[] {
    const { allowance, ends } = this.#zeros;
    return allowance.slice(ends[person - 1] ?? 0, ends[person]);
  }

  #placedCode(stretch: Stretch, known: Map<Stretch, number>): number {
    let code = known.get(stretch);
    if (code === undefined) {
      const values = this.#columns.map((column) => stretch.facts[column] as FactValue);
      code = this.#placed.codeOf(JSON.stringify(values), () => values);
      known.set(stretch, code);
    }
    return code;
  }
}

/** Assigns numbers to values in order of first occurrence. */
class Register<T> {
  readonly list: T[] = [];
  readonly #codes = new Map<string, number>();

  codeOf(name: string, make: () => T): number {
    let code = this.#codes.get(name);
    if (code === undefined) {
      code = this.list.push(make()) - 1;
      this.#codes.set(name, code);
    }
    return code;
  }
}
