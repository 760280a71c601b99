import * as z from 'zod';
import { EXCEPTIONS, FUNCTIONAL_FACT, type OwnCodes } from '../../budget/codes.ts';
import { factOf } from '../../facts/dictionary.ts';
import { absentOr, type Issue } from '../../facts/issue.ts';
import { ECONOMIC_CODE, FUNCTIONAL_CODE } from '../../policy/common/codes-file.ts';
import type { Policy } from '../../policy/policy.ts';
import { lineageOf } from '../../policy/succession.ts';
import { type Read, rawRecord } from '../wire/settings.ts';

const error = absentOr();
const shapeOf = (pattern: RegExp) =>
  z
    .record(z.string(), z.unknown(), { error })
    .meta({ additionalProperties: { type: ['string', 'null'], pattern: pattern.source } })
    .nullish();

/** Budget codes in a request. The allowances and the codes themselves are checked by {@link readBudgetCodes}. */
export const budgetCodesShape = z
  .strictObject({ allowances: shapeOf(ECONOMIC_CODE), exceptions: shapeOf(ECONOMIC_CODE), functional: shapeOf(FUNCTIONAL_CODE) }, { error })
  .nullish()
  .meta({
    description: `Codes of the budget classification that count in this run instead of ours: economic ones by allowance and by exception (${EXCEPTIONS.join(', ')}), functional ones by ${FUNCTIONAL_FACT}.`,
  });
export type RawBudgetCodes = z.input<typeof budgetCodesShape>;

/** Budget codes as a result repeats them. */
export const wireBudgetCodes = z.object({
  allowances: z.record(z.string(), z.string()).optional(),
  exceptions: z.record(z.string(), z.string()).optional(),
  functional: z.record(z.string(), z.string()).optional(),
});

/** Checks budget codes against the allowances of the policy and of those that it supersedes; `null` means not given. */
export function readBudgetCodes(policy: Policy, raw: Readonly<Record<string, unknown>>): Read<OwnCodes> {
  const issues: Issue[] = [];
  const read = (kind: keyof OwnCodes, allowed: readonly string[], pattern: RegExp): Map<string, string> => {
    const codes = new Map<string, string>();
    for (const [id, code] of Object.entries(rawRecord(raw, kind))) {
      const path = ['budgetCodes', kind, id];
      if (!allowed.includes(id)) issues.push({ path, code: 'unknown-field' });
      else if (code === null) continue;
      else if (typeof code !== 'string') issues.push({ path, code: 'wrong-type', params: { expected: 'string' } });
      else if (!pattern.test(code)) issues.push({ path, code: 'invalid-budget-code' });
      else codes.set(id, code);
    }
    return codes;
  };
  const stage = factOf(policy.dictionary, FUNCTIONAL_FACT);
  const value: OwnCodes = {
    allowances: read(
      'allowances',
      [...new Set(lineageOf(policy).flatMap(({ document }) => Object.keys(document.allowances)))],
      ECONOMIC_CODE,
    ),
    exceptions: read('exceptions', EXCEPTIONS, ECONOMIC_CODE),
    functional: read('functional', stage.type === 'enum' ? Object.keys(stage.values) : [], FUNCTIONAL_CODE),
  };
  return issues.length > 0 ? { value: null, issues } : { value, issues: [] };
}

/** The codes set by a run, for the wire; empty if there are none. */
export function echoBudgetCodes(own: OwnCodes): { budgetCodes?: z.infer<typeof wireBudgetCodes> } {
  const given = Object.entries(own).filter(([, codes]: [string, ReadonlyMap<string, string>]) => codes.size > 0);
  return given.length === 0 ? {} : { budgetCodes: Object.fromEntries(given.map(([kind, codes]) => [kind, Object.fromEntries(codes)])) };
}
