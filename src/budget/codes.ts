import codesDocument from '../../rules/budget-codes.yaml';
import type { CompiledAllowance } from '../engine/plan.ts';
import { type Dictionary, type FactValue, factOf } from '../facts/dictionary.ts';
import { codesSchema } from '../policy/common/codes-file.ts';

const { economic, functional } = codesSchema.parse(codesDocument);
const exceptions = Object.entries(economic).map(([id, node]) => ({ id, ...node }));
const functionalCodes: ReadonlyMap<string, string> = new Map(Object.entries(functional.codes));

/** The economic and the functional code of an amount; `null` where the classification has none for the facts. */
export interface BudgetCode {
  readonly economic: string;
  readonly functional: string | null;
}

/** Codes that a run sets in place of the shared ones. */
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
