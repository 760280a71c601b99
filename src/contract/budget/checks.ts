import * as z from 'zod';
import { compareMultiple, comparePay } from '../../budget/checks.ts';
import type { Plan } from '../../engine/plan.ts';
import { absentOr, type Issue, issuesOf } from '../../facts/issue.ts';
import { integerFault, yuan } from '../../facts/teacher-schema.ts';
import { formatFen, parseYuan } from '../../money/fen.ts';
import type { CheckNode } from '../../policy/document/schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { clauseOf } from '../wire/clause.ts';
import { amount, wireClause } from '../wire/head.ts';
import type { Read } from '../wire/settings.ts';
import { say, type Wording } from '../wire/wording.ts';

const headcount = z.int({ error: integerFault }).min(1).max(1_000_000_000);

/** The inputs of each kind of check; averages and totals are for a year. */
export const CHECK_INPUTS = {
  'pay-parity': z.strictObject({ teacherAverage: yuan, civilServantAverage: yuan, headcount }, { error: absentOr() }),
  'multiple-of-line': z.strictObject({ currentTotal: yuan, headcount }, { error: absentOr() }),
} satisfies Record<CheckNode['kind'], z.ZodType>;

/** The inputs of a run's checks, by check. */
export type CheckInputs = Readonly<Record<string, Record<string, string | number>>>;

/** Reads the inputs of checks; `null` means not given. */
export function readChecks(policy: Policy, raw: Readonly<Record<string, unknown>>): Read<CheckInputs> {
  const issues: Issue[] = [];
  const inputs: Record<string, Record<string, string | number>> = {};
  for (const [id, value] of Object.entries(raw)) {
    const path = ['checks', id];
    const check = Object.hasOwn(policy.document.checks, id) ? policy.document.checks[id] : undefined;
    if (!check) {
      issues.push({ path, code: 'unknown-field' });
    } else if (value !== null) {
      const result = CHECK_INPUTS[check.kind].safeParse(value);
      if (result.success) inputs[id] = result.data;
      else for (const issue of issuesOf(result.error)) issues.push({ ...issue, path: [...path, ...issue.path] });
    }
  }
  return issues.length > 0 ? { value: null, issues } : { value: inputs, issues: [] };
}

/** The result of a check: `not-given` without its inputs, `awaited` while a figure of the policy is undetermined. */
export const checkResult = z.object({
  id: z.string(),
  kind: z.enum(['pay-parity', 'multiple-of-line']),
  title: z.string(),
  clause: wireClause,
  status: z.enum(['not-given', 'awaited', 'met', 'not-met']),
  needs: z.array(z.string()).optional().meta({ description: 'Inputs that the check needs, where none were given.' }),
  parameter: z.string().optional().meta({ description: 'The figure that is awaited.' }),
  gap: amount.optional().meta({ description: 'What one person lacks a year on average.' }),
  target: amount.optional().meta({ description: 'The multiple of the line, for all, a year.' }),
  cost: amount.optional().meta({ description: 'What keeping the promise would cost a year.' }),
});
export type CheckResult = z.infer<typeof checkResult>;

/** Carries out the checks of a policy with the inputs of a run. */
export function checksOf(plan: Plan, inputs: CheckInputs, wording: Pick<Wording, 'language'>): CheckResult[] {
  return Object.entries(plan.versions[0].policy.document.checks).map(([id, check]) => {
    const head = { id, kind: check.kind, title: say(check.title, wording), clause: clauseOf(check.clause, wording) };
    const input = Object.hasOwn(inputs, id) ? inputs[id] : undefined;
    if (!input) return { ...head, status: 'not-given', needs: Object.keys(CHECK_INPUTS[check.kind].shape) };
    return { ...head, ...outcome(plan, check, input) };
  });
}

function outcome(
  plan: Plan,
  check: CheckNode,
  input: Record<string, string | number>,
): Pick<CheckResult, 'status' | 'parameter' | 'gap' | 'target' | 'cost'> {
  const fen = (name: string) => parseYuan(String(input[name])) ?? 0;
  const people = Number(input.headcount);
  if (check.kind === 'pay-parity') {
    const { met, gapFen, costFen } = comparePay(fen('teacherAverage'), fen('civilServantAverage'), people);
    return { status: met ? 'met' : 'not-met', gap: formatFen(gapFen), cost: formatFen(costFen) };
  }
  const figures = compareMultiple(plan.versions[0].figure(check.line), check.multiple, fen('currentTotal'), people);
  if (!figures) return { status: 'awaited', parameter: check.line };
  return { status: figures.met ? 'met' : 'not-met', target: formatFen(figures.targetFen), cost: formatFen(figures.costFen) };
}
