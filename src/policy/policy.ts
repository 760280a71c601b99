import { type Dictionary, extendDictionary } from '../facts/dictionary.ts';
import { type PlaceTest, placeTest } from '../facts/place.ts';
import { listParameters, type Parameter } from './figures.ts';
import type { PolicyDocument } from './schema.ts';

/** A policy, ready to be run: its document, the facts it knows, and what is looked up often. */
export interface Policy {
  readonly document: PolicyDocument;
  /** A hash of its content and of the dictionary of facts. */
  readonly version: string;
  readonly dictionary: Dictionary;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** For each place fact, the policy's list. */
  readonly places: ReadonlyMap<string, PlaceTest>;
}

/** Indexes a checked document. @param shared the facts of all policies, to which it may add its own */
export function readPolicy(document: PolicyDocument, version: string, shared: Dictionary): Policy {
  const dictionary = extendDictionary(shared, document.facts);
  const places = Object.entries(document.places).map(([fact, { towns }]) => [fact, placeTest(towns)] as const);
  return { document, version, dictionary, parameters: listParameters(document), places: new Map(places) };
}

/** The readings of a policy with those that a run chooses instead of the defaults. */
export function readingsInEffect(policy: Policy, chosen: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(policy.document.readings).map(([id, reading]) => [
      id,
      (Object.hasOwn(chosen, id) ? chosen[id] : undefined) ?? reading.default,
    ]),
  );
}
