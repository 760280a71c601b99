import * as z from 'zod';
import { absentOr } from '../facts/issue.ts';
import type { Fault } from '../policy/fault.ts';
import type { PolicyDocument } from '../policy/schema.ts';
import { MOST_CHARACTERS } from '../policy/yaml-guard.ts';
import { say, type Wording } from './wording.ts';

const text = z.string({ error: absentOr() }).max(MOST_CHARACTERS);

/** A policy file to be checked, and the document's own text, in which the quotes of its clauses must stand. */
export const policyCheckRequest = z.strictObject(
  {
    text: text.meta({ description: 'The YAML of the policy file.' }),
    source: text.nullish().meta({ description: 'The text of the document; with it quotes are looked up.' }),
  },
  { error: absentOr() },
);

/** What is wrong with a policy file: every fault, up to a hundred, each with its place. */
export const policyCheckResult = z.object({
  ok: z.boolean(),
  policy: z
    .object({ id: z.string(), version: z.string(), title: z.string() })
    .optional()
    .meta({ description: 'The policy, where it has no fault.' }),
  faults: z.array(
    z.object({
      line: z.int().min(1),
      column: z.int().min(1),
      path: z.string().meta({ description: 'The keys that lead there, such as allowances.meal.months; empty for the file itself.' }),
      code: z.string(),
      message: z.string(),
    }),
  ),
});
export type PolicyCheckResult = z.infer<typeof policyCheckResult>;

/** The answer about a policy file that is good. */
export function passedCheck(document: PolicyDocument, version: string, wording: Pick<Wording, 'language'>): PolicyCheckResult {
  return { ok: true, policy: { id: document.id, version, title: say(document.title, wording) }, faults: [] };
}

/** The answer about a policy file that is not. @param explain the sentence of a fault */
export function failedCheck(faults: readonly Fault[], explain: (fault: Fault) => string): PolicyCheckResult {
  return {
    ok: false,
    faults: faults.map((fault) => ({
      line: fault.line,
      column: fault.column,
      path: fault.path,
      code: fault.code,
      message: explain(fault),
    })),
  };
}
