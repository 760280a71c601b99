import type { Dimension } from '../../../../budget/dimensions.ts';
import type { AllowanceMissingInput } from '../../../../budget/people.ts';
import type { Moved, PeopleFilter } from '../../../../budget/select-people.ts';
import type { Placement } from '../../../../facts/placements.ts';
import { subjectOf } from '../../../../words/grammar/word.ts';
import { PEOPLE_COLUMNS, type PeopleColumn, type PeopleQuery, type PersonHandle, WAYS } from '../../../compute/protocol/people.ts';
import { addressOf } from '../../../platform/route.tsx';

/** The dimensions of a budget, in the order of the tabs. */
export const VIEWS = ['allowance', 'school', 'stage', 'area', 'post', 'month'] as const satisfies readonly Dimension[];

/** The list of people being viewed. */
export interface ListPlace {
  readonly filter: PeopleFilter;
  readonly sort: PeopleQuery['sort'];
}

/** The current view of a budget: its breakdown and, below that, the list of people and the person being viewed. */
export interface Place {
  readonly by: Dimension;
  readonly list: ListPlace | null;
  readonly person: PersonHandle | null;
}

/** The filter for the people of a group. @param key as in groups, `null` if the fact is not known */
export function filterOf(dimension: Dimension, key: string | null): PeopleFilter {
  if (dimension === 'allowance') return { allowance: key ?? undefined };
  return dimension === 'month' ? { month: Number(key?.slice(5)) - 1 } : { placed: { [dimension]: key } };
}

/**
 * The address of a view. It contains nothing from a roster, because addresses are sent to the server when the page is reloaded: a person
 * is an index
 * into the roster, a school a number that this page has assigned to it.
 */
export function placeAddress({ by, list, person }: Place): string {
  const query: Record<string, string> = {};
  if (by !== VIEWS[0]) query.by = by;
  if (list !== null) {
    const { placed = {}, allowance, month, lack, incomplete, moved } = list.filter;
    query.list = 'people';
    for (const [placement, value] of Object.entries(placed)) {
      if (value === undefined) continue;
      query[placement] = value === null ? NOT_KNOWN : placement === 'school' ? numberOfSchool(String(value)) : String(value);
    }
    if (allowance !== undefined) query.item = allowance;
    if (month !== undefined) query.month = String(month + 1);
    if (lack) query.lack = [lack.allowance, lack.code, subjectOf(lack)].join(' ');
    else if (incomplete) query.lack = ANY;
    if (moved) query.moved = `${moved.way} ${moved.scenario}`;
    if (list.sort) query.sort = `${list.sort.by} ${list.sort.descending ? 'down' : 'up'}`;
  }
  if (person !== null) query.person = 'teacher' in person ? String(person.teacher) : `${COHORT}${person.cohort}`;
  return addressOf('/budget', query);
}

/** Reads the view from the query of an address. If it names a school that this page has not numbered, there is no list. */
export function readPlace(search: string): Place {
  const query = new URLSearchParams(search);
  const by = VIEWS.find((view) => view === query.get('by')) ?? VIEWS[0];
  const filter = query.has('list') ? readFilter(query) : null;
  const list = filter && { filter, sort: readSort(query.get('sort')) };
  return { by, list, person: list && readPerson(query.get('person')) };
}

const NOT_KNOWN = '-';
const ANY = '*';
const COHORT = 'cohort';

function readFilter(query: URLSearchParams): PeopleFilter | null {
  const placed: Partial<Record<Placement, string | null>> = {};
  for (const placement of ['stage', 'area', 'post'] as const) {
    const value = query.get(placement);
    if (value !== null) placed[placement] = value === NOT_KNOWN ? null : value;
  }
  const number = query.get('school');
  const school = number === null ? undefined : number === NOT_KNOWN ? null : schools[Number(number)];
  if (number !== null && school === undefined) return null;
  if (school !== undefined) placed.school = school;
  const month = Number(query.get('month') ?? Number.NaN) - 1;
  const lack = query.get('lack');
  return {
    placed,
    allowance: query.get('item') ?? undefined,
    month: month >= 0 && month < 12 ? Math.floor(month) : undefined,
    lack: lack === null || lack === ANY ? undefined : readMissingInput(lack),
    incomplete: lack === ANY || undefined,
    moved: readMoved(query.get('moved')),
  };
}

function readMoved(text: string | null): Moved | undefined {
  const [name, scenario] = (text ?? '').split(' ');
  const way = WAYS.find((one) => one === name);
  return way && scenario ? { scenario, way } : undefined;
}

function readMissingInput(text: string): AllowanceMissingInput | undefined {
  const [allowance = '', code, name = ''] = text.split(' ');
  if (code === 'fact' || code === 'outside-employment' || code === 'open-period') return { allowance, code, fact: name };
  if (code === 'reading') return { allowance, code, reading: name };
  return code === 'no-figure' ? { allowance, code, parameter: name } : undefined;
}

function readSort(text: string | null): PeopleQuery['sort'] {
  const [name, direction] = (text ?? '').split(' ');
  const by = PEOPLE_COLUMNS.find((column): column is PeopleColumn => column === name);
  return by && { by, descending: direction === 'down' };
}

function readPerson(text: string | null): PersonHandle | null {
  const [, cohort, number] = /^(cohort)?(\d{1,9})$/.exec(text ?? '') ?? [];
  if (number === undefined) return null;
  return cohort ? { cohort: Number(number) } : { teacher: Number(number) };
}

/** The schools that have appeared in an address since the page was loaded. */
const schools: string[] = [];

function numberOfSchool(name: string): string {
  const at = schools.indexOf(name);
  return String(at >= 0 ? at : schools.push(name) - 1);
}
