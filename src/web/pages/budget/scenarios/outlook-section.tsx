import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { NO_GROWTH, type TypedOutlook } from '../../../features/budget/outlook.ts';
import { OutlookForm } from './outlook-form.tsx';
import { OutlookResult } from './outlook-result.tsx';

interface OutlookSectionProps {
  readonly result: BudgetResult;
  readonly typed: TypedOutlook | null;
  readonly onChange: (typed: TypedOutlook | null) => void;
  readonly faults: ReadonlyMap<string, string>;
}

/** The projection for the next three years: its growth, and its result. */
export function OutlookSection({ result, typed, onChange, faults }: OutlookSectionProps) {
  const { t } = useTranslation();
  return (
    <section className="panel" aria-labelledby="budget-outlook">
      <div className="scenario-head">
        <h2 id="budget-outlook">{t('whatIf.outlook.title')}</h2>
        <p className="hint">{t('whatIf.outlook.hint')}</p>
        <div className="buttons">
          <Button onClick={() => onChange(typed ? null : NO_GROWTH)}>{t(typed ? 'whatIf.outlook.close' : 'whatIf.outlook.open')}</Button>
        </div>
      </div>
      {typed && <OutlookForm typed={typed} onChange={onChange} faults={faults} />}
      {typed && result.projection && <OutlookResult result={result} projection={result.projection} />}
    </section>
  );
}
