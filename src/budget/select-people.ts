import { ALL_MONTHS, countMonths, listMonths, type MonthSet } from '../calendar/month-set.ts';
import type { FactValue } from '../facts/dictionary.ts';
import { PLACEMENTS, type Placement } from '../facts/placements.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { sameInput } from '../words/grammar/word.ts';
import { compareKeys, type Dimension, type KeyValue } from './dimensions.ts';
import type { Group } from './groups.ts';
import type { AllowanceMissingInput, PeopleLedger, Placed } from './people.ts';

/** People by the effect of a scenario, given by its id, on their personal totals. */
export interface Moved {
  readonly scenario: string;
  readonly way: 'gaining' | 'losing' | 'unchanged';
}

/** A part of a budget. Facts are those of the month, so a person who moved is in each place with the part that belongs there. */
export interface PeopleFilter {
  /** `null` where a fact is not known. */
  readonly placed?: Readonly<Partial<Record<Placement, FactValue | undefined>>> | undefined;
  readonly allowance?: string | undefined;
  /** 0 to 11. */
  readonly month?: number | undefined;
  /** Only people for whom this is missing. */
  readonly lack?: AllowanceMissingInput | undefined;
  /** Only people for whom anything is missing. */
  readonly incomplete?: boolean | undefined;
  /** Only people who gain or lose by a scenario, or do neither. */
  readonly moved?: Moved | undefined;
}

/** The entries of a ledger that belong to a part of a budget. */
export interface Selection {
  /** Indices in the ledger. */
  readonly people: readonly number[];
  /** For each of them, the amount in this part of all identical people, in fen. */
  readonly amountsFen: readonly bigint[];
  readonly headcount: number;
  readonly amountFen: bigint;
  /** The total of these people in the whole year, in this part or not. */
  readonly personalFen: bigint;
  readonly institutionFen: bigint;
  /** The placements of one of them within this part, in order. */
  placementsOf(person: number): Placed[];
}

/**
 * The people of a part of a budget: those with an employed month in it; where it is one allowance, those with an amount of it; where
 * nothing narrows it down, everybody. Their amounts sum to that of the group of the same key.
 *
 * @param isMeant excludes people for reasons that the ledger does not know
 */
export function selectPeople(ledger: PeopleLedger, filter: PeopleFilter, isMeant: (person: number) => boolean = () => true): Selection {
  const scope = new Scope(ledger, filter);
  const people: number[] = [];
  const amountsFen: bigint[] = [];
  const sums = { amount: new ExactSum(), personal: new ExactSum(), institution: new ExactSum() };
  let headcount = 0;
  for (let person = 0; person < ledger.size; person++) {
    if (!scope.admits(person) || !isMeant(person)) continue;
    const part = new ExactSum();
    let inside = scope.isOpen;
    if (filter.allowance === undefined) scope.eachStay(person, () => (inside = true));
    scope.eachPosting(person, (_placed, months, _allowance, rateFen) => {
      inside = true;
      part.add(rateFen * countMonths(months));
    });
    if (!inside) continue;
    const count = ledger.counts[person] as number;
    const amountFen = part.value * BigInt(count);
    people.push(person);
    amountsFen.push(amountFen);
    headcount += count;
    sums.amount.addExact(amountFen);
    sums.personal.addExact((ledger.personalFen[person] as bigint) * BigInt(count));
    sums.institution.addExact((ledger.institutionFen[person] as bigint) * BigInt(count));
  }
  return {
    people,
    amountsFen,
    headcount,
    amountFen: sums.amount.value,
    personalFen: sums.personal.value,
    institutionFen: sums.institution.value,
    placementsOf(person) {
      const found = new Set<number>();
      scope.eachStay(person, (placed) => found.add(placed));
      return [...found].map((placed) => ledger.placed[placed] as Placed);
    },
  };
}

/**
 * A part of a budget by one dimension, as groups that sum to it: the same as the groups of a budget by that dimension and those of the
 * filter.
 */
export function groupPeople(ledger: PeopleLedger, dimension: Dimension, filter: PeopleFilter): Group[] {
  const scope = new Scope(ledger, filter);
  const cells = new Map<KeyValue, { headcount: number; readonly sum: ExactSum; last: number }>();
  const column = PLACEMENTS.indexOf(dimension as Placement);
  const byMonth = dimension === 'month';
  const keyOf = (placed: number): KeyValue => (ledger.placed[placed] as Placed)[column];
  for (let person = 0; person < ledger.size; person++) {
    if (!scope.admits(person)) continue;
    const count = ledger.counts[person] as number;
    const touch = (key: KeyValue): ExactSum => {
      let cell = cells.get(key);
      if (!cell) {
        cell = { headcount: 0, sum: new ExactSum(), last: -1 };
        cells.set(key, cell);
      }
      if (cell.last !== person) cell.headcount += count;
      cell.last = person;
      return cell.sum;
    };
    if (filter.allowance === undefined && dimension !== 'allowance') {
      scope.eachStay(person, (placed, months) => {
        for (const key of byMonth ? listMonths(months) : [keyOf(placed)]) touch(key);
      });
    }
    scope.eachPosting(person, (placed, months, allowance, rateFen) => {
      if (byMonth) for (const month of listMonths(months)) touch(month).add(rateFen, count);
      else touch(dimension === 'allowance' ? ledger.allowances[allowance] : keyOf(placed)).add(rateFen * countMonths(months), count);
    });
  }
  return [...cells]
    .map(([key, { headcount, sum }]) => ({ key: [key], headcount, amountFen: sum.value }))
    .sort((a, b) => compareKeys(ledger.dictionary, ledger.allowances, dimension, a.key[0], b.key[0]));
}

/** A filter in the terms of one ledger. */
class Scope {
  /** Whether nothing but missing inputs narrows it down. */
  readonly isOpen: boolean;
  readonly #ledger: PeopleLedger;
  readonly #placed: readonly boolean[];
  readonly #months: MonthSet;
  readonly #allowance: number | null;
  readonly #lack: number | null;
  readonly #incomplete: boolean;
  readonly #moved: { readonly scenario: number; readonly way: Moved['way'] } | null;

  constructor(ledger: PeopleLedger, { placed = {}, allowance, month, lack, incomplete = false, moved }: PeopleFilter) {
    this.#ledger = ledger;
    const wanted = PLACEMENTS.flatMap((placement, column) =>
      placed[placement] === undefined ? [] : [[column, placed[placement]] as const],
    );
    this.#placed = ledger.placed.map((values) => wanted.every(([column, value]) => values[column] === value));
    this.#months = month === undefined ? ALL_MONTHS : 1 << month;
    this.#allowance = allowance === undefined ? null : ledger.allowances.indexOf(allowance);
    this.#lack = lack === undefined ? null : ledger.missingInputs.findIndex((one) => isSame(one, lack));
    this.#incomplete = incomplete;
    this.#moved = moved ? { scenario: ledger.scenarios.indexOf(moved.scenario), way: moved.way } : null;
    this.isOpen = wanted.length === 0 && month === undefined && allowance === undefined;
  }

  /** Whether the missing inputs of the person, and the effect of a scenario, match the filter. */
  admits(person: number): boolean {
    if (this.#moved && !this.#isMoved(person, this.#moved.scenario, this.#moved.way)) return false;
    if (this.#lack === null && !this.#incomplete) return true;
    const missing = this.#ledger.missingOf(person);
    return missing.length > 0 && (this.#lack === null || missing.includes(this.#lack));
  }

  /** An unknown scenario matches nobody. */
  #isMoved(person: number, scenario: number, way: Moved['way']): boolean {
    if (scenario < 0) return false;
    const moved = this.#ledger.movedFen(person, scenario);
    if (way === 'unchanged') return moved === 0n;
    return way === 'gaining' ? moved > 0n : moved < 0n;
  }

  eachStay(person: number, visit: (placed: number, months: MonthSet) => void): void {
    this.#ledger.eachStay(person, (placed, months) => {
      if (this.#placed[placed] && months & this.#months) visit(placed, months & this.#months);
    });
  }

  eachPosting(person: number, visit: (placed: number, months: MonthSet, allowance: number, rateFen: number) => void): void {
    this.#ledger.eachPosting(person, (placed, months, allowance, rateFen) => {
      if (this.#allowance !== null && allowance !== this.#allowance) return;
      if (this.#placed[placed] && months & this.#months) visit(placed, months & this.#months, allowance, rateFen);
    });
  }
}

function isSame(a: AllowanceMissingInput, b: AllowanceMissingInput): boolean {
  return a.allowance === b.allowance && sameInput(a, b);
}
