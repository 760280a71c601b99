import type { CheckNode } from '../../../policy/document/schema.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import { wireInteger } from '../../policy/fact-values.ts';

/** The inputs of each kind of check, in the order in which they are asked for. */
export const CHECK_INPUTS = {
  'pay-parity': ['teacherAverage', 'civilServantAverage', 'headcount'],
  'multiple-of-line': ['currentTotal', 'headcount'],
} as const satisfies Record<CheckNode['kind'], readonly string[]>;
export type CheckInput = (typeof CHECK_INPUTS)[CheckNode['kind']][number];

/** The inputs of checks as typed, by check. */
export type TypedChecks = Readonly<Record<string, Readonly<Partial<Record<CheckInput, string>>>>>;

/** The inputs of a check that are still blank. */
export function blankInputs(kind: CheckNode['kind'], typed: TypedChecks[string] = {}): CheckInput[] {
  return CHECK_INPUTS[kind].filter((input) => !typed[input]?.trim());
}

/** The inputs in the form of the API: only of those checks whose inputs are all typed. */
export function wireChecks(typed: TypedChecks, { policy }: Catalogue): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(policy.document.checks).flatMap(([id, { kind }]) => {
      if (blankInputs(kind, typed[id]).length > 0) return [];
      const wire = (input: CheckInput) => {
        const text = typed[id]?.[input] ?? '';
        return input === 'headcount' ? wireInteger(text) : text.normalize('NFKC').trim();
      };
      return [[id, Object.fromEntries(CHECK_INPUTS[kind].map((input) => [input, wire(input)]))]];
    }),
  );
}
