import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../contract/wording.ts';
import { type Catalogue, useCatalogue } from '../shell/catalogue.ts';
import { fieldId, focusField } from '../shell/field.tsx';
import { type Labels, useLabels } from '../shell/labels.ts';
import { pointerSteps } from '../shell/pointer.ts';

/** What keeps a result from being computed; each line leads to its field. */
export function FaultSummary({ issues, untouched, hasExample }: { issues: readonly WireIssue[]; untouched: boolean; hasExample: boolean }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const wrong = issues.filter(({ code }) => code !== 'required');
  const needed = issues.filter(({ code }) => code === 'required');
  if (untouched && wrong.length === 0) return <p className="start">{t(hasExample ? 'check.startOrExample' : 'check.start')}</p>;
  const list = (some: readonly WireIssue[], withMessage: boolean) => (
    <ul className="faults">
      {some.map(({ pointer, message }) => {
        const field = fieldLabel(pointer, t, labels, catalogue);
        return (
          <li key={pointer + message}>
            <button type="button" className="link" onClick={() => focusField(fieldId(pointer))}>
              {withMessage ? t('check.faultAt', { field, message }) : field}
            </button>
          </li>
        );
      })}
    </ul>
  );
  return (
    <div role="status" className="fault-summary">
      {wrong.length > 0 && (
        <Alert type="error" showIcon title={t('check.faults', { count: wrong.length })} description={list(wrong, true)} />
      )}
      {needed.length > 0 && <Alert type="info" showIcon title={t('check.stillNeeded')} description={list(needed, false)} />}
    </div>
  );
}

function fieldLabel(pointer: string, t: ReturnType<typeof useTranslation>['t'], labels: Labels, catalogue: Catalogue): string {
  const [first, second, third, fourth] = pointerSteps(pointer);
  if (first === 'year') return t('fields.year');
  if (first === 'parameters' && second !== undefined) return labels.parameter(second);
  if (first === 'teacher' && second === 'changes' && third !== undefined) {
    const number = Number(third) + 1;
    const fact = fourth !== undefined && catalogue.facts.has(fourth) ? labels.fact(fourth) : t('check.changeFrom');
    return t('check.changedFact', { number, fact });
  }
  return second !== undefined && catalogue.facts.has(second) ? labels.fact(second) : pointer;
}
