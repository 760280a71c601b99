import { Button, Drawer, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../shell/field.tsx';
import type { Choices } from './choices.ts';
import { ChoicesPanel } from './choices-panel.tsx';
import type { Scenario } from './state.ts';

interface ScenarioDrawerProps {
  readonly scenario: Scenario;
  /** Its place among the scenarios of the request. */
  readonly index: number;
  /** The budget that it is compared with. */
  readonly baseline: Choices;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (scenario: Scenario) => void;
  readonly onClose: () => void;
}

/** Where a scenario is made: its name, its readings, its rates, its places. */
export function ScenarioDrawer({ scenario, index, baseline, faults, onChange, onClose }: ScenarioDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      title={t('whatIf.edit')}
      open
      onClose={onClose}
      size={620}
      extra={
        <Button type="primary" onClick={onClose}>
          {t('whatIf.done')}
        </Button>
      }
    >
      <Field id="scenario-name" label={t('whatIf.name')}>
        {({ id }) => (
          <Input id={id} value={scenario.title} maxLength={40} onChange={({ target }) => onChange({ ...scenario, title: target.value })} />
        )}
      </Field>
      <p className="hint">{t('whatIf.editHint')}</p>
      <div className="scenario-choices">
        <ChoicesPanel
          key={scenario.key}
          choices={scenario}
          onChange={onChange}
          baseline={baseline}
          faults={faults}
          base={`/scenarios/${index}`}
          form="scenario"
        />
      </div>
    </Drawer>
  );
}
