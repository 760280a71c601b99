import type { ReactNode } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import type { PeopleFilter } from '../../../../budget/select-people.ts';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { notesOf } from '../../../features/budget/item-notes.ts';
import { GoLink } from '../../../platform/route.tsx';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { datedRates } from '../../../policy/dated-rates.ts';
import { useLabels } from '../../../policy/labels.ts';
import { sourcesText } from '../../../policy/sources.ts';
import { fenOf, groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';
import { Share } from '../../../ui/share.tsx';
import { Money, MoneyTotal, useUnit } from '../../../ui/unit.tsx';
import type { Explored } from '../navigation/explored.ts';
import { filterOf, type Place, placeAddress } from '../navigation/place.ts';

type Item = BudgetResult['byAllowance'][number];

/** The budget by item; every item links to its people. One whose rate is undetermined says so and is not zero. */
export function ItemTable({ explored: { result, place } }: { explored: Explored }) {
  const { t } = useTranslation();
  const { header } = useUnit();
  const { total } = result;
  const share = (amount: string) => <Share key="share" amount={amount} total={total} />;
  const columns: Column<Item>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance, title }) => (
        <>
          <GoLink address={listAddress(place, filterOf('allowance', allowance))}>{title}</GoLink>
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
      title: header,
      numeric: true,
      cell: (item) => <Amount item={item} result={result} place={place} />,
      sortBy: ({ amount }) => fenOf(amount),
    },
    {
      key: 'share',
      title: t('explore.shareOfBudget'),
      numeric: true,
      cell: (item) => (notesOf(item, result, t).amount === null ? t('unit.none') : share(item.amount)),
    },
    {
      key: 'clause',
      title: t('explore.clause'),
      cell: ({ allowance, title }) => (
        <ClauseLink kind="allowance" id={allowance} label={t('explore.clauseOf', { item: title })}>
          {t('explore.clause')}
        </ClauseLink>
      ),
    },
  ];
  const envelopes = result.envelopes.flatMap(({ amount }) => amount ?? []);
  return (
    <DataTable
      caption={t('explore.views.allowance')}
      captionHidden
      columns={columns}
      rows={result.byAllowance}
      rowKey={({ allowance }) => allowance}
      footer={[
        [t('budget.personal'), '', '', <Money key="personal" amount={result.personalTotal} />, share(result.personalTotal)],
        [t('budget.institution'), '', '', <Money key="institution" amount={result.institutionTotal} />, share(result.institutionTotal)],
        ...result.envelopes.map((envelope) => envelopeRow(envelope, envelope.amount === null ? '' : share(envelope.amount))),
        [
          t('budget.total'),
          '',
          groupCount(result.headcount),
          <MoneyTotal key="total" amount={total} rows={[...result.byAllowance.map(({ amount }) => amount), ...envelopes]} />,
          share(total),
        ],
      ]}
    />
  );
}

function envelopeRow({ id, title, amount, atLeast, parts = [] }: BudgetResult['envelopes'][number], share: ReactNode): ReactNode[] {
  return [
    <>
      {title}
      {parts.map((part) => (
        <div key={part.id} className="part">
          {part.title}
        </div>
      ))}
    </>,
    <Envelope key="kind" />,
    '',
    <>
      <EnvelopeAmount amount={amount} atLeast={atLeast === true} />
      {parts.map((part) => (
        <div key={part.id} className="part">
          <EnvelopeAmount amount={part.amount} />
        </div>
      ))}
    </>,
    share,
    <EnvelopeClause key="clause" id={id} title={title} />,
  ];
}

function Envelope() {
  const { t } = useTranslation();
  return t('budget.envelope');
}

function EnvelopeAmount({ amount, atLeast = false }: { amount: string | null; atLeast?: boolean }) {
  if (amount === null) return <Undetermined />;
  const money = <Money amount={amount} />;
  return atLeast ? <Trans i18nKey="budget.atLeast" components={{ amount: money }} /> : money;
}

function EnvelopeClause({ id, title }: { id: string; title: string }) {
  const { t } = useTranslation();
  return (
    <ClauseLink kind="envelope" id={id} label={t('explore.clauseOf', { item: title })}>
      {t('explore.clause')}
    </ClauseLink>
  );
}

function listAddress(place: Place, filter: PeopleFilter): string {
  return placeAddress({ ...place, list: { filter, sort: undefined } });
}

/** The funding, and the dates on which a rate changes, if there are any. */
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

function Undetermined() {
  const { t } = useTranslation();
  return <span className="awaited">{t('unit.awaited')}</span>;
}

/** The amount, and how many people lack a rate or a fact; if nothing of it is known, that is shown instead of zero. */
function Amount({ item, result, place }: { item: Item; result: BudgetResult; place: Place }) {
  const { t } = useTranslation();
  const { open, idle, amount } = notesOf(item, result, t);
  return (
    <>
      {open.map(({ text, lack }) => (
        <div key={text} className="awaited">
          {lack ? <GoLink address={listAddress(place, { lack })}>{text}</GoLink> : text}
        </div>
      ))}
      {idle !== null && <span className="hint">{idle} </span>}
      {amount !== null && <Money amount={item.amount} />}
    </>
  );
}
