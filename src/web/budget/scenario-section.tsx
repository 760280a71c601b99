import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { fenOf, groupCount, groupDifference, groupDigits, isZero } from '../shell/amounts.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { useLabels } from '../shell/labels.ts';
import { ScenarioDrawer } from './scenario-drawer.tsx';
import type { BudgetState } from './state.ts';

interface ScenarioSectionProps {
  readonly result: BudgetResult;
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  readonly faults: ReadonlyMap<string, string>;
}

type Compared = BudgetResult['scenarios'][number]['byAllowance'][number];

/** One scenario beside the budget, item by item. */
export function ScenarioSection({ result, state, onChange, faults }: ScenarioSectionProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [open, setOpen] = useState(false);
  const scenario = result.scenarios[0];
  const edit = () => {
    if (!state.scenario) onChange({ ...state, scenario: { title: t('budget.scenarioDefault'), readings: {}, figures: {} } });
    setOpen(true);
  };
  const baselineOf = (id: string) => result.byAllowance.find(({ allowance }) => allowance === id)?.amount ?? '0.00';
  const columns: Column<Compared>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance }) => (
        <ClauseLink kind="allowance" id={allowance}>
          {labels.allowance(allowance)}
        </ClauseLink>
      ),
    },
    { key: 'baseline', title: t('budget.baseline'), numeric: true, cell: ({ allowance }) => groupDigits(baselineOf(allowance)) },
    { key: 'scenario', title: state.scenario?.title || t('budget.scenario'), numeric: true, cell: ({ amount }) => groupDigits(amount) },
    {
      key: 'difference',
      title: t('budget.difference'),
      numeric: true,
      cell: ({ difference }) => groupDifference(difference),
      sortBy: ({ difference }) => fenOf(difference),
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-scenario">
      <div className="scenario-head">
        <h2 id="budget-scenario">{t('budget.scenario')}</h2>
        <p className="hint">{t('budget.scenarioHint')}</p>
        <div className="buttons">
          <Button onClick={edit}>{t(state.scenario ? 'budget.scenarioEdit' : 'budget.scenarioAdd')}</Button>
          {state.scenario && <Button onClick={() => onChange({ ...state, scenario: null })}>{t('budget.scenarioRemove')}</Button>}
        </div>
      </div>
      {state.scenario && scenario && (
        <>
          <p data-testid="scenario-people">
            {t('budget.scenarioPeople', {
              gaining: groupCount(scenario.gaining),
              losing: groupCount(scenario.losing),
              unchanged: groupCount(scenario.unchanged),
            })}
          </p>
          <DataTable
            caption={t('budget.scenario')}
            captionHidden
            columns={columns}
            rows={scenario.byAllowance.filter(({ allowance, amount }) => !isZero(amount) || !isZero(baselineOf(allowance)))}
            rowKey={({ allowance }) => allowance}
            footer={[[t('budget.total'), groupDigits(result.total), groupDigits(scenario.total), groupDifference(scenario.difference)]]}
          />
        </>
      )}
      {state.scenario && (
        <ScenarioDrawer
          open={open}
          scenario={state.scenario}
          readings={result.readings}
          faults={faults}
          onChange={(changed) => onChange({ ...state, scenario: changed })}
          onClose={() => setOpen(false)}
        />
      )}
    </section>
  );
}
