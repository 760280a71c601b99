import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { ChoicesPanel } from '../../features/settings/choices-panel.tsx';
import { DepartureNotice } from '../../features/settings/departure-notice.tsx';
import { ScalesFold } from '../../features/settings/scales-fold.tsx';
import { useSettingLabel, withoutRows } from '../../features/settings/setting-label.ts';
import { type Departure, departFrom } from '../../features/settings/settings.ts';
import type { SharedSettings } from '../../features/settings/use-settings.ts';
import { faultsByPointer } from '../../platform/pointer.ts';

interface SideRulesProps {
  /** The shared settings, and where this side departs from them. */
  readonly shared: SharedSettings;
  readonly departure: Departure;
  readonly onChange: (departure: Departure) => void;
  /** The faults of this side. */
  readonly issues: readonly WireIssue[];
  /** The path of the rules in the request. */
  readonly base: string;
  readonly form: string;
  readonly year: string;
}

/** Where one side departs from the shared settings: readings, rates, places, pay scales; with its faults. */
export function SideRules({ shared, departure, onChange, issues, base, form, year }: SideRulesProps) {
  const { t } = useTranslation();
  const labelOf = useSettingLabel();
  const listed = withoutRows(issues, t);
  const { settings } = shared;
  return (
    <>
      <DepartureNotice {...{ shared, departure, onChange }} faulty={issues.length > 0} />
      <div className="side-rules">
        <ChoicesPanel
          choices={departure}
          onChange={onChange}
          baseline={settings}
          faults={faultsByPointer(issues)}
          base={base}
          form={form}
          canReturn
        />
        <ScalesFold
          {...{ form, base, year, issues }}
          scales={departFrom(settings, departure).scales}
          onChange={(scales) => onChange({ ...departure, scales })}
        />
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
