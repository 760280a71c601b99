/** What is known of one teacher in each month under any policy document: the dictionary read as data, months as text. */
import dictionary from '../../rules/facts.yaml';
import { isEmployedIn } from './employment.ts';
import { monthsOf, type PlaceList } from './facts.ts';
import { OWN_FACTS } from './own-facts.ts';
import { derivedFact, namedIn } from './word-derivations.ts';
import type { Document } from './words.ts';

interface FactEntry {
  readonly type: string;
  readonly default?: unknown;
  /** Of a date: blank, it never came. */
  readonly blank?: 'never';
  readonly follows?: readonly string[];
  readonly place?: { readonly town: string; readonly village: string };
  readonly values?: Readonly<Record<string, { readonly undecided?: boolean }>>;
  /** Of periods. */
  readonly kinds?: Readonly<Record<string, object>>;
}

/** The dictionary of facts, as it is written, and the own facts of random policies. */
export const factEntries: Readonly<Record<string, FactEntry>> = {
  ...(dictionary as { facts: Readonly<Record<string, FactEntry>> }).facts,
  ...OWN_FACTS,
};

/** All facts of a policy, those of its own included. */
export function entriesIn(document: Pick<Document, 'facts'>): Readonly<Record<string, FactEntry>> {
  return { ...factEntries, ...(document.facts as Readonly<Record<string, FactEntry>> | undefined) };
}

/** Lists of places by the fact that follows from them. */
export type Places = Readonly<Record<string, PlaceList>>;

export type Given = Readonly<Record<string, unknown>>;

/** One month: what is known of each fact, `null` where nothing is. */
export interface MonthRow {
  readonly month: string;
  readonly employed: boolean;
  readonly facts: Given;
  /** What would decide a derived fact that is not known. */
  readonly behind: Readonly<Record<string, readonly string[]>>;
  /** The derived facts that are given otherwise than they follow from the others, each with both values. */
  readonly differing: readonly string[];
}

/** The fact that is asked for in place of one that is derived: of a place the town, or where that is known the village. */
export function askedFor(fact: string, facts: Given): string {
  const place = factEntries[fact]?.place;
  if (!place) return fact;
  return facts[place.town] === null ? place.town : place.village;
}

const ROWS = new WeakMap<Document, WeakMap<Given, Map<string, readonly MonthRow[]>>>();

/** The readings that matter to derived facts, found once for a document. */
const DERIVING = new WeakMap<Document, readonly string[]>();

function readingsOfDerived(document: Document): readonly string[] {
  const known = DERIVING.get(document) ?? namedIn(document.derive ?? {}, Object.keys(document.readings));
  DERIVING.set(document, known);
  return known;
}

/**
 * The twelve months of a teacher, found once: they are asked for again and again. For the parameters see {@link rowsFound}.
 */
export function monthRows(...asked: Parameters<typeof rowsFound>): readonly MonthRow[] {
  const [document, year, teacher, places, readings = {}, assumed] = asked;
  const others = [places, readingsOfDerived(document).map((id) => readings[id] ?? null), assumed];
  const people = ROWS.get(document) ?? new WeakMap<Given, Map<string, readonly MonthRow[]>>();
  const known = people.get(teacher) ?? new Map<string, readonly MonthRow[]>();
  ROWS.set(document, people.set(teacher, known));
  const key = JSON.stringify([year, others]);
  const rows = known.get(key) ?? rowsFound(...asked);
  known.set(key, rows);
  return rows;
}

/**
 * The twelve months of a teacher; `own` places of the run count instead of the document's. Changes come in any order.
 *
 * @param readings the options that the run chooses
 * @param assumed facts of the run, where a person does not give them
 */
function rowsFound(
  document: Document,
  year: number,
  teacher: Given,
  own: Places = {},
  readings: Readonly<Record<string, string>> = {},
  assumed: Given = {},
): MonthRow[] {
  const places = { ...Object.fromEntries(Object.entries(document.places ?? {}).map(([fact, { towns }]) => [fact, towns])), ...own };
  const changes = [...((teacher.changes as Given[] | null | undefined) ?? [])].sort((a, b) => (String(a.from) < String(b.from) ? -1 : 1));
  const entries = entriesIn(document);
  return monthsOf(year).map((month) => {
    const given = changes.filter(({ from }) => String(from) <= month).reduce((all, change) => overlay(document, all, change), teacher);
    const facts: Record<string, unknown> = Object.fromEntries(
      Object.entries(entries).map(([fact, entry]) => [fact, factValue(places, fact, entry, given, assumed)]),
    );
    const chosen = (reading: string) => readings[reading] ?? (document.readings[reading]?.default as string);
    const behind: Record<string, readonly string[]> = {};
    const differing: string[] = [];
    for (const [fact, node] of Object.entries(document.derive ?? {})) {
      const { value, lacks } = derivedFact(node, { month, facts, chosen });
      const told = given[fact] ?? null;
      facts[fact] = told ?? value;
      if (told !== null && value !== null && told !== value) differing.push(`${fact} ${String(told)} ${String(value)}`);
      if (facts[fact] === null) behind[fact] = lacks.length === 0 ? [fact] : [...new Set(lacks.flatMap((lack) => behind[lack] ?? [lack]))];
    }
    return { month, employed: isEmployedIn(month, teacher) && facts.onPayroll !== false, facts, behind, differing };
  });
}

type Followers = readonly (readonly [fact: string, follows: readonly string[]])[];
const FOLLOWERS = new WeakMap<Document, Followers>();

/** The facts that others follow, found once for a document. */
function followersIn(document: Document): Followers {
  const known = FOLLOWERS.get(document) ?? followers(document);
  FOLLOWERS.set(document, known);
  return known;
}

/** As the dictionary says, and for a derived fact all that it rests on, with the places behind them. */
function followers(document: Document): Followers {
  const all = entriesIn(document);
  const entries = Object.entries(all).map(([fact, { follows = [] }]): [string, readonly string[]] => [fact, follows]);
  const known = new Map<string, readonly string[]>();
  for (const [fact, node] of Object.entries(document.derive ?? {})) {
    const named = namedIn(node, [...Object.keys(all), ...known.keys()]);
    known.set(fact, [...named, ...named.flatMap((one) => known.get(one) ?? Object.values(all[one]?.place ?? {}))]);
  }
  return [...entries, ...known];
}

function overlay(document: Document, given: Given, change: Given): Given {
  const lapsed = followersIn(document).filter(([, follows]) => follows.some((fact) => fact in change));
  return { ...given, ...Object.fromEntries(lapsed.map(([fact]) => [fact, null])), ...change };
}

function factValue(places: Places, fact: string, entry: FactEntry, given: Given, assumed: Given): unknown {
  const own = given[fact] ?? null;
  // An empty list says that there are none only where the fact has that as its default.
  const saysNothing = entry.type === 'periods' && (own as unknown[] | null)?.length === 0 && entry.default === undefined;
  if (own !== null && !saysNothing) return own;
  const place = places[fact];
  const known = (id: string) => given[id] ?? assumed[id] ?? null;
  const town = entry.place ? known(entry.place.town) : null;
  if (entry.place && place && town !== null) return inPlace(place, town, known(entry.place.village));
  return assumed[fact] ?? entry.default ?? null;
}

/** A town that is listed whole holds; one that is listed by village needs the village. */
function inPlace(towns: PlaceList, town: unknown, village: unknown): boolean | null {
  const name = (value: unknown) => String(value).normalize('NFKC').trim();
  const listed = towns.find((one) => name(one.town) === name(town));
  if (listed === undefined) return false;
  if (!listed.villages) return true;
  return village === null ? null : listed.villages.some((one) => name(one) === name(village));
}
