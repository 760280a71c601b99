import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money, useUnit } from '../../../ui/unit.tsx';

type Source = BudgetResult['funding'][number]['sources'][number] & { readonly allowance: string; readonly policy: string | undefined };

/** What each source bears of the items whose funding the document shares out; empty if there are none. */
export function FundingTable({ funding }: { funding: BudgetResult['funding'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { header } = useUnit();
  if (funding.length === 0) return null;
  const rows = funding.flatMap(({ allowance, policy, sources }) => sources.map((source) => ({ allowance, policy, ...source })));
  const awaited = <span className="awaited">{t('unit.awaited')}</span>;
  const columns: Column<Source>[] = [
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
    { key: 'source', title: t('policy.funding'), cell: ({ source }) => source },
    {
      key: 'share',
      title: t('budget.funding.share'),
      numeric: true,
      cell: ({ share }) => (share === null ? awaited : t('policy.figure.percent', { value: share })),
    },
    {
      key: 'amount',
      title: header,
      numeric: true,
      cell: ({ amount, share }) => (amount !== null ? <Money amount={amount} /> : share === null ? awaited : t('unit.none')),
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-funding">
      <h2 id="budget-funding">{t('budget.funding.title')}</h2>
      <DataTable
        caption={t('budget.funding.note')}
        columns={columns}
        rows={rows}
        rowKey={({ allowance, policy, parameter }) => `${policy} ${allowance} ${parameter}`}
      />
    </section>
  );
}
