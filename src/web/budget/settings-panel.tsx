import { useTranslation } from 'react-i18next';
import { ChoicesPanel } from './choices-panel.tsx';
import type { BudgetState } from './state.ts';

interface SettingsPanelProps {
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  readonly faults: ReadonlyMap<string, string>;
}

/** The readings, rates and places of the budget itself. */
export function SettingsPanel({ state, onChange, faults }: SettingsPanelProps) {
  const { t } = useTranslation();
  return (
    <section className="panel settings" aria-label={t('budget.settings')}>
      <ChoicesPanel choices={state} onChange={onChange} faults={faults} form="budget" />
    </section>
  );
}
