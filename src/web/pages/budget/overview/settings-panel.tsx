import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../../contract/wire/wording.ts';
import type { BudgetState } from '../../../features/budget/state.ts';
import { ChoicesPanel } from '../../../features/settings/choices-panel.tsx';
import { ScalesFold } from '../../../features/settings/scales-fold.tsx';
import { faultsByPointer } from '../../../platform/pointer.ts';

interface SettingsPanelProps {
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  /** The faults of the request. */
  readonly issues: readonly WireIssue[];
}

/** The readings, rates, places and pay scales of the budget itself. */
export function SettingsPanel({ state, onChange, issues }: SettingsPanelProps) {
  const { t } = useTranslation();
  return (
    <section className="panel settings" aria-label={t('budget.settings')}>
      <ChoicesPanel choices={state} onChange={onChange} faults={faultsByPointer(issues)} form="budget" />
      <ScalesFold
        form="budget"
        year={state.year}
        scales={state.scales}
        issues={issues}
        onChange={(scales) => onChange({ ...state, scales })}
      />
    </section>
  );
}
