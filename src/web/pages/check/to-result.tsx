import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { groupDigits } from '../../ui/amounts.ts';

/** On a narrow screen the result is far below the form: a bar with its total stays visible and leads there. */
export function ToResult({ result }: { result: EntitlementResult }) {
  const { t } = useTranslation();
  const go = () => {
    const heading = document.getElementById('check-result');
    heading?.scrollIntoView();
    heading?.focus();
  };
  return (
    <button type="button" className="to-result" onClick={go}>
      {t('person.toResult', {
        label: t(result.complete ? 'check.personalTotal' : 'check.knownSoFar'),
        amount: groupDigits(result.personalTotal),
      })}
    </button>
  );
}
