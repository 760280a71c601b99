import * as z from 'zod';
import { absentOr, type Issue, issuesOf } from '../../facts/issue.ts';
import { valueSchema } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { isPersonal, type RunFacts, underFacts } from '../../policy/run-facts.ts';

/** Facts in a request beside its year; their names and values are checked by {@link readRunFacts}. */
export const runFactsShape = z
  .record(z.string(), z.unknown(), { error: absentOr() })
  .meta({ additionalProperties: { type: ['string', 'number', 'boolean', 'null'] } })
  .nullish()
  .meta({
    description: 'Facts of everybody of whom they are not given: below what a person gives, above the defaults. Null means not given.',
  });

/**
 * Checks the facts of a run against those of a policy.
 *
 * @returns those that are valid, and all faults
 */
export function readRunFacts(policy: Policy, raw: Readonly<Record<string, unknown>>): { facts: RunFacts; issues: Issue[] } {
  const facts: Record<string, string | number | boolean> = {};
  const issues: Issue[] = [];
  for (const [id, value] of Object.entries(raw)) {
    const path = ['facts', id];
    const fact = policy.dictionary.byId.get(id);
    if (!fact) issues.push({ path, code: 'unknown-field' });
    else if (isPersonal(policy, id)) issues.push({ path, code: 'personal-fact' });
    else if (value !== null) {
      const read = valueSchema(fact).safeParse(value);
      if (read.success) facts[id] = read.data as string | number | boolean;
      else for (const issue of issuesOf(read.error)) issues.push({ ...issue, path: [...path, ...issue.path] });
    }
  }
  return { facts, issues };
}

/**
 * The policy by which a request is to be read and computed: under the facts that it gives for everybody.
 *
 * @param body of a request, not yet validated; what is wrong with its facts is told when its settings are read
 */
export function policyOfRun(policy: Policy, body: unknown): Policy {
  const raw: unknown =
    typeof body === 'object' && body !== null && Object.hasOwn(body, 'facts') ? (body as { facts: unknown }).facts : null;
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return policy;
  return underFacts(policy, readRunFacts(policy, raw as Record<string, unknown>).facts);
}
