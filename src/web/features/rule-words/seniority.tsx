import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { Labelled } from './by-reading.tsx';
import { isMapping } from './nodes.ts';

interface SeniorityProps {
  readonly node: Readonly<Record<string, unknown>>;
  /** Renders the amount of a band, or of one year. */
  readonly children: (amount: unknown) => ReactNode;
}

/** An amount by whole years since a date: by band, or per year. */
export function Seniority({ node, children }: SeniorityProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  const id = String(node.seniority);
  const params = { fact: facts.has(id) ? labels.fact(id) : id, on: dayText(node.on, t) };
  if (!Array.isArray(node.bands)) {
    const most = typeof node.atMost === 'number' ? t('policy.seniority.atMost', { count: node.atMost }) : '';
    return (
      <Trans i18nKey="policy.seniority.each" values={{ ...params, most }} components={{ amount: <span>{children(node.each)}</span> }} />
    );
  }
  const bands = node.bands.filter(isMapping).map(({ from, amount }) => ({ from: Number(from), amount }));
  return (
    <>
      <div>{t('policy.seniority.bands', params)}</div>
      <ul className="cases">
        {bands.map(({ from, amount }, index) => (
          <li key={from}>
            <Labelled>{bandText(from, bands[index + 1]?.from, t)}</Labelled>
            {children(amount)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** The day by which years must be complete. */
function dayText(on: unknown, t: TFunction): string {
  if (typeof on !== 'string' || on === 'month') return t('policy.seniority.onMonth');
  const [month = '', day = ''] = on.split('-');
  const names = t('unit.monthNames', { returnObjects: true });
  return t('policy.seniority.onDay', { month: names[Number(month) - 1], day: Number(day) });
}

/** @param until the years at which the next band starts, if there is one */
function bandText(from: number, until: number | undefined, t: TFunction): string {
  if (until === undefined) return t(from === 0 ? 'policy.seniority.any' : 'policy.seniority.over', { from });
  return t(from === 0 ? 'policy.seniority.under' : 'policy.seniority.between', { from, until });
}
