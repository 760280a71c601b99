import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MOST_PAGE_SCENARIOS, newScenario, useScenarioName } from '../../../features/budget/scenarios.ts';
import { type BudgetState, nextKey, type Scenario } from '../../../features/budget/state.ts';
import { overlayChoices } from '../../../features/settings/choices.ts';
import type { Explored } from '../navigation/explored.ts';
import { ScenarioDrawer } from './scenario-drawer.tsx';
import { ScenarioTable } from './scenario-table.tsx';

interface ScenarioSectionProps {
  readonly explored: Pick<Explored, 'result' | 'place'>;
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  readonly faults: ReadonlyMap<string, string>;
  /** The key of the scenario being edited, if any. */
  readonly edited: number | null;
  readonly onEdit: (key: number | null) => void;
}

/** Any number of scenarios beside the budget. */
export function ScenarioSection({ explored: { result, place }, state, onChange, faults, edited, onEdit }: ScenarioSectionProps) {
  const { t } = useTranslation();
  const nameOf = useScenarioName(state.scenarios);
  const { scenarios } = state;
  const index = scenarios.findIndex(({ key }) => key === edited);
  const open = scenarios[index];
  const add = (scenario: Scenario) => {
    onChange({ ...state, scenarios: [...scenarios, scenario] });
    return scenario.key;
  };
  const compared = scenarios.flatMap((scenario) => {
    const found = result.scenarios.find(({ id }) => id === `s${scenario.key}`);
    return found ? [{ scenario, compared: found }] : [];
  });
  return (
    <section className="panel" aria-labelledby="budget-scenario">
      <div className="scenario-head">
        <h2 id="budget-scenario">{t('whatIf.title')}</h2>
        <p className="hint">{t('whatIf.hint')}</p>
        <div className="buttons">
          <Button disabled={scenarios.length >= MOST_PAGE_SCENARIOS} onClick={() => onEdit(add(newScenario(scenarios)))}>
            {t('whatIf.add')}
          </Button>
        </div>
      </div>
      {compared.length > 0 && (
        <ScenarioTable
          result={result}
          place={place}
          scenarios={compared}
          nameOf={nameOf}
          actions={[
            { name: 'edit', act: ({ key }) => onEdit(key) },
            {
              name: 'copy',
              act: (scenario) =>
                onEdit(add({ ...scenario, key: nextKey(scenarios), title: t('whatIf.copyName', { name: nameOf(scenario) }) })),
            },
            { name: 'adopt', act: (scenario) => onChange({ ...state, ...overlayChoices(state, scenario) }) },
            { name: 'remove', act: ({ key }) => onChange({ ...state, scenarios: scenarios.filter((one) => one.key !== key) }) },
          ]}
        />
      )}
      {open && (
        <ScenarioDrawer
          scenario={open}
          result={result}
          index={index}
          baseline={{ ...state, readings: result.readings }}
          faults={faults}
          onChange={(changed) => onChange({ ...state, scenarios: scenarios.map((one) => (one.key === changed.key ? changed : one)) })}
          onClose={() => onEdit(null)}
        />
      )}
    </section>
  );
}
