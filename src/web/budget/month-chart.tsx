import { BarChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { groupDigits } from '../shell/amounts.ts';

use([BarChart, GridComponent, TooltipComponent, SVGRenderer]);

/** A bar for each month. Heights are drawn from floats; every number that is read comes from the exact text. */
export function MonthChart({ byMonth }: { byMonth: BudgetResult['byMonth'] }) {
  const { t } = useTranslation();
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);

  useEffect(() => {
    if (!frame.current) return;
    const made = init(frame.current, undefined, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(() => made.resize());
    watch.observe(frame.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    const names = t('unit.monthNames', { returnObjects: true });
    chart.current?.setOption({
      animation: false,
      color: ['#0b5cad'],
      textStyle: { fontFamily: 'inherit', color: '#1f2328' },
      grid: { left: 8, right: 8, top: 30, bottom: 4, containLabel: true },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (_value: unknown, index: number) => t('unit.amount', { amount: groupDigits(byMonth[index]?.amount ?? '0.00') }),
      },
      xAxis: {
        type: 'category',
        data: byMonth.map(({ month }) => names[Number(month.slice(5)) - 1]),
        axisTick: { show: false },
        axisLabel: { color: '#1f2328' },
      },
      yAxis: {
        type: 'value',
        name: t('unit.yuan'),
        nameTextStyle: { color: '#4b535d', align: 'right' },
        axisLabel: { color: '#4b535d', formatter: (value: number) => groupDigits(String(value)) },
      },
      series: [{ type: 'bar', barMaxWidth: 44, data: byMonth.map(({ amount }) => Number(amount)) }],
    });
  }, [byMonth, t]);

  return <div ref={frame} className="month-chart" role="img" aria-label={t('budget.chartLabel')} />;
}
