import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { claimOpenText } from '../../../features/person/claim-open-text.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { fenOf, groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money, useUnit } from '../../../ui/unit.tsx';

type Owed = BudgetResult['repayments']['byClaim'][number];

/** What people owe under claims, and for how many of them that is not known; not in the totals, and empty if there are none. */
export function RepaymentTable({ repayments: { amount, headcount, openHeadcount, byClaim, missing } }: Pick<BudgetResult, 'repayments'>) {
  const { t } = useTranslation();
  const { header } = useUnit();
  const labels = useLabels();
  if (headcount === 0 && openHeadcount === 0) return null;
  const columns: Column<Owed>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ claim, title }) => (
        <ClauseLink kind="claim" id={claim}>
          {title}
        </ClauseLink>
      ),
    },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: (one) => groupCount(one.headcount),
      sortBy: (one) => one.headcount,
    },
    {
      key: 'amount',
      title: header,
      numeric: true,
      cell: (one) => <Money amount={one.amount} />,
      sortBy: (one) => fenOf(one.amount),
    },
    {
      key: 'open',
      title: t('repayments.openPeople'),
      numeric: true,
      cell: (one) => groupCount(one.openHeadcount),
      sortBy: (one) => one.openHeadcount,
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-repayments">
      <h2 id="budget-repayments">{t('repayments.title')}</h2>
      <DataTable
        caption={t('repayments.budgetHint')}
        columns={columns}
        rows={byClaim}
        rowKey={({ claim }) => claim}
        footer={[[t('table.total'), groupCount(headcount), <Money key="amount" amount={amount} />, groupCount(openHeadcount)]]}
      />
      {missing.map((one) => (
        <p key={JSON.stringify(one)} className="hint">
          {claimOpenText(one, t, labels)}
        </p>
      ))}
    </section>
  );
}
