import * as z from 'zod';
import { bilingual, type Dictionary } from '../../facts/dictionary.ts';
import type { FaultCode, FaultParams, Finding, Step } from '../reading/fault.ts';
import { type RuleFile, readRules } from '../reading/read-rules.ts';

/** An economic code: 3 digits (类), or 5 (款). */
export const ECONOMIC_CODE = /^\d{3}(\d{2})?$/;
/** A functional code: 3 digits (类), 5 (款) or 7 (项). */
export const FUNCTIONAL_CODE = /^\d{3}(\d{2}){0,2}$/;

/** The schema of an economic code. */
export const economicCode = z.string().regex(ECONOMIC_CODE, 'invalid-economic-code');
const functionalCode = z.string().regex(FUNCTIONAL_CODE, 'invalid-budget-code');
const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid-id');

/** The budget classification, common to all policies, as it is written in `rules/budget-codes.yaml`. */
export const codesSchema = z.strictObject({
  economic: z.record(
    kebab,
    z.strictObject({
      when: z.record(z.string(), z.string()),
      payee: z.enum(['teacher', 'institution']),
      code: economicCode,
      title: bilingual,
    }),
  ),
  functional: z.strictObject({ by: z.string(), codes: z.record(z.string(), functionalCode) }),
  titles: z.record(functionalCode, bilingual),
});
export type CodesDocument = z.infer<typeof codesSchema>;

type Report = (path: readonly Step[], code: FaultCode, params?: FaultParams) => void;

/** Reads and checks the budget classification: facts and values are there, and every code has a title. */
export function readCodesFile(text: string, dictionary: Dictionary): RuleFile<CodesDocument> {
  return readRules(text, codesSchema, ({ economic, functional, titles }) => {
    const found: Finding[] = [];
    const report: Report = (path, code, params = {}) => found.push({ path, code, params });
    const needTitle = (code: string, path: readonly Step[]) => {
      if (!Object.hasOwn(titles, code)) report(path, 'untitled-code', { code });
    };
    for (const [id, { when, code }] of Object.entries(economic)) {
      const at = ['economic', id];
      if (Object.keys(when).length === 0) report([...at, 'when'], 'empty');
      for (const [fact, value] of Object.entries(when)) checkValue(dictionary, fact, [value], () => [...at, 'when', fact], report);
      needTitle(code, [...at, 'code']);
    }
    checkValue(
      dictionary,
      functional.by,
      Object.keys(functional.codes),
      (value) => ['functional', ...(value ? ['codes', value] : ['by'])],
      report,
    );
    for (const [value, code] of Object.entries(functional.codes)) needTitle(code, ['functional', 'codes', value]);
    return found;
  });
}

/** Whether a fact has a list of values, and these among them. @param pathOf where a value stands, or the fact where none is given */
function checkValue(
  dictionary: Dictionary,
  id: string,
  values: readonly string[],
  pathOf: (value?: string) => readonly Step[],
  report: Report,
): void {
  const fact = dictionary.byId.get(id);
  if (fact?.type !== 'enum') {
    report(pathOf(), fact ? 'not-a-list-fact' : 'no-fact', { fact: id });
    return;
  }
  const allowed = Object.keys(fact.values);
  for (const value of values) if (!allowed.includes(value)) report(pathOf(value), 'no-value', { value, fact: id, allowed });
}
