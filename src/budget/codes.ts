import * as z from 'zod';
import codesDocument from '../../rules/budget-codes.yaml';
import type { CompiledAllowance } from '../engine/plan.ts';
import { bilingual, type Dictionary, type FactValue, factOf } from '../facts/dictionary.ts';

const documentSchema = z.strictObject({
  economic: z.array(
    z.strictObject({ when: z.record(z.string(), z.string()), payee: z.enum(['teacher', 'institution']), code: z.string() }),
  ),
  functional: z.strictObject({ by: z.string(), codes: z.record(z.string(), z.string()) }),
  titles: z.record(z.string(), bilingual),
});

const { economic, functional, titles } = documentSchema.parse(codesDocument);

/** Names of the budget classification's codes (政府收支分类科目), by code. */
export const codeTitles = titles;

/** The economic and the functional code of an amount; `null` where the classification has none for the facts. */
export interface BudgetCode {
  readonly economic: string;
  readonly functional: string | null;
}

/** Classifies an amount by its allowance and the facts of the month in which it arises. */
export function budgetCodeOf(allowance: CompiledAllowance, facts: readonly FactValue[], dictionary: Dictionary): BudgetCode {
  const known = (id: string) => facts[factOf(dictionary, id).index];
  const { payee, economicCode } = allowance.node;
  const rule = economic.find((one) => one.payee === payee && Object.entries(one.when).every(([id, value]) => known(id) === value));
  return { economic: rule?.code ?? economicCode, functional: functional.codes[String(known(functional.by))] ?? null };
}
