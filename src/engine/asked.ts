import { type Chosen, claimsIn, combinationsOf, type Subject, type Under } from '../policy/document/asking.ts';
import { familiesOf } from '../policy/document/relatives.ts';
import type { PolicyDocument } from '../policy/document/schema.ts';
import { type Policy, readingsInEffect } from '../policy/policy.ts';
import { lineageOf, readingOptions } from '../policy/succession.ts';
import { ASK } from '../words/grammar/choice.ts';
import { type Amount, type ItemNeed, unique } from '../words/grammar/word.ts';
import type { RunSettings } from './run-settings.ts';
import { withChosen } from './scope.ts';

type Readings = Readonly<Record<string, string>>;

/** A version of a policy: the option of each reading in effect, and the readings on which its derived facts rest. */
interface Version {
  readonly policy: Pick<Policy, 'document'>;
  readonly readings: Readings;
  readonly derivations: readonly { readonly fact: string; readonly readings: readonly string[] }[];
}

/** A part of a policy, and the options under which it has to be computed. */
interface AskedPart {
  readonly allowances: ReadonlySet<string>;
  readonly facts: readonly string[];
  readonly combinations: readonly Chosen[];
}

/**
 * The parts of a plan that rest on readings without a default of which the run chooses no option, allowances and then derived facts, behind
 * the part that does not; none where nothing rests on one.
 */
export function askedParts(policy: Policy, { readings: chosen }: RunSettings, versions: readonly Version[]): AskedPart[] {
  const inYear = versions.filter(({ readings }) => Object.values(readings).includes(ASK));
  if (inYear.length === 0 && !lineageOf(policy).some((one) => isOpen(one, chosen))) return [];
  const documents = versions.map((version) => underReadings(version.policy.document, version.readings));
  const all = lineageOf(policy).map((one) => underReadings(one.document, readingsInEffect(one, chosen)));
  const options = readingOptions(policy);
  const combine = (subject: Subject): Chosen[] => {
    return [...combinationsOf(documents, subject, (id) => options.get(id) ?? [])];
  };
  const ids = unique(all.flatMap(({ document }) => Object.keys(document.allowances)));
  const families = familiesOf(
    all.map(({ document }) => document),
    ids,
  ).map((allowances): AskedPart => ({ allowances, facts: [], combinations: combine({ allowances }) }));
  const asked = families.filter(({ combinations }) => combinations.length > 1);
  const facts = unique(versions.flatMap((version) => openFacts(version)));
  if (asked.length === 0 && facts.length === 0) return [];
  const derived = facts.map(
    (fact): AskedPart => ({ allowances: NONE, facts: [fact], combinations: combine({ allowances: NONE, facts: [fact] }) }),
  );
  const decided = new Set(ids.filter((id) => !asked.some(({ allowances }) => allowances.has(id))));
  return [{ allowances: decided, facts: [], combinations: [{}] }, ...asked, ...derived];
}

/** The ways to choose the open readings on which the claims of a policy and its earlier versions rest, each once. */
export function claimWays(policy: Policy, { readings: chosen }: RunSettings): Chosen[] {
  const all = lineageOf(policy);
  if (!all.some((one) => isOpen(one, chosen))) return [{}];
  const documents = all.map((one) => underReadings(one.document, readingsInEffect(one, chosen)));
  const options = readingOptions(policy);
  return [...combinationsOf(documents, claimsIn(all.map(({ document }) => document)), (id) => options.get(id) ?? [])];
}

const NONE: ReadonlySet<string> = new Set();

function isOpen({ document }: Policy, chosen: Chosen): boolean {
  return Object.entries(document.readings).some(([id, { default: usual }]) => usual === ASK && (chosen[id] ?? ASK) === ASK);
}

/** The derived facts of a version that rest on an open reading. */
function openFacts({ derivations, readings }: Version): string[] {
  return derivations.flatMap((one) => (one.readings.some((id) => readings[id] === ASK) ? [one.fact] : []));
}

function underReadings(document: PolicyDocument, readings: Readings): Under {
  return {
    document,
    optionOf(id, chosen) {
      const option = readings[id] as string;
      if (option !== ASK) return option;
      return Object.hasOwn(chosen, id) ? (withChosen({ [id]: ASK }, document, chosen)[id] as string) : null;
    },
  };
}

/** What an allowance reads. */
interface Reads {
  readonly readings: readonly string[];
  readonly facts: readonly string[];
  readonly amount: Amount;
}

/** An allowance that reads what it reads under any option. @param under the same under each of them */
export function readingAll<A extends Reads>(allowance: A, under: readonly Reads[]): A {
  const items = under.flatMap(({ amount }) => amount.items ?? []);
  return {
    ...allowance,
    readings: unique(under.flatMap(({ readings }) => readings)),
    facts: unique(under.flatMap(({ facts }) => facts)),
    amount: {
      ...allowance.amount,
      facts: unique(under.flatMap(({ amount }) => amount.facts)),
      parameters: unique(under.flatMap(({ amount }) => amount.parameters)),
      ...(items.length > 0 && { items: items.filter((one, at) => items.findIndex((other) => isSameNeed(one, other)) === at) }),
    },
  };
}

function isSameNeed(a: ItemNeed, b: ItemNeed): boolean {
  return a.allowance === b.allowance && a.of === b.of;
}
