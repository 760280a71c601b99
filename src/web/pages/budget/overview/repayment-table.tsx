import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { fenOf, groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money, useUnit } from '../../../ui/unit.tsx';

type Owed = BudgetResult['repayments']['byAllowance'][number];

/** Clawbacks from people who leave before a service period is over; not in the totals, and empty if there are none. */
export function RepaymentTable({ repayments: { amount, headcount, byAllowance } }: Pick<BudgetResult, 'repayments'>) {
  const { t } = useTranslation();
  const { header } = useUnit();
  if (headcount === 0) return null;
  const columns: Column<Owed>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance, title }) => (
        <ClauseLink kind="allowance" id={allowance}>
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
  ];
  return (
    <section className="panel" aria-labelledby="budget-repayments">
      <h2 id="budget-repayments">{t('repayments.title')}</h2>
      <DataTable
        caption={t('repayments.budgetHint')}
        columns={columns}
        rows={byAllowance}
        rowKey={({ allowance }) => allowance}
        footer={[[t('table.total'), groupCount(headcount), <Money key="amount" amount={amount} />]]}
      />
    </section>
  );
}
