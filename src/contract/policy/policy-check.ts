import * as z from 'zod';
import { absentOr } from '../../facts/issue.ts';
import type { PolicyDocument } from '../../policy/document/schema.ts';
import type { PolicyFile } from '../../policy/loading/load.ts';
import type { Fault } from '../../policy/reading/fault.ts';
import { MOST_CHARACTERS } from '../../policy/reading/yaml-guard.ts';
import { say, type Wording } from '../wire/wording.ts';

const text = z.string({ error: absentOr() }).max(MOST_CHARACTERS);

/** A policy file to check, with the text of the document, which must contain the quotes of its clauses. */
export const policyCheckRequest = z.strictObject(
  {
    text: text.meta({ description: 'The YAML of the policy file.' }),
    source: text.nullish().meta({ description: 'The text of the document; with it quotes are looked up.' }),
    sources: z.record(z.string(), text).nullish().meta({
      description: 'The texts of other documents that clauses quote, by the names under which the policy has them in its sources.',
    }),
  },
  { error: absentOr() },
);

const told = z.object({
  line: z.int().min(1),
  column: z.int().min(1),
  path: z.string().meta({ description: 'The keys that lead there, such as allowances.meal.months; empty for the file itself.' }),
  code: z.string(),
  message: z.string(),
});

/** The faults and warnings of a policy file, at most a hundred of each, with their places. */
export const policyCheckResult = z.object({
  ok: z.boolean().meta({ description: 'Whether the policy can be computed by: it has no fault. Warnings do not matter to it.' }),
  policy: z
    .object({ id: z.string(), version: z.string(), title: z.string() })
    .optional()
    .meta({ description: 'The policy, where it has no fault.' }),
  faults: z.array(told),
  warnings: z.array(told).meta({
    description:
      'What does not stop the policy and may be a slip: a figure that does not stand in its quote, quotes that were not looked up.',
  }),
});
export type PolicyCheckResult = z.infer<typeof policyCheckResult>;

/**
 * The answer about a policy file.
 *
 * @param policy its document and version; `null` where it has a fault
 * @param explain the sentence of a fault or warning
 */
export function checkResult(
  policy: { readonly document: PolicyDocument; readonly version: string } | null,
  { faults, warnings }: Pick<PolicyFile, 'faults' | 'warnings'>,
  explain: (fault: Fault) => string,
  wording: Pick<Wording, 'language'>,
): PolicyCheckResult {
  const tell = (fault: Fault) => ({
    line: fault.line,
    column: fault.column,
    path: fault.path,
    code: fault.code,
    message: explain(fault),
  });
  return {
    ok: policy !== null,
    ...(policy && { policy: { id: policy.document.id, version: policy.version, title: say(policy.document.title, wording) } }),
    faults: faults.map(tell),
    warnings: warnings.map(tell),
  };
}
