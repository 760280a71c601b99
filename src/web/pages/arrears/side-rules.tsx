import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { ChoicesPanel } from '../../features/settings/choices-panel.tsx';
import { ScalesFold } from '../../features/settings/scales-fold.tsx';
import { useSettingLabel, withoutRows } from '../../features/settings/setting-label.ts';
import { faultsByPointer } from '../../platform/pointer.ts';
import type { SideRules as Rules } from './state.ts';

interface SideRulesProps {
  readonly rules: Rules;
  readonly onChange: (rules: Rules) => void;
  /** The faults of this side. */
  readonly issues: readonly WireIssue[];
  /** Where the rules stand in the request. */
  readonly base: string;
  readonly form: string;
  readonly year: string;
}

/** What one side has otherwise than its document: readings, rates, places, pay scales; and what is wrong with it. */
export function SideRules({ rules, onChange, issues, base, form, year }: SideRulesProps) {
  const { t } = useTranslation();
  const labelOf = useSettingLabel();
  const listed = withoutRows(issues, t);
  return (
    <>
      <div className="side-rules">
        <ChoicesPanel choices={rules} onChange={onChange} faults={faultsByPointer(issues)} base={base} form={form} />
        <ScalesFold {...{ form, base, year, issues }} scales={rules.scales} onChange={(scales) => onChange({ ...rules, scales })} />
      </div>
      {listed.length > 0 && (
        <Alert
          type="error"
          showIcon
          title={t('check.faults', { count: listed.length })}
          description={listed.map(({ pointer, message }) => (
            <div key={pointer}>{t('check.faultAt', { field: labelOf(pointer.slice(base.length)), message })}</div>
          ))}
        />
      )}
    </>
  );
}
