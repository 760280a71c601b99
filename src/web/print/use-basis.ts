import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../shell/catalogue.ts';
import { useLabels } from '../shell/labels.ts';
import { usePolicies } from '../shell/policies.ts';
import { type Basis, basisOf } from './basis.ts';

/** What a result rests on, in the language of the page. */
export function useBasis(result: Parameters<typeof basisOf>[0]): Basis {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const policies = usePolicies();
  return basisOf(result, { t, labels, catalogue, policies });
}
