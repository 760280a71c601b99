import * as z from 'zod';
import codesDocument from '../../rules/budget-codes.yaml';
import type { CompiledAllowance } from '../engine/plan.ts';
import { bilingual, type Dictionary, type FactValue, factOf } from '../facts/dictionary.ts';

const documentSchema = z.strictObject({
  economic: z.record(
    z.string(),
    z.strictObject({
      when: z.record(z.string(), z.string()),
      payee: z.enum(['teacher', 'institution']),
      code: z.string(),
      title: bilingual,
    }),
  ),
  functional: z.strictObject({ by: z.string(), codes: z.record(z.string(), z.string()) }),
  titles: z.record(z.string(), bilingual),
});
/** The budget classification, common to all policies. */
export type CodesDocument = z.infer<typeof documentSchema>;

const { economic, functional } = documentSchema.parse(codesDocument);
const exceptions = Object.entries(economic).map(([id, node]) => ({ id, ...node }));
const functionalCodes: ReadonlyMap<string, string> = new Map(Object.entries(functional.codes));

/** The economic and the functional code of an amount; `null` where the classification has none for the facts. */
export interface BudgetCode {
  readonly economic: string;
  readonly functional: string | null;
}

/** Codes that a run sets instead of ours. */
export interface OwnCodes {
  /** Economic codes by allowance. */
  readonly allowances: ReadonlyMap<string, string>;
  /** Economic codes by exception. */
  readonly exceptions: ReadonlyMap<string, string>;
  /** Functional codes by the value of {@link FUNCTIONAL_FACT}. */
  readonly functional: ReadonlyMap<string, string>;
}

/** A run that leaves all codes as they are. */
export const NO_OWN_CODES: OwnCodes = { allowances: new Map(), exceptions: new Map(), functional: new Map() };

/** The ids of the exceptions. */
export const EXCEPTIONS: readonly string[] = exceptions.map(({ id }) => id);
/** The fact that decides the functional code. */
export const FUNCTIONAL_FACT = functional.by;

/** An economic code: 3 digits (类), or 5 (款). */
export const ECONOMIC_CODE = /^\d{3}(\d{2})?$/;
/** A functional code: 3 digits (类), 5 (款) or 7 (项). */
export const FUNCTIONAL_CODE = /^\d{3}(\d{2}){0,2}$/;

/** Classifies an amount by its allowance and the facts of the month in which it arises. */
export function budgetCodeOf(allowance: CompiledAllowance, facts: readonly FactValue[], dictionary: Dictionary, own: OwnCodes): BudgetCode {
  const known = (id: string) => facts[factOf(dictionary, id).index];
  const { payee, economicCode } = allowance.node;
  const exception = exceptions.find((one) => one.payee === payee && Object.entries(one.when).every(([id, value]) => known(id) === value));
  const value = String(known(functional.by));
  return {
    economic: exception ? (own.exceptions.get(exception.id) ?? exception.code) : (own.allowances.get(allowance.id) ?? economicCode),
    functional: own.functional.get(value) ?? functionalCodes.get(value) ?? null,
  };
}
