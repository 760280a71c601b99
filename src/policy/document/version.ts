import { type Dictionary, type EnumFact, extendDictionary, type Fact } from '../../facts/dictionary.ts';
import type { HistoricPayScale } from '../common/pay-scale-file.ts';
import type { PolicyDocument } from './schema.ts';
import { paysByScale, usedFacts } from './usage.ts';

/** How many hexadecimal digits of the hash make a version. */
const DIGITS = 16;

type KeyOf<T> = T extends unknown ? keyof T : never;

/**
 * What of an entry of the dictionary an amount can depend on; every property answers. The others are for people, forms and rosters, or say where the
 * entry stands.
 */
const DECIDES: Record<KeyOf<Fact>, boolean> = {
  id: true,
  type: true,
  values: true,
  default: true,
  blank: true,
  place: true,
  follows: true,
  monthly: true,
  minimum: true,
  maximum: true,
  maxLength: true,
  label: false,
  headers: false,
  index: false,
};
/** And of a value of an enum. */
const VALUE_DECIDES: Record<keyof EnumFact['values'][string], boolean> = {
  undecided: true,
  zh: false,
  en: false,
  also: false,
  roughly: false,
};

/**
 * What the version of a policy is the SHA-256 of, so that a result names what it was computed by: its document, what decides of the facts that it
 * reads, and where it reads the pay scales of the past, these as well. What facts are called, and how rosters spell them, changes no amount.
 *
 * @param dictionary the facts that all policies share; those of its own are in the document
 * @param scales those that come with the product
 */
export function contentOf(document: PolicyDocument, dictionary: Dictionary, scales: readonly HistoricPayScale[]): string {
  const content: unknown[] = [document, readFacts(document, dictionary).map(decisive)];
  // what a scale is called, and where it comes from, changes no result
  if (paysByScale(document)) content.push(scales.map(({ from, to, lastStep, steps }) => [from, to, lastStep, steps]));
  return JSON.stringify(content);
}

/** The shared facts that a policy uses, with those on which they rest; by id, since their order in the dictionary decides nothing. */
function readFacts(document: PolicyDocument, shared: Dictionary): Fact[] {
  const { byId } = extendDictionary(shared, document.facts);
  const read = usedFacts(document, byId);
  // A set is walked through to what is added on the way.
  for (const id of read) {
    const fact = byId.get(id);
    for (const other of fact?.follows ?? []) read.add(other);
    if (fact?.type === 'boolean' && fact.place) for (const other of Object.values(fact.place)) read.add(other);
  }
  return [...read].toSorted().flatMap((id) => shared.byId.get(id) ?? []);
}

/** As much of a fact as decides amounts, whatever the order in which it was written. */
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
