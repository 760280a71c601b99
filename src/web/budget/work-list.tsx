import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupCount } from '../shell/amounts.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { useLabels } from '../shell/labels.ts';

type Lack = BudgetResult['missing'][number];

/** What has to be supplied before the budget is complete, and for how many people. */
export function WorkList({ result: { missing } }: { result: BudgetResult }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const columns: Column<Lack>[] = [
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
    {
      key: 'what',
      title: t('budget.workWhat'),
      cell: ({ fact, parameter }) =>
        fact === undefined
          ? t('budget.workFigure', { parameter: labels.parameter(parameter ?? '') })
          : t('budget.workFact', { fact: labels.fact(fact) }),
    },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: ({ headcount }) => groupCount(headcount),
      sortBy: ({ headcount }) => headcount,
    },
    { key: 'how', title: t('budget.workHow'), cell: ({ fact }) => t(fact === undefined ? 'budget.workFigureHow' : 'budget.workFactHow') },
  ];
  return (
    <section className="panel" aria-labelledby="budget-work">
      <h2 id="budget-work">{t('budget.work')}</h2>
      {missing.length === 0 ? (
        <p className="hint">{t('budget.workNone')}</p>
      ) : (
        <DataTable
          caption={t('budget.workNote')}
          columns={columns}
          rows={missing}
          rowKey={({ allowance, fact, parameter }) => JSON.stringify([allowance, fact, parameter])}
        />
      )}
    </section>
  );
}
