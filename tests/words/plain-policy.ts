import fc from 'fast-check';
import { readSettings } from '../../src/contract/wire/settings.ts';
import type { RunSettings } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { addedFacts } from '../../src/policy/document/added-facts.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { orderArbitrary } from './random-people.ts';
import { personArbitrary, runFactsArbitrary } from './random-policy.ts';

/** A random policy without what only the engine does, settings for it, and some teachers. */
export interface PlainOrder {
  readonly policy: Policy;
  readonly settings: RunSettings;
  readonly teachers: readonly object[];
}

/** Random policies that tables may hold, in a year of theirs, with people. */
export const plainOrderArbitrary: fc.Arbitrary<PlainOrder> = orderArbitrary((year) =>
  fc.tuple(fc.array(personArbitrary(year), { minLength: 1, maxLength: 3 }), runFactsArbitrary),
).map(({ document, year, rules, payScales = [], more: [teachers, facts] }) => {
  const policy = readPolicy(policySchema.parse(plain(document as object)), 'random', dictionary);
  const read = readSettings(policy, { ...rules, parameters: {}, facts });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return { policy, settings: { year, payScales, ...read.value }, teachers };
});

/** A policy without what only the engine does: dated figures, limits across allowances and in time; what it derives is given. */
function plain(document: object): unknown {
  const { parameters, allowances, facts } = document as { parameters: unknown; allowances: unknown; facts: object };
  const undated = JSON.parse(JSON.stringify(parameters), (_, value) =>
    Array.isArray(value) && Object.hasOwn(Object(value[0]), 'from') ? value[0].value : value,
  );
  const timeless = JSON.parse(JSON.stringify(allowances), (key, value) =>
    ['starts', 'stops', 'spread', 'after', 'count', 'shares', 'skipped'].includes(key) ? undefined : value,
  );
  return { ...document, parameters: undated, allowances: timeless, stacking: [], derive: {}, facts: { ...facts, ...asGiven(document) } };
}

/** The derived facts of a policy as facts of its own. */
function asGiven(document: object): Record<string, object> {
  const { facts, derive } = policySchema.parse(document);
  const added = addedFacts({ facts, derive }, dictionary.byId);
  return Object.fromEntries(Object.entries(added).flatMap(([id, { derived, follows: _, ...fact }]) => (derived ? [[id, fact]] : [])));
}
