import { useTranslation } from 'react-i18next';
import { ParametersPanel } from '../shell/parameters-panel.tsx';
import { ReadingsPanel } from '../shell/readings-panel.tsx';
import type { BudgetState } from './state.ts';

interface SettingsPanelProps {
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  readonly faults: ReadonlyMap<string, string>;
}

/** The readings and rates of the budget itself. */
export function SettingsPanel({ state, onChange, faults }: SettingsPanelProps) {
  const { t } = useTranslation();
  const readings = Object.keys(state.readings).length;
  const figures = Object.values(state.figures).filter(Boolean).length;
  return (
    <section className="panel settings" aria-label={t('budget.settings')}>
      <details>
        <summary>
          {t('readings.title')}
          {readings > 0 && <span className="count">{t('readings.changed', { count: readings })}</span>}
        </summary>
        <ReadingsPanel name="budget" chosen={state.readings} onChange={(chosen) => onChange({ ...state, readings: chosen })} />
      </details>
      <details>
        <summary>
          {t('parameters.title')}
          {figures > 0 && <span className="count">{t('parameters.changed', { count: figures })}</span>}
        </summary>
        <ParametersPanel
          form="budget"
          figures={state.figures}
          faults={faults}
          onChange={(typed) => onChange({ ...state, figures: typed })}
        />
      </details>
    </section>
  );
}
