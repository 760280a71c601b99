import { Segmented } from 'antd';
import { Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Bar } from '../../../ui/bar-chart.tsx';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { lazily } from '../../../ui/lazily.tsx';
import { Share } from '../../../ui/share.tsx';
import { Money, MoneyTotal, useUnit } from '../../../ui/unit.tsx';
import type { Explored } from '../navigation/explored.ts';
import { type ChartName, useChart } from './use-chart.ts';

const BarChart = lazily(async () => (await import('../../../ui/bar-chart.tsx')).BarChart);

const ROWS_A_PAGE = 15;

interface ChartPanelProps {
  readonly explored: Explored;
  /** The charts to choose from, with the initial one first. */
  readonly charts: readonly [ChartName, ...ChartName[]];
}

/** A chart of the budget, and the table behind it. */
export function ChartPanel({ explored, charts }: ChartPanelProps) {
  const { t } = useTranslation();
  const { header } = useUnit();
  const id = useId();
  const [which, setWhich] = useState<ChartName>(charts[0]);
  const [asTable, setAsTable] = useState(false);
  const { rows, total, shareHeader, bars, lying, nameHeader, text, note } = useChart(which, explored);
  const columns: Column<Bar>[] = [
    { key: 'name', title: nameHeader, rowHeader: true, cell: ({ name }) => name },
    { key: 'amount', title: header, numeric: true, cell: ({ amount }) => <Money amount={amount} /> },
    { key: 'share', title: shareHeader, numeric: true, cell: ({ amount }) => <Share amount={amount} total={total} /> },
  ];
  const options = charts.map((chart) => ({ value: chart, label: t(`explore.${chart}`) }));
  return (
    <section className="panel charts" aria-labelledby={id}>
      <div className="chart-head">
        <h2 id={id}>{t(`explore.${which}`)}</h2>
        {charts.length > 1 && (
          <Segmented<ChartName> aria-label={t('explore.which')} size="small" value={which} options={options} onChange={setWhich} />
        )}
        <Segmented<'chart' | 'table'>
          aria-label={t('explore.chartChoice')}
          size="small"
          value={asTable ? 'table' : 'chart'}
          options={[
            { value: 'chart', label: t('explore.chart') },
            { value: 'table', label: t('explore.table') },
          ]}
          onChange={(choice) => setAsTable(choice === 'table')}
        />
      </div>
      {asTable ? (
        <DataTable
          caption={t(`explore.${which}`)}
          captionHidden
          columns={columns}
          rows={rows}
          rowKey={({ name }) => name}
          pageSize={ROWS_A_PAGE}
          footer={[[t('table.total'), <MoneyTotal key="total" amount={total} rows={rows.map(({ amount }) => amount)} />, '']]}
        />
      ) : (
        <>
          <Suspense fallback={<div className="chart" />}>
            <BarChart bars={bars} lying={lying} label={text} />
          </Suspense>
          {note !== null && <p className="hint">{note}</p>}
        </>
      )}
    </section>
  );
}
