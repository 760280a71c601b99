import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import budgetCodes from '../../../rules/budget-codes.yaml';
import type { Bilingual } from '../../facts/dictionary.ts';
import { type Labels, useLabels } from './labels.ts';

interface CodesDocument {
  readonly economic: Readonly<Record<string, { readonly code: string; readonly title: Bilingual }>>;
  readonly functional: { readonly by: string; readonly codes: Readonly<Record<string, string>> };
  readonly titles: Readonly<Record<string, Bilingual>>;
}

/** The budget classification, common to all policies. */
export const classification = budgetCodes as unknown as CodesDocument;

/** A code of the budget classification with its title, if that is known. */
export function codeTitle(code: string, t: TFunction, { say }: Labels): string {
  const title = classification.titles[code];
  return title ? t('codes.titled', { code, title: say(title) }) : code;
}

/** The same in the language of the page. */
export function useCodeTitle(): (code: string) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  return (code) => codeTitle(code, t, labels);
}
