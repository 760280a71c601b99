import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { useSettingLabel, withoutRows } from '../../features/settings/setting-label.ts';
import { pointerSteps } from '../../platform/pointer.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';

interface FaultSummaryProps {
  readonly issues: readonly WireIssue[];
  readonly untouched: boolean;
  readonly hasExample: boolean;
  /** Goes to the field at a path of the request. */
  readonly onGo: (pointer: string) => void;
}

/** The faults that keep a result from being computed; each line leads to its field. */
export function FaultSummary({ issues, untouched, hasExample, onGo }: FaultSummaryProps) {
  const { t } = useTranslation();
  const fieldLabel = useFieldLabel();
  const wrong = withoutRows(
    issues.filter(({ code }) => code !== 'required'),
    t,
  );
  const needed = issues.filter(({ code }) => code === 'required');
  if (untouched && wrong.length === 0) return <p className="start">{t(hasExample ? 'check.startOrExample' : 'check.start')}</p>;
  const list = (some: readonly WireIssue[], withMessage: boolean) => (
    <ul className="faults">
      {some.map(({ pointer, message }) => {
        const field = fieldLabel(pointer);
        return (
          <li key={pointer + message}>
            <button type="button" className="link" onClick={() => onGo(pointer)}>
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

/** The name of a field, by its path in the request. */
function useFieldLabel(): (pointer: string) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  const settingLabel = useSettingLabel();
  return (pointer) => {
    const [first, second = '', third, fourth = ''] = pointerSteps(pointer);
    if (first !== 'teacher') return settingLabel(pointer);
    if (second !== 'changes' || third === undefined) return facts.has(second) ? labels.fact(second) : pointer;
    return t('check.changedFact', { number: Number(third) + 1, fact: facts.has(fourth) ? labels.fact(fourth) : t('check.changeFrom') });
  };
}
