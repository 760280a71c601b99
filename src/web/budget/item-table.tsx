import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget-result.ts';
import { fenOf, groupCount, groupDigits } from '../shell/amounts.ts';
import { useCatalogue } from '../shell/catalogue.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Column, DataTable } from '../shell/data-table.tsx';
import { datedRates } from '../shell/dated-rates.ts';
import { useLabels } from '../shell/labels.ts';
import { sourcesText } from '../shell/sources.ts';
import { notesOf } from './item-notes.ts';

type Item = BudgetResult['byAllowance'][number];

/** The budget by item; an item whose rate is awaited says so and is not zero. */
export function ItemTable({ result }: { result: BudgetResult }) {
  const { t } = useTranslation();
  const columns: Column<Item>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance, title }) => (
        <>
          <ClauseLink kind="allowance" id={allowance}>
            {title}
          </ClauseLink>
          <Note allowance={allowance} result={result} />
        </>
      ),
    },
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
      cell: (item) => <Amount item={item} result={result} />,
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
        ...result.envelopes.map(({ id, title, amount, atLeast, parts = [] }) => [
          <>
            <ClauseLink kind="envelope" id={id}>
              {title}
            </ClauseLink>
            {parts.map((part) => (
              <div key={part.id} className="part">
                {part.title}
              </div>
            ))}
          </>,
          t('budget.envelope'),
          '',
          <>
            {amount === null ? <Awaited /> : atLeast ? t('budget.atLeast', { amount: groupDigits(amount) }) : groupDigits(amount)}
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

/** Who pays and out of what, and from when on a rate changes, where there is something to say of it. */
function Note({ allowance, result: { year, parameters } }: { allowance: string; result: BudgetResult }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const months = [...new Set(datedRates(catalogue, allowance, year, parameters).map(({ from }) => from))].toSorted();
  const notes = [
    sourcesText(catalogue.policy.document.allowances[allowance], t, labels),
    months.length > 0 ? t('budget.rateChanges', { months: months.join(t('app.listComma')) }) : '',
  ].filter(Boolean);
  return notes.length > 0 && <div className="hint">{notes.join(t('app.semicolon'))}</div>;
}

function Awaited() {
  const { t } = useTranslation();
  return <span className="awaited">{t('unit.awaited')}</span>;
}

/** The amount, and beside it for how many people a rate is awaited or a fact is missing; where that is all there is, no zero. */
function Amount({ item, result }: { item: Item; result: BudgetResult }) {
  const { t } = useTranslation();
  const { open, idle, amount } = notesOf(item, result, t);
  return (
    <>
      {open.map((note) => (
        <div key={note} className="awaited">
          {note}
        </div>
      ))}
      {idle !== null && <span className="hint">{idle} </span>}
      {amount}
    </>
  );
}
