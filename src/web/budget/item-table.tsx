import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { fenOf, groupCount, groupDigits, isZero } from '../shell/amounts.ts';
import { type Column, DataTable } from '../shell/data-table.tsx';

type Item = BudgetResult['byAllowance'][number];

/** The budget by item; an item whose rate is awaited says so and is not zero. */
export function ItemTable({ result }: { result: BudgetResult }) {
  const { t } = useTranslation();
  const columns: Column<Item>[] = [
    { key: 'item', title: t('budget.item'), rowHeader: true, cell: ({ title }) => title },
    { key: 'payee', title: t('budget.payee'), cell: ({ payee }) => t(`budget.payees.${payee}`) },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: ({ headcount }) => groupCount(headcount),
      sortBy: ({ headcount }) => headcount,
    },
    {
      key: 'amount',
      title: t('unit.amountHeader'),
      numeric: true,
      cell: (item) => <Amount item={item} awaited={result.awaited} />,
      sortBy: ({ amount }) => fenOf(amount),
    },
  ];
  return (
    <DataTable
      caption={t('budget.byItem')}
      captionHidden
      columns={columns}
      rows={result.byAllowance}
      rowKey={({ allowance }) => allowance}
      footer={[
        [t('budget.personal'), '', '', groupDigits(result.personalTotal)],
        [t('budget.institution'), '', '', groupDigits(result.institutionTotal)],
        ...result.envelopes.map(({ title, amount, parts = [] }) => [
          <>
            {title}
            {parts.map((part) => (
              <div key={part.id} className="part">
                {part.title}
              </div>
            ))}
          </>,
          t('budget.envelope'),
          '',
          <>
            {amount === null ? <Awaited /> : groupDigits(amount)}
            {parts.map((part) => (
              <div key={part.id} className="part">
                {part.amount === null ? <Awaited /> : groupDigits(part.amount)}
              </div>
            ))}
          </>,
        ]),
        [t('budget.total'), '', groupCount(result.headcount), groupDigits(result.total)],
      ]}
    />
  );
}

function Awaited() {
  const { t } = useTranslation();
  return <span className="awaited">{t('unit.awaited')}</span>;
}

/** The amount, and beside it for how many people a rate is awaited. */
function Amount({ item: { allowance, amount }, awaited }: { item: Item; awaited: BudgetResult['awaited'] }) {
  const { t } = useTranslation();
  const own = awaited.filter((one) => one.allowance === allowance);
  // One person waits for one rate of an item at a time, or moves from one to another: the most is a safe count.
  const people = Math.max(0, ...own.map(({ headcount }) => headcount));
  if (own.length === 0) return groupDigits(amount);
  if (people === 0)
    return (
      <>
        {isZero(amount) && own.length > 0 && <span className="hint">{t('budget.awaitedNone')} </span>}
        {groupDigits(amount)}
      </>
    );
  return isZero(amount) ? (
    <span className="awaited">{t('budget.awaitedFor', { count: people })}</span>
  ) : (
    <>
      <span className="awaited">{t('budget.awaitedPlus', { count: people })} </span>
      {groupDigits(amount)}
    </>
  );
}
