import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { sumAmounts } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money, useUnit } from '../../../ui/unit.tsx';

/** The sums by the month in which they are paid out. */
export function PaidOutTable({ paidOut }: { paidOut: NonNullable<BudgetResult['paidOut']> }) {
  const { t } = useTranslation();
  const { header } = useUnit();
  const columns: Column<(typeof paidOut)[number]>[] = [
    { key: 'month', title: t('budget.monthHeader'), rowHeader: true, cell: ({ month }) => month },
    { key: 'amount', title: header, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
  ];
  return (
    <section className="panel" aria-labelledby="budget-paid-out">
      <h2 id="budget-paid-out">{t('person.paidOut.title')}</h2>
      <DataTable
        caption={t('person.paidOut.hint')}
        columns={columns}
        rows={paidOut}
        rowKey={({ month }) => month}
        footer={[[t('table.total'), <Money key="amount" amount={sumAmounts(paidOut)} />]]}
      />
    </section>
  );
}
