import { Button, Drawer, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import type { Scenario } from '../../../features/budget/state.ts';
import { isPriced } from '../../../features/budget/typed-targets.ts';
import type { Choices } from '../../../features/settings/choices.ts';
import { ChoicesPanel } from '../../../features/settings/choices-panel.tsx';
import { Field } from '../../../ui/field.tsx';
import { TargetFields } from './target-fields.tsx';

interface ScenarioDrawerProps {
  readonly scenario: Scenario;
  readonly result: BudgetResult;
  /** Its index among the scenarios of the request. */
  readonly index: number;
  /** The baseline. */
  readonly baseline: Choices;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
  readonly onChange: (scenario: Scenario) => void;
  readonly onClose: () => void;
}

/** Edits a scenario: its name, its readings, rates and places, and the targets that it assumes to be met. */
export function ScenarioDrawer({ scenario, result, index, baseline, faults, onChange, onClose }: ScenarioDrawerProps) {
  const { t } = useTranslation();
  const { targets = {} } = scenario;
  const met = result.scenarios.find(({ id }) => id === `s${scenario.key}`)?.targets ?? [];
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
        {result.targets.some(isPriced) && (
          <details open={Object.keys(targets).length > 0}>
            <summary>
              {t('whatIf.targets.title')}
              {Object.keys(targets).length > 0 && <span className="count">{Object.keys(targets).length}</span>}
            </summary>
            <TargetFields
              targets={result.targets}
              typed={targets}
              met={met}
              onChange={(changed) => onChange({ ...scenario, targets: changed })}
            />
          </details>
        )}
      </div>
    </Drawer>
  );
}
