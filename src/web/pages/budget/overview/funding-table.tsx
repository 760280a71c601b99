import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { type FundingRow, fundingRows } from '../../../features/budget/funding-rows.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Money, useUnit } from '../../../ui/unit.tsx';

/** What each source bears of the items whose funding the document shares out; empty if there are none. */
export function FundingTable({ funding }: { funding: BudgetResult['funding'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { header } = useUnit();
  if (funding.length === 0) return null;
  const open = (text: string) => <span className="awaited">{text}</span>;
  const columns: Column<FundingRow>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance, item }) => (
        <ClauseLink kind="allowance" id={allowance}>
          {item}
        </ClauseLink>
      ),
    },
    { key: 'source', title: t('policy.funding'), cell: ({ source }) => source },
    { key: 'share', title: t('budget.funding.share'), numeric: true, cell: ({ by }) => by ?? open(t('unit.awaited')) },
    {
      key: 'amount',
      title: header,
      numeric: true,
      cell: ({ amount }) => (amount === null ? open(t('budget.funding.unknown')) : <Money amount={amount} />),
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-funding">
      <h2 id="budget-funding">{t('budget.funding.title')}</h2>
      <DataTable caption={t('budget.funding.note')} columns={columns} rows={fundingRows(funding, t, labels)} rowKey={({ key }) => key} />
    </section>
  );
}
