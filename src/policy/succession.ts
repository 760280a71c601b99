import { january, monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, type MonthSet, monthsBetween, NO_MONTHS } from '../calendar/month-set.ts';
import { type Dictionary, extendDictionary, redeclare } from '../facts/dictionary.ts';
import { addedFacts } from './document/added-facts.ts';
import type { Parameter } from './document/figures.ts';
import type { AllowanceNode, PolicyDocument } from './document/schema.ts';
import { type Policy, readPolicy } from './policy.ts';

/**
 * A policy and the months of a year that it rules, those of them in which it is in force, and the others, to which no policy in force
 * applies.
 */
export interface VersionInForce {
  readonly policy: Policy;
  readonly months: MonthSet;
  readonly inForce: MonthSet;
}

/**
 * Links a policy to the ones that it supersedes, so that months before its effective date follow those.
 *
 * All of them then share the same facts at the same indices. A teacher has the facts as declared by the latest version that declares them;
 * each version reads them by its own declarations.
 *
 * @param shared the facts of all policies
 * @param find the policies at hand, by id; one that is not available is left out, and results of the months before carry a warning
 */
export function followPredecessors(policy: Policy, shared: Dictionary, find: (id: string) => Policy | undefined): Policy {
  const chain = [policy];
  for (let last = policy; last.document.supersedes !== undefined && last.document.effectiveFrom !== null; ) {
    const earlier = find(last.document.supersedes);
    if (!earlier || chain.some(({ document }) => document.id === earlier.document.id)) break;
    chain.push(earlier);
    last = earlier;
  }
  if (chain.length === 1) return policy;
  const own = Object.assign({}, ...chain.toReversed().map(({ document }) => addedFacts(document, shared.byId)));
  const dictionary = extendDictionary(shared, own);
  return chain.reduceRight<Policy | null>((earlier, { document, version }) => {
    const declared = document === policy.document ? dictionary : redeclare(dictionary, addedFacts(document, shared.byId));
    return { ...readPolicy({ ...document, facts: {}, derive: {} }, version, declared), document, earlier };
  }, null) as Policy;
}

/** Reads policies, each behind those among them that it supersedes; by id, in the order given. */
export function linkPolicies(
  policies: readonly { readonly document: PolicyDocument; readonly version: string }[],
  shared: Dictionary,
): Map<string, Policy> {
  const read = new Map(policies.map(({ document, version }) => [document.id, readPolicy(document, version, shared)]));
  return new Map([...read].map(([id, policy]) => [id, followPredecessors(policy, shared, (other) => read.get(other))]));
}

/** A policy and all that it supersedes, the latest first. */
export function lineageOf(policy: Policy): readonly Policy[] {
  return policy.earlier === null ? [policy] : [policy, ...lineageOf(policy.earlier)];
}

/** The allowances of a policy and of all that it supersedes, the latest first; one that goes on is there several times. */
export function allowancesOf(policy: Policy): [id: string, node: AllowanceNode][] {
  return lineageOf(policy).flatMap(({ document }) => Object.entries(document.allowances));
}

/**
 * Which policy rules which months of a year, the latest first, and in which of them it is in force: from the month of `effectiveFrom`
 * through that of `effectiveTo`. A later policy takes over from the month in which it takes effect, for good. Where none is in force, the
 * oldest at hand rules the time before, and the latest the time after, as far as a run goes on as if they were in force.
 */
export function versionsInForce(policy: Policy, year: number): readonly VersionInForce[] {
  const versions: VersionInForce[] = [];
  const placeOf = (month: number) => Math.min(12, Math.max(0, month - january(year)));
  let left = ALL_MONTHS;
  for (const version of lineageOf(policy)) {
    const { effectiveFrom, effectiveTo } = version.document;
    const start = effectiveFrom === null ? 0 : placeOf(monthOfDate(effectiveFrom));
    const end = effectiveTo === null ? 12 : placeOf(monthOfDate(effectiveTo) + 1);
    const months = left & monthsBetween(version.earlier === null ? 0 : start, 12);
    if (months !== NO_MONTHS) versions.push({ policy: version, months, inForce: months & monthsBetween(start, end) });
    left &= ~months;
  }
  return versions;
}

/** The options of every reading of a policy and of those that it supersedes, its own first: what a run may choose. */
export function readingOptions(policy: Policy): ReadonlyMap<string, readonly string[]> {
  const options = new Map<string, string[]>();
  for (const { document } of lineageOf(policy)) {
    for (const [id, reading] of Object.entries(document.readings)) {
      const known = options.get(id) ?? [];
      options.set(id, [...known, ...Object.keys(reading.options).filter((option) => !known.includes(option))]);
    }
  }
  return options;
}

/** The parameter that a run sets by a key: that of the latest version which has it. */
export function parameterOf(policy: Policy, key: string): Parameter | undefined {
  for (const version of lineageOf(policy)) {
    const parameter = version.parameters.get(key);
    if (parameter) return parameter;
  }
  return undefined;
}
