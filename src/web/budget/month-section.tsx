import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupDigits, sumAmounts } from '../shell/amounts.ts';
import { type Column, DataTable } from '../shell/data-table.tsx';

const MonthChart = lazy(async () => ({ default: (await import('./month-chart.tsx')).MonthChart }));

type Month = BudgetResult['byMonth'][number];

/** The cash flow of the year: a table, and a chart of it. */
export function MonthSection({ byMonth }: { byMonth: BudgetResult['byMonth'] }) {
  const { t } = useTranslation();
  const columns: Column<Month>[] = [
    { key: 'month', title: t('budget.monthHeader'), rowHeader: true, cell: ({ month }) => month },
    { key: 'amount', title: t('unit.amountHeader'), numeric: true, cell: ({ amount }) => groupDigits(amount) },
  ];
  return (
    <section className="panel" aria-labelledby="budget-months">
      <h2 id="budget-months">{t('budget.byMonth')}</h2>
      <div className="months">
        <DataTable
          caption={t('budget.monthNote')}
          columns={columns}
          rows={byMonth}
          rowKey={({ month }) => month}
          footer={[[t('table.total'), groupDigits(sumAmounts(byMonth))]]}
        />
        <Suspense fallback={<div className="month-chart" />}>
          <MonthChart byMonth={byMonth} />
        </Suspense>
      </div>
    </section>
  );
}
