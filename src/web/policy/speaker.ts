import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../contract/wire/wording.ts';
import { useLanguage } from '../platform/i18n/language.ts';
import { type Catalogue, useCatalogue } from './catalogue.ts';
import { type Labels, useLabels } from './labels.ts';
import { type PagePolicy, usePolicies } from './policies.ts';

/** Everything needed to describe a result outside of React: on paper, in a workbook. */
export interface Speaker {
  readonly t: TFunction;
  readonly language: Language;
  readonly labels: Labels;
  readonly catalogue: Catalogue;
  readonly policies: readonly PagePolicy[];
}

/** Speaks in the language of the page. */
export function useSpeaker(): Speaker {
  const { t } = useTranslation();
  const language = useLanguage();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const policies = usePolicies();
  return { t, language, labels, catalogue, policies };
}
