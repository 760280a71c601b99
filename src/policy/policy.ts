import type { Dictionary } from '../facts/dictionary.ts';
import { type PlaceTest, placeTest } from '../facts/place.ts';
import { ASK } from '../words/grammar/choice.ts';
import { dictionaryOf } from './document/added-facts.ts';
import { listParameters, type Parameter } from './document/figures.ts';
import type { PolicyDocument } from './document/schema.ts';

/** A policy, ready to be run: its document, the facts it knows, and what is looked up often. */
export interface Policy {
  readonly document: PolicyDocument;
  /** A hash of what it computes by: see `version.ts`. */
  readonly version: string;
  readonly dictionary: Dictionary;
  readonly parameters: ReadonlyMap<string, Parameter>;
  /** For each place fact, the list of the policy. */
  readonly places: ReadonlyMap<string, PlaceTest>;
  /** The policy that it supersedes, where that is at hand: see `succession.ts`. */
  readonly earlier: Policy | null;
}

/** Indexes a checked document. @param shared the facts of all policies, to which it may add its own */
export function readPolicy(document: PolicyDocument, version: string, shared: Dictionary): Policy {
  const dictionary = dictionaryOf(document, shared);
  const places = Object.entries(document.places).map(([fact, { towns }]) => [fact, placeTest(towns)] as const);
  return { document, version, dictionary, parameters: listParameters(document), places: new Map(places), earlier: null };
}

/**
 * The readings of one version in effect: what the run chose where the version knows it, else what a later version goes by, else its own
 * default. A reading without a default that the run does not choose is `ask`, also where it is a later version that has none.
 *
 * @param later the options in effect under later versions
 */
export function readingsInEffect(
  { document }: Policy,
  chosen: Readonly<Record<string, string>>,
  later: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const known = (from: Readonly<Record<string, string>>, reading: string, options: object): string | undefined => {
    const option = Object.hasOwn(from, reading) ? from[reading] : undefined;
    return option !== undefined && (Object.hasOwn(options, option) || option === ASK) ? option : undefined;
  };
  return Object.fromEntries(
    Object.entries(document.readings).map(([id, { options, default: own }]) => [
      id,
      known(chosen, id, options) ?? known(later, id, options) ?? own,
    ]),
  );
}
