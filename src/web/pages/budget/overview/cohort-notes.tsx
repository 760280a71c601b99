import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { pointerSteps } from '../../../platform/pointer.ts';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';

/** Why cohorts are not counted: blanks still to be filled in, and faults. */
export function CohortNotes({ failures }: { failures: BudgetResult['failures'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const fieldOf = (pointer: string) => {
    const id = pointerSteps(pointer).at(-1) ?? '';
    return id === 'count' ? t('budget.count') : catalogue.facts.has(id) ? labels.fact(id) : id;
  };
  return (
    <div role="status">
      {failures
        .filter(({ cohort }) => cohort)
        .map(({ index, errors }) => {
          const row = index + 1;
          const needed = errors.filter(({ code }) => code === 'required').map(({ pointer }) => fieldOf(pointer));
          const wrong = errors.filter(({ code }) => code !== 'required');
          return (
            <div key={index}>
              {needed.length > 0 && <p className="hint">{t('budget.cohortNeeds', { row, fields: needed.join(t('app.listComma')) })}</p>}
              {wrong.map(({ pointer, message }) => (
                <p key={pointer} className="fault">
                  {t('budget.cohortFault', { row, field: fieldOf(pointer), message })}
                </p>
              ))}
            </div>
          );
        })}
    </div>
  );
}
