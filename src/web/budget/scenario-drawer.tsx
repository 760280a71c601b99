import { Button, Drawer, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../shell/field.tsx';
import { ParametersPanel } from '../shell/parameters-panel.tsx';
import { ReadingsPanel } from '../shell/readings-panel.tsx';
import type { Scenario } from './state.ts';

interface ScenarioDrawerProps {
  readonly open: boolean;
  readonly scenario: Scenario;
  /** The readings of the budget that it is compared with. */
  readonly readings: Readonly<Record<string, string>>;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (scenario: Scenario) => void;
  readonly onClose: () => void;
}

/** Where a scenario is made: its name, its readings, its rates. */
export function ScenarioDrawer({ open, scenario, readings, faults, onChange, onClose }: ScenarioDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      title={t('budget.scenario')}
      open={open}
      onClose={onClose}
      size={560}
      extra={
        <Button type="primary" onClick={onClose}>
          {t('budget.scenarioClose')}
        </Button>
      }
    >
      <Field id="scenario-name" label={t('budget.scenarioName')}>
        {({ id }) => (
          <Input id={id} value={scenario.title} maxLength={40} onChange={({ target }) => onChange({ ...scenario, title: target.value })} />
        )}
      </Field>
      <h3 className="drawer-part">{t('readings.title')}</h3>
      <ReadingsPanel
        name="scenario"
        chosen={scenario.readings}
        baseline={readings}
        onChange={(chosen) => onChange({ ...scenario, readings: chosen })}
      />
      <h3 className="drawer-part">{t('parameters.title')}</h3>
      <ParametersPanel
        form="scenario"
        base="/scenarios/0"
        figures={scenario.figures}
        faults={faults}
        onChange={(figures) => onChange({ ...scenario, figures })}
      />
    </Drawer>
  );
}
