import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf, groupCount, groupDigits } from '../../../ui/amounts.ts';
import type { Bar } from '../../../ui/bar-chart.tsx';
import { shareOf } from '../../../ui/share.tsx';
import { type Explored, peopleTotal } from '../navigation/explored.ts';
import { usePartText } from '../navigation/part-text.ts';
import { useGroups } from '../people/use-groups.ts';

/** The charts of a budget. */
export type ChartName = 'cashFlow' | 'composition' | 'ranking';

/** The most schools in a chart. */
const MOST_SCHOOLS = 12;

/** The contents of a chart. */
export interface Chart {
  /** All bars, for the table. */
  readonly rows: readonly Bar[];
  readonly total: string;
  /** The total that the shares refer to. */
  readonly shareHeader: string;
  /** The bars that fit, for the picture. */
  readonly bars: readonly Bar[];
  readonly lying: boolean;
  /** What the bars represent. */
  readonly nameHeader: string;
  /** A description of the picture in words. */
  readonly text: string;
  readonly note: string | null;
}

/** Prepares a chart of a budget. */
export function useChart(which: ChartName, explored: Explored): Chart {
  const { t } = useTranslation();
  const composition = useComposition(explored);
  const cashFlow = useCashFlow(explored);
  const ranking = useRanking(explored);
  const [first] = byAmount(which === 'cashFlow' ? cashFlow : which === 'ranking' ? ranking : composition);
  const name = first?.name ?? t('unit.none');
  const amount = t('unit.amount', { amount: groupDigits(first?.amount ?? '0.00') });
  switch (which) {
    case 'composition': {
      const { total } = explored.result;
      const share = shareOf(first?.amount ?? '0.00', total) ?? '0.0';
      const text = t('explore.compositionText', { first: name, share });
      const shareHeader = t('explore.shareOfBudget');
      return { rows: composition, total, shareHeader, bars: composition, lying: true, nameHeader: t('budget.item'), text, note: null };
    }
    case 'cashFlow': {
      const text = t('explore.cashFlowText', { first: name, amount });
      const total = peopleTotal(explored.result);
      const nameHeader = t('explore.names.month');
      return {
        rows: cashFlow,
        total,
        shareHeader: t('explore.share'),
        bars: cashFlow,
        lying: false,
        nameHeader,
        text,
        note: t('budget.monthNote'),
      };
    }
    case 'ranking': {
      const bars = ranking.slice(0, MOST_SCHOOLS);
      const counts = { count: groupCount(bars.length) as never, all: groupCount(ranking.length) };
      const text = t('explore.rankingText', { ...counts, first: name, amount });
      const note = t('explore.firstSchools', counts);
      const total = peopleTotal(explored.result);
      const nameHeader = t('explore.names.school');
      return { rows: ranking, total, shareHeader: t('explore.share'), bars, lying: true, nameHeader, text, note };
    }
  }
}

/** Items and envelopes with an amount, the largest first. */
function useComposition({ result }: Explored): readonly Bar[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const envelopes = result.envelopes.flatMap(({ title, amount }) => (amount === null ? [] : [{ title, amount }]));
    const parts = [...result.byAllowance, ...envelopes].filter(({ amount }) => fenOf(amount) !== 0n);
    return byAmount(
      parts.map(({ title, amount }) => {
        const percent = shareOf(amount, result.total);
        return { name: title, amount, ...(percent !== null && { note: t('explore.percent', { percent }) }) };
      }),
    );
  }, [result, t]);
}

function useCashFlow({ result }: Explored): readonly Bar[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const names = t('unit.monthNames', { returnObjects: true });
    return result.byMonth.map(({ month, amount }) => ({ name: names[Number(month.slice(5)) - 1] ?? month, amount }));
  }, [result, t]);
}

function useRanking({ policy, run }: Explored): readonly Bar[] {
  const text = usePartText();
  const groups = useGroups({ policy, run, dimension: 'school', filter: {} });
  const name = text.group('school', null);
  return useMemo(() => byAmount((groups ?? []).map(({ key, amount }) => ({ name: key ?? name, amount }))), [groups, name]);
}

function byAmount(bars: readonly Bar[]): readonly Bar[] {
  return bars.toSorted((a, b) => (fenOf(a.amount) < fenOf(b.amount) ? 1 : fenOf(a.amount) > fenOf(b.amount) ? -1 : 0));
}
