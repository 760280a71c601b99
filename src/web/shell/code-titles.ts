import { useTranslation } from 'react-i18next';
import budgetCodes from '../../../rules/budget-codes.yaml';
import type { Bilingual } from '../../facts/dictionary.ts';
import { useLabels } from './labels.ts';

interface CodesDocument {
  readonly economic: Readonly<Record<string, { readonly code: string; readonly title: Bilingual }>>;
  readonly functional: { readonly by: string; readonly codes: Readonly<Record<string, string>> };
  readonly titles: Readonly<Record<string, Bilingual>>;
}

/** The budget classification, common to all policies. */
export const classification = budgetCodes as unknown as CodesDocument;

/** Names a code of the budget classification: the code and what it is called, where that is known. */
export function useCodeTitle(): (code: string) => string {
  const { t } = useTranslation();
  const { say } = useLabels();
  return (code) => {
    const title = classification.titles[code];
    return title ? t('codes.titled', { code, title: say(title) }) : code;
  };
}
