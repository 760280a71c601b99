import type { Dictionary, EnumFact, Fact } from '../../facts/dictionary.ts';
import type { HistoricPayScale } from '../common/pay-scale-file.ts';
import { dictionaryOf } from './added-facts.ts';
import type { PolicyDocument } from './schema.ts';
import { paysByScale, usedFacts } from './usage.ts';

/** How many hexadecimal digits of the hash make a version. */
const DIGITS = 16;

type KeyOf<T> = T extends unknown ? keyof T : never;

/**
 * Which properties of a dictionary entry an amount can depend on; every property is listed. The others are for people, forms and rosters,
 * or are the position of the entry.
 */
const DECIDES: Record<KeyOf<Fact>, boolean> = {
  id: true,
  type: true,
  values: true,
  kinds: true,
  default: true,
  blank: true,
  place: true,
  derived: true,
  follows: true,
  monthly: true,
  minimum: true,
  maximum: true,
  maxLength: true,
  unit: false,
  label: false,
  headers: false,
  index: false,
};
/** The same for a value of an enum. */
const VALUE_DECIDES: Record<keyof EnumFact['values'][string], boolean> = {
  undecided: true,
  zh: false,
  en: false,
  also: false,
  roughly: false,
};

/**
 * The content whose SHA-256 is the version of a policy, so that a result names the rules that it was computed by: its document, the
 * relevant properties of the facts that it reads, and the historic pay scales if it reads them. Labels and spellings of facts change no
 * amount.
 *
 * @param dictionary the facts that all policies share; those of its own are in the document
 * @param scales those that come with the product
 */
export function contentOf(document: PolicyDocument, dictionary: Dictionary, scales: readonly HistoricPayScale[]): string {
  const content: unknown[] = [document, readFacts(document, dictionary).map(decisive)];
  // the title and the source of a scale change no result
  if (paysByScale(document)) content.push(scales.map(({ from, to, lastStep, steps }) => [from, to, lastStep, steps]));
  return JSON.stringify(content);
}

/**
 * The shared facts that a policy uses, with those that they depend on; sorted by id, because their order in the dictionary does not matter.
 */
function readFacts(document: PolicyDocument, shared: Dictionary): Fact[] {
  const { byId } = dictionaryOf(document, shared);
  const read = usedFacts(document, byId);
  // Iterating a set also visits what is added on the way.
  for (const id of read) {
    const fact = byId.get(id);
    for (const other of fact?.follows ?? []) read.add(other);
    if (fact?.type === 'boolean' && fact.place) for (const other of Object.values(fact.place)) read.add(other);
  }
  return [...read].toSorted().flatMap((id) => shared.byId.get(id) ?? []);
}

/** The properties of a fact that decide amounts, independent of the order in which they were written. */
function decisive(fact: Fact): unknown {
  const kept = keep(fact, DECIDES);
  return fact.type === 'enum'
    ? { ...kept, values: Object.entries(fact.values).map(([id, value]) => [id, keep(value, VALUE_DECIDES)]) }
    : kept;
}

function keep(entry: object, decides: Readonly<Record<string, boolean>>): object {
  return Object.fromEntries(
    Object.keys(decides).flatMap((key) => (decides[key] && Object.hasOwn(entry, key) ? [[key, entry[key as never]]] : [])),
  );
}

/** The version of a policy. @param sha256 the hash of {@link contentOf} in UTF-8, in hexadecimal; the core has no hash of its own */
export function versionOf(sha256: string): string {
  return sha256.slice(0, DIGITS);
}
