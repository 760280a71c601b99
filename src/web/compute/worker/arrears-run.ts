import { type Period, yearsIn } from '../../../calendar/period.ts';
import type { ArrearsOrder } from '../../../contract/arrears/arrears-request.ts';
import type { ArrearsEntry, ArrearsPeriodEntry, ArrearsResult } from '../../../contract/arrears/arrears-result.ts';
import { listArrearsOfPeriod } from '../../../contract/arrears/arrears-years.ts';
import type { Wording } from '../../../contract/wire/wording.ts';
import { fenOf, formatFen } from '../../../money/fen.ts';
import type { Policy } from '../../../policy/policy.ts';
import type {
  ArrearsPeople,
  ArrearsPeopleQuery,
  ArrearsPerson,
  ArrearsSums,
  Side,
  WhichPeople,
  YearOfPerson,
} from '../protocol/arrears.ts';
import type { Pace } from './pace.ts';
import { searchTerm, searchText } from './search.ts';

/** The inputs of an arrears run. */
export interface ArrearsRules {
  readonly policy: Policy;
  readonly order: ArrearsOrder & { readonly period: Period };
  readonly wording: Wording;
}

/** What is kept of a person. Months are recomputed when they are shown, because ten years of them would take too much memory. */
interface Person {
  readonly sums: ArrearsPeriodEntry;
  readonly name: string | null;
  readonly text: string;
  readonly isDifferent: boolean;
  readonly isUndetermined: boolean;
}

/** The people of an arrears run, for listing and searching. */
export class ArrearsRun {
  readonly sums: ArrearsSums;
  readonly #rules: ArrearsRules;
  readonly #people: readonly Person[];

  private constructor(rules: ArrearsRules, people: readonly Person[], sums: ArrearsSums) {
    this.#rules = rules;
    this.#people = people;
    this.sums = sums;
  }

  /** Computes arrears. @throws CancelledError if it was cancelled */
  static async compute(number: number, rules: ArrearsRules, pace: Pace): Promise<ArrearsRun> {
    const { policy, order, wording } = rules;
    const listing = listArrearsOfPeriod(policy, order, wording);
    const total = order.teachers.length * yearsIn(order.period).length;
    const years: Omit<ArrearsResult, 'results'>[] = [];
    const [different, undetermined] = [new Set<number>(), new Set<number>()];
    let done = 0;
    for (const { head, results, summary } of listing.years) {
      for (const entry of results) {
        if (isDifferent(entry)) different.add(entry.index);
        if (entry.status === 'ok' && entry.undetermined) undetermined.add(entry.index);
        const rest = pace.step('compute', ++done, total);
        if (rest) await rest;
      }
      years.push({ ...head, summary: summary() });
    }
    const people = [...listing.results()].map((sums): Person => {
      const { name } = Object(order.teachers[sums.index]) as Record<string, unknown>;
      return {
        sums,
        name: typeof name === 'string' ? name : null,
        text: searchText({ id: sums.teacherId ?? '', name }),
        isDifferent: different.has(sums.index),
        isUndetermined: undetermined.has(sums.index),
      };
    });
    const differences = people.map(({ sums }) => (sums.status === 'ok' ? fenOf(sums.difference) : 0n));
    return new ArrearsRun(rules, people, {
      run: number,
      result: { ...listing.head, years, summary: listing.summary() },
      owed: sideOf(differences.filter((fen) => fen > 0n)),
      overpaid: sideOf(differences.filter((fen) => fen < 0n).map((fen) => -fen)),
    });
  }

  /** The lines of a list. */
  list({ which, search, offset, limit }: ArrearsPeopleQuery): ArrearsPeople {
    const term = searchTerm(search);
    const found = this.#people.filter((person) => isMeant(person, which) && person.text.includes(term));
    const listed = found.slice(offset, offset + limit);
    const years = this.#yearsOf(listed.filter(({ sums }) => sums.status === 'ok'));
    const rows = listed.map((person): ArrearsPerson => {
      const { sums, name, isUndetermined } = person;
      return { ...sums, name, isUndetermined, years: years.get(person) ?? [] };
    });
    return { rows, total: found.length };
  }

  /** The months of some people, all of whom have been computed without fault. */
  #yearsOf(people: readonly Person[]): ReadonlyMap<Person, YearOfPerson[]> {
    const { policy, order, wording } = this.#rules;
    const teachers = people.map(({ sums }) => order.teachers[sums.index]);
    const found = new Map(people.map((person) => [person, [] as YearOfPerson[]]));
    for (const { head, results } of listArrearsOfPeriod(policy, { ...order, teachers }, wording).years) {
      for (const entry of results) {
        if (entry.status === 'ok') found.get(people[entry.index] as Person)?.push({ year: head.year, entry });
      }
    }
    return found;
  }
}

function sideOf(differences: readonly bigint[]): Side {
  return { people: differences.length, amount: formatFen(differences.reduce((sum, fen) => sum + fen, 0n)) };
}

function isDifferent(entry: ArrearsEntry): boolean {
  return (
    entry.status === 'ok' &&
    entry.lines.some(({ byMonth }) => byMonth.some(({ difference }) => difference !== null && /[1-9]/.test(difference)))
  );
}

function isMeant({ sums, isDifferent }: Person, which: WhichPeople): boolean {
  if (which === 'all') return true;
  if (which === 'incomplete') return sums.status === 'error' || !sums.complete;
  return sums.status === 'ok' && isDifferent;
}
