import fc from 'fast-check';
import { readSettings } from '../../src/contract/wire/settings.ts';
import type { RunSettings } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { orderArbitrary } from './random-people.ts';
import { personArbitrary } from './random-policy.ts';

/** A random policy without what only the engine does, settings for it, and some teachers. */
export interface PlainOrder {
  readonly policy: Policy;
  readonly settings: RunSettings;
  readonly teachers: readonly object[];
}

/** Random policies that tables may hold, in a year of theirs, with people. */
export const plainOrderArbitrary: fc.Arbitrary<PlainOrder> = orderArbitrary((year) =>
  fc.array(personArbitrary(year), { minLength: 1, maxLength: 3 }),
).map(({ document, year, rules, payScales = [], more: teachers }) => {
  const policy = readPolicy(policySchema.parse(plain(document as object)), 'random', dictionary);
  const read = readSettings(policy, { ...rules, parameters: {} });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return { policy, settings: { year, payScales, ...read.value }, teachers };
});

/** A policy without what only the engine does: dated figures, limits across allowances and in time. */
function plain(document: object): unknown {
  const { parameters, allowances } = document as { parameters: unknown; allowances: unknown };
  const undated = JSON.parse(JSON.stringify(parameters), (_, value) =>
    Array.isArray(value) && Object.hasOwn(Object(value[0]), 'from') ? value[0].value : value,
  );
  const timeless = JSON.parse(JSON.stringify(allowances), (key, value) =>
    ['starts', 'stops', 'after', 'count', 'shares', 'skipped', 'service'].includes(key) ? undefined : value,
  );
  return { ...document, parameters: undated, allowances: timeless, stacking: [] };
}
