import type { Dimension } from '../../../budget/dimensions.ts';
import { PeopleLedger, type Placed } from '../../../budget/people.ts';
import { groupPeople, type PeopleFilter, type Selection, selectPeople } from '../../../budget/select-people.ts';
import { formatMonth, january } from '../../../calendar/month.ts';
import type { Counted } from '../../../contract/budget/budget.ts';
import type { Dictionary } from '../../../facts/dictionary.ts';
import { PLACEMENTS, type Placement } from '../../../facts/placements.ts';
import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import { formatFen } from '../../../money/fen.ts';
import type { PeopleColumn, PeopleGroups, PeopleList, PeopleQuery, PersonHandle, PersonRow, RosterTeacher } from '../protocol/people.ts';
import type { RosterFile } from './roster-file.ts';
import type { RosterInWorker } from './roster-in-worker.ts';
import { rankSchools } from './school-order.ts';
import { searchTerm } from './search.ts';

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** The people of a budget, for listing, sorting and searching. */
export class KeptRun {
  readonly number: number;
  readonly ledger: PeopleLedger;
  readonly #roster: RosterInWorker | null;
  readonly #first: number;
  /** By entry of the ledger: the index among the teachers, or a negative one among the cohorts. */
  readonly #places: number[] = [];
  readonly #ranks = new Map<PeopleColumn, readonly (number | null)[]>();
  #schools: ReadonlyMap<string | null, number> | null = null;
  #last: { readonly key: string; readonly listed: Listed } | null = null;

  /**
   * @param roster the roster whose people are added, if any
   * @param scenarios the ids of the run's scenarios
   */
  constructor(number: number, dictionary: Dictionary, year: number, roster: RosterInWorker | null, scenarios: readonly string[] = []) {
    this.number = number;
    this.ledger = new PeopleLedger(dictionary, scenarios);
    this.#roster = roster;
    this.#first = january(year);
  }

  /** Records a person whom the budget has counted. */
  add({ entitlement, movedFen, count, index, cohort }: Counted): void {
    this.ledger.add(entitlement, count, movedFen);
    this.#places.push(cohort ? -1 - index : index);
  }

  /** Everybody in the roster who was counted, in its order, with the index in the ledger; cohorts are not individuals. */
  *teachers(): Generator<{ readonly entry: number; readonly record: TeacherRecord; readonly teacher: RosterTeacher }> {
    for (const [entry, place] of this.#places.entries()) {
      const teacher = place < 0 ? undefined : this.#roster?.teachers[place];
      if (teacher) yield { entry, record: teacher.record, teacher };
    }
  }

  /** The file of the roster, while it is open. */
  get file(): RosterFile | null {
    return this.#roster?.file ?? null;
  }

  /** The lines of a list. */
  list(query: PeopleQuery): PeopleList {
    const { selection, order, sums, moved } = this.#find(query);
    return {
      ...sums,
      rows: order.slice(query.offset, query.offset + query.limit).map((at) => this.#rowOf(selection, at, moved)),
      total: order.length,
    };
  }

  /** A part of the budget by a dimension. */
  groups(dimension: Dimension, filter: PeopleFilter): PeopleGroups {
    const groups = groupPeople(this.ledger, dimension, filter).map(({ key: [value = null], headcount, amountFen }) => ({
      key: dimension === 'month' ? formatMonth(this.#first + Number(value)) : value === null ? null : String(value),
      headcount,
      amount: formatFen(amountFen),
    }));
    return { dimension, groups: dimension === 'school' ? this.bySchool(groups, ({ key }) => key) : groups };
  }

  /** Groups of schools in the order of the roster, which an office is used to; see {@link rankSchools}. */
  bySchool<T>(groups: readonly T[], schoolOf: (group: T) => string | null): T[] {
    if (!this.#schools) {
      const turns = this.#places.map((place, entry) => ({ entry, turn: this.#turnOf(place) })).sort((a, b) => a.turn - b.turn);
      this.#schools = rankSchools(
        this.ledger,
        turns.map(({ entry }) => entry),
      );
    }
    const ranks = this.#schools;
    return groups.toSorted((a, b) => (ranks.get(schoolOf(a)) ?? 0) - (ranks.get(schoolOf(b)) ?? 0));
  }

  /** Cached, because scrolling asks for the same list again and again. */
  #find({ filter, search = '', sort }: PeopleQuery): Listed {
    const key = JSON.stringify([filter, search, sort]);
    if (this.#last?.key !== key) this.#last = { key, listed: this.#findAnew(filter, searchTerm(search), sort) };
    return this.#last.listed;
  }

  #findAnew(filter: PeopleFilter, term: string, sort: PeopleQuery['sort']): Listed {
    const texts = this.#roster?.texts ?? [];
    const isMeant = (entry: number) => texts[this.#places[entry] as number]?.includes(term) ?? false;
    const selection = selectPeople(this.ledger, filter, term === '' ? undefined : isMeant);
    const { headcount, amountFen, personalFen, institutionFen } = selection;
    const scenario = filter.moved ? this.ledger.scenarios.indexOf(filter.moved.scenario) : null;
    const moved = scenario === null ? null : selection.people.map((entry) => this.#movedFen(entry, scenario));
    const sums = {
      headcount,
      amount: formatFen(amountFen),
      personal: formatFen(personalFen),
      institution: formatFen(institutionFen),
      moved: moved && formatFen(moved.reduce((sum, fen) => sum + fen, 0n)),
    };
    // Cohorts are counted before the roster; they are listed after it.
    const order = selection.people.map((_, at) => at).sort((a, b) => this.#turn(selection, a) - this.#turn(selection, b));
    if (!sort) return { selection, order, sums, moved };
    const values = this.#sortValues(selection, moved, sort);
    const sign = sort.descending ? -1 : 1;
    const compare = (a: number, b: number) => {
      const [one, other] = [values[a] as number | bigint, values[b] as number | bigint];
      return one < other ? -sign : one > other ? sign : 0;
    };
    return { selection, order: order.sort(compare), sums, moved };
  }

  /** How much more the whole cohort is paid in a scenario. */
  #movedFen(entry: number, scenario: number): bigint {
    return this.ledger.movedFen(entry, scenario) * BigInt(this.ledger.counts[entry] as number);
  }

  #turn({ people }: Selection, at: number): number {
    return this.#turnOf(this.#places[people[at] as number] as number);
  }

  #turnOf(place: number): number {
    return place < 0 ? this.#places.length - place : place;
  }

  #sortValues(
    { people, amountsFen }: Selection,
    moved: readonly bigint[] | null,
    { by, descending }: NonNullable<PeopleQuery['sort']>,
  ): readonly (number | bigint)[] {
    const { counts, personalFen, institutionFen } = this.ledger;
    const count = (entry: number) => counts[entry] as number;
    switch (by) {
      case 'amount':
        return amountsFen;
      case 'moved':
        return moved ?? people.map(() => 0);
      case 'count':
        return people.map(count);
      case 'personal':
        return people.map((entry) => (personalFen[entry] as bigint) * BigInt(count(entry)));
      case 'institution':
        return people.map((entry) => (institutionFen[entry] as bigint) * BigInt(count(entry)));
      case 'missing':
        return people.map((entry) => this.ledger.missingOf(entry).length);
      default: {
        const ranks = this.#ranksBy(by);
        // Entries without a value come last in both directions.
        return people.map((entry) => ranks[entry] ?? (descending ? -1 : ranks.length));
      }
    }
  }

  /** The position of every entry when sorted by a text, worked out once; `null` if it has none. */
  #ranksBy(column: 'id' | 'name' | 'school'): readonly (number | null)[] {
    let ranks = this.#ranks.get(column);
    if (!ranks) {
      const texts = this.#places.map((place) => textOf(this.#recordAt(place), column));
      const distinct = [...new Set(texts)].filter((text) => text !== null).sort(collator.compare);
      const places = new Map(distinct.map((text, rank) => [text, rank]));
      ranks = texts.map((text) => (text === null ? null : (places.get(text) as number)));
      this.#ranks.set(column, ranks);
    }
    return ranks;
  }

  #recordAt(place: number): TeacherRecord | null {
    return this.#roster?.teachers[place]?.record ?? null;
  }

  #rowOf(selection: Selection, at: number, moved: readonly bigint[] | null): PersonRow {
    const entry = selection.people[at] as number;
    const place = this.#places[entry] as number;
    const count = this.ledger.counts[entry] as number;
    const handle: PersonHandle = place < 0 ? { cohort: -1 - place } : { teacher: place };
    const placements = selection.placementsOf(entry);
    return {
      handle,
      count,
      id: textOf(this.#recordAt(place), 'id'),
      name: textOf(this.#recordAt(place), 'name'),
      placed: Object.fromEntries(PLACEMENTS.map((placement, column) => [placement, valuesIn(placements, column)])) as Record<
        Placement,
        (string | null)[]
      >,
      amount: formatFen(selection.amountsFen[at] as bigint),
      personal: formatFen((this.ledger.personalFen[entry] as bigint) * BigInt(count)),
      institution: formatFen((this.ledger.institutionFen[entry] as bigint) * BigInt(count)),
      moved: moved && formatFen(moved[at] as bigint),
      missing: this.ledger.missingOf(entry).length,
    };
  }
}

interface Listed {
  readonly selection: Selection;
  /** Indexes into the selection. */
  readonly order: readonly number[];
  readonly sums: Pick<PeopleList, 'headcount' | 'amount' | 'personal' | 'institution' | 'moved'>;
  /** By index in the selection: how much more the whole cohort is paid in the chosen scenario. */
  readonly moved: readonly bigint[] | null;
}

function textOf(record: TeacherRecord | null, fact: string): string | null {
  const value = record?.[fact];
  return typeof value === 'string' ? value : null;
}

/** The successive values of one placement. */
function valuesIn(placements: readonly Placed[], column: number): (string | null)[] {
  const values = placements.map((placed) => (placed[column] ?? null) as string | null);
  return values.filter((value, at) => at === 0 || value !== values[at - 1]);
}
