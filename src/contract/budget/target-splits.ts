import * as z from 'zod';
import { countOf } from '../../budget/target-count.ts';
import { kindName, namedFacts, splitFacts, type TargetKind } from '../../budget/target-kinds.ts';
import { kindsOfTarget, type TargetPart } from '../../budget/target-split.ts';
import { planRun, type RunSettings } from '../../engine/plan.ts';
import type { Fact } from '../../facts/dictionary.ts';
import { absentOr, type Issue, issuesOf, listOf } from '../../facts/issue.ts';
import { integerFault } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';

/** The same split as among the people of today. */
export const AS_PRESENT = 'present';

/** The most rows of a split, and the most people of a row. */
const MOST_ROWS = 500;
const MOST_PEOPLE = 1_000_000_000;

const error = absentOr();
const rows = listOf(
  MOST_ROWS,
  z.array(
    z.strictObject(
      { count: z.int({ error: integerFault }).min(0).max(MOST_PEOPLE), facts: z.record(z.string(), z.unknown(), { error }) },
      { error },
    ),
    { error },
  ),
);

/** The targets that a scenario assumes met, with the split of their people. The names are checked by {@link readTargets}. */
export const targetsShape = z
  .record(z.string(), z.unknown(), { error })
  .meta({
    additionalProperties: {
      anyOf: [
        { type: 'string', const: AS_PRESENT },
        {
          type: 'array',
          maxItems: MOST_ROWS,
          items: {
            type: 'object',
            properties: { count: { type: 'integer', minimum: 0, maximum: MOST_PEOPLE }, facts: { type: 'object' } },
            required: ['count', 'facts'],
            additionalProperties: false,
          },
        },
        { type: 'null' },
      ],
    },
  })
  .nullish()
  .meta({ description: 'Targets that are taken as met, by target: `present`, or how many people of which facts.' });

/** How the people of a target are split: as today, or by a number for each kind. */
export type TargetSplit = typeof AS_PRESENT | readonly TargetPart[];
export type TargetSplits = ReadonlyMap<string, TargetSplit>;

/** Reads the targets of a scenario. @param settings the valid settings of the scenario @returns the valid targets, and all faults */
export function readTargets(
  policy: Policy,
  settings: RunSettings,
  raw: Readonly<Record<string, unknown>>,
): { splits: TargetSplits; issues: Issue[] } {
  const splits = new Map<string, TargetSplit>();
  const issues: Issue[] = [];
  const given = Object.entries(raw).filter(([, value]) => value !== null);
  if (given.length === 0) return { splits, issues };
  const plan = planRun(policy, settings);
  const { targets } = plan.versions[0].policy.document;
  const priced = Object.keys(targets).filter((id) => kindsOfTarget(plan, targets[id]?.costOf) !== null);
  for (const [id, value] of given) {
    const path = ['targets', id];
    const node = priced.includes(id) ? targets[id] : undefined;
    const found = node && kindsOfTarget(plan, node.costOf);
    if (!node || !found) {
      issues.push({ path, code: 'unknown-value', params: { allowed: priced } });
    } else if (typeof value === 'string') {
      if (value === AS_PRESENT) splits.set(id, value);
      else issues.push({ path, code: 'unknown-value', params: { allowed: [AS_PRESENT] } });
    } else {
      const read = rows.safeParse(value);
      const faults = read.success ? [] : issuesOf(read.error);
      const parts: TargetPart[] = [];
      const seen = new Set<string>();
      for (const [index, { count, facts }] of (read.data ?? []).entries()) {
        const wrong = factFaults(found, facts);
        faults.push(...wrong.map((issue) => ({ ...issue, path: [index, 'facts', ...issue.path] })));
        if (wrong.length > 0) continue;
        const valuesOf = (named: readonly Fact[]) => named.map((fact) => (facts[fact.id] ?? null) as string | boolean | null);
        const name = kindName(valuesOf(splitFacts(found.allowance)));
        const kind = found.kinds.find((one) => kindName(one.values) === name);
        const row = kindName(valuesOf(namedFacts(found.allowance)));
        if (!kind) faults.push({ path: [index, 'facts'], code: 'unknown-value' });
        else if (seen.has(row)) faults.push({ path: [index, 'facts'], code: 'duplicate-key' });
        else put(parts, kind, BigInt(count));
        seen.add(row);
      }
      const wanted = countOf(node.count, plan.readings);
      if (faults.length === 0) faults.push(...countFaults(parts, wanted));
      issues.push(...faults.map((issue) => ({ ...issue, path: [...path, ...issue.path] })));
      if (faults.length === 0) splits.set(id, parts);
    }
  }
  return { splits, issues };
}

type Found = NonNullable<ReturnType<typeof kindsOfTarget>>;

/** Merges rows with the same pay into one part. */
function put(parts: TargetPart[], kind: TargetKind, count: bigint): void {
  const at = parts.findIndex((part) => part.kind === kind);
  if (at < 0) parts.push({ kind, count });
  else parts[at] = { kind, count: (parts[at] as TargetPart).count + count };
}

/**
 * A row must name every fact that the amount depends on. It may name other facts that the allowance reads, because the readings decide
 * whether
 * the amount depends on them, and one split must work under several readings.
 */
function factFaults({ allowance, kinds }: Found, facts: Readonly<Record<string, unknown>>): Issue[] {
  const split = splitFacts(allowance);
  const others = namedFacts(allowance).filter((fact) => !split.includes(fact));
  const unknown = Object.keys(facts).filter((id) => !namedFacts(allowance).some((fact) => fact.id === id));
  return [
    ...unknown.map((id): Issue => ({ path: [id], code: 'unknown-field' })),
    ...others.flatMap((fact): Issue[] => {
      const value = facts[fact.id] ?? null;
      const allowed = fact.type === 'enum' ? Object.keys(fact.values) : [true, false];
      if (value === null || allowed.includes(value as never)) return [];
      return [{ path: [fact.id], code: 'unknown-value', params: { allowed: allowed.map(String) } }];
    }),
    ...split.flatMap(({ id }, at): Issue[] => {
      const value = Object.hasOwn(facts, id) ? facts[id] : undefined;
      if (value === undefined || value === null) return [{ path: [id], code: 'required' }];
      const allowed = [...new Set(kinds.map(({ values }) => values[at] as string | boolean))];
      return allowed.includes(value as string | boolean)
        ? []
        : [{ path: [id], code: 'unknown-value', params: { allowed: allowed.map(String) } }];
    }),
  ];
}

/** Checks that the rows add up to the people of the target exactly. */
function countFaults(parts: readonly TargetPart[], wanted: number): Issue[] {
  const people = parts.reduce((sum, { count }) => sum + count, 0n);
  if (people === BigInt(wanted)) return [];
  return [{ path: [], code: 'out-of-range', params: people < BigInt(wanted) ? { minimum: wanted } : { maximum: wanted } }];
}
