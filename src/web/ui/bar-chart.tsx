import { BarChart as Bars } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { type EChartsType, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { groupDigits, roundToWan } from './amounts.ts';
import { useUnit } from './unit.tsx';

use([Bars, GridComponent, TooltipComponent, SVGRenderer]);

/** One bar. */
export interface Bar {
  readonly name: string;
  /** Yuan as on the wire. */
  readonly amount: string;
  /** What follows the amount beside the bar. */
  readonly note?: string;
}

interface BarChartProps {
  readonly bars: readonly Bar[];
  /** Horizontal bars, for long names. */
  readonly lying: boolean;
  /** A description of the chart in words. */
  readonly label: string;
}

const INK = '#1f2328';
const SOFT = '#4b535d';
const BAR_PX = 28;
const NAME_PX = 160;
const AMOUNT_PX = 150;
const YUAN_A_WAN = 10_000;

/** A bar chart of amounts. Lengths are drawn from floats; every number that a person reads comes from the exact text. */
export function BarChart({ bars, lying, label }: BarChartProps) {
  const { t } = useTranslation();
  const { unit, name: unitName } = useUnit();
  const frame = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(null);

  useEffect(() => {
    if (!frame.current) return;
    const made = init(frame.current, undefined, { renderer: 'svg' });
    chart.current = made;
    const watch = new ResizeObserver(([entry]) => {
      // A chart on a hidden page keeps its size.
      if (entry && entry.contentRect.width > 0) made.resize();
    });
    watch.observe(frame.current);
    return () => {
      watch.disconnect();
      made.dispose();
    };
  }, []);

  useEffect(() => {
    if (!frame.current) return;
    // Labels are measured before they are drawn, so the name of the font is needed.
    const { fontFamily } = getComputedStyle(frame.current);
    const amountText = ({ amount, note }: Bar) => {
      const { text, isExact } = roundToWan(amount);
      const shown = unit === 'yuan' ? groupDigits(amount) : isExact ? text : t('explore.unit.rounded', { amount: text });
      return note === undefined ? shown : t('explore.barNote', { amount: shown, note });
    };
    const names = {
      type: 'category',
      data: bars.map(({ name }) => name),
      inverse: lying,
      axisTick: { show: false },
      axisLabel: { color: INK, ...(lying && { width: NAME_PX, overflow: 'truncate' }) },
    };
    const amounts = {
      type: 'value',
      name: lying ? '' : unitName,
      nameTextStyle: { color: SOFT, align: 'left' },
      splitNumber: lying ? 3 : 5,
      axisLabel: {
        show: !lying,
        color: SOFT,
        formatter: (value: number) => groupDigits(String(unit === 'wan' ? value / YUAN_A_WAN : value)),
      },
    };
    chart.current?.setOption(
      {
        animation: false,
        color: ['#0b5cad'],
        textStyle: { fontFamily, color: INK },
        grid: { left: 4, right: lying ? AMOUNT_PX : 8, top: lying ? 4 : 30, bottom: 4, containLabel: true },
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          valueFormatter: (_value: unknown, index: number) => t('unit.amount', { amount: groupDigits(bars[index]?.amount ?? '0.00') }),
        },
        xAxis: lying ? amounts : names,
        yAxis: lying ? names : amounts,
        series: [
          {
            type: 'bar',
            barMaxWidth: lying ? 16 : 44,
            data: bars.map(({ amount }) => Number(amount)),
            label: {
              show: lying,
              position: 'right',
              color: INK,
              formatter: ({ dataIndex }: { dataIndex: number }) => (bars[dataIndex] ? amountText(bars[dataIndex]) : ''),
            },
          },
        ],
      },
      { notMerge: true },
    );
  }, [bars, lying, t, unit, unitName]);

  return (
    <div
      ref={frame}
      className="chart"
      role="img"
      aria-label={label}
      style={lying ? { height: Math.max(120, bars.length * BAR_PX + 12) } : undefined}
    />
  );
}
