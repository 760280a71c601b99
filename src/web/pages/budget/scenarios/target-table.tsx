import { Button } from 'antd';
import { Trans, useTranslation } from 'react-i18next';
import { MOST_PAGE_SCENARIOS, newScenario } from '../../../features/budget/scenarios.ts';
import type { BudgetState } from '../../../features/budget/state.ts';
import { isPriced, type Target, usualSplit } from '../../../features/budget/typed-targets.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money, useUnit } from '../../../ui/unit.tsx';

interface TargetTableProps {
  readonly targets: readonly Target[];
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
  /** Opens a scenario for editing. */
  readonly onEdit: (key: number) => void;
}

/** The targets of the document, and their yearly cost once met. */
export function TargetTable({ targets, state, onChange, onEdit }: TargetTableProps) {
  const { t } = useTranslation();
  const { name } = useUnit();
  const priced = targets.filter(isPriced);
  /** Turns targets into a scenario; a split that cannot follow people paid today is asked for in its drawer. */
  const meet = (chosen: readonly Target[]) => {
    const [first] = chosen;
    const title =
      chosen.length === 1 && first
        ? t('whatIf.targets.name', { title: first.title, count: groupCount(first.count) })
        : t('whatIf.targets.all');
    const typed = Object.fromEntries(chosen.map((target) => [target.id, usualSplit(target)]));
    const scenario = newScenario(state.scenarios, { targets: typed }, title);
    onChange({ ...state, scenarios: [...state.scenarios, scenario] });
    if (Object.values(typed).some((split) => split !== 'present')) onEdit(scenario.key);
  };
  const isFull = state.scenarios.length >= MOST_PAGE_SCENARIOS;
  const cost = ({ costFrom, costTo }: Target) => {
    if (costFrom === null && costTo === null) return <span className="awaited">{t('unit.awaited')}</span>;
    const from = costFrom === null ? <span>{t('unit.awaited')}</span> : <Money amount={costFrom} />;
    const to = costTo === null ? <span>{t('unit.awaited')}</span> : <Money amount={costTo} />;
    return costFrom === costTo ? from : <Trans i18nKey="budget.targetRange" components={{ from, to }} />;
  };
  const counted = ({ count, unit }: Target) =>
    unit === undefined ? t('unit.people', { count: groupCount(count) }) : t('unit.counted', { count: groupCount(count), unit });
  const columns: Column<Target>[] = [
    {
      key: 'target',
      title: t('budget.target'),
      rowHeader: true,
      cell: ({ id, title }) => (
        <ClauseLink kind="target" id={id}>
          {title}
        </ClauseLink>
      ),
    },
    { key: 'count', title: t('budget.targetCount'), numeric: true, cell: counted },
    { key: 'by', title: t('budget.targetBy'), numeric: true, cell: ({ by }) => by },
    { key: 'cost', title: t('explore.people.inUnit', { title: t('budget.targetCost'), unit: name }), numeric: true, cell: cost },
    {
      key: 'scenario',
      title: t('whatIf.title'),
      cell: (target) =>
        isPriced(target) ? (
          <Button
            size="small"
            type="link"
            disabled={isFull}
            aria-label={t('whatIf.targets.meetOf', { title: target.title })}
            onClick={() => meet([target])}
          >
            {t('whatIf.targets.meet')}
          </Button>
        ) : (
          <span className="hint">{t('whatIf.targets.noRate')}</span>
        ),
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-targets">
      <h2 id="budget-targets">{t('budget.targets')}</h2>
      <DataTable caption={t('budget.targets')} captionHidden columns={columns} rows={targets} rowKey={({ id }) => id} />
      {priced.length > 1 && (
        <div className="buttons">
          <Button size="small" disabled={isFull} onClick={() => meet(priced)}>
            {t('whatIf.targets.meetAll')}
          </Button>
        </div>
      )}
    </section>
  );
}
