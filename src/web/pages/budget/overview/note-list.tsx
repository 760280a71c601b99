import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount } from '../../../ui/amounts.ts';
import { type Column, DataTable } from '../../../ui/data-table.tsx';

type Warning = BudgetResult['warnings'][number];

/** These may be typing errors, so they are shown with the totals as well. */
const UNSETTLED: readonly Warning['code'][] = [
  'no-month-employed',
  'employment-dates-differ',
  'derived-differs',
  'service-interrupted',
  'granted-before',
  'funding-fact-missing',
];

/** Unsettled dates of some people, in lines that lead to the list of notes. */
export function WarningLines({ warnings }: { warnings: BudgetResult['warnings'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const sentences = t('budget.notes.of', { returnObjects: true }) as Readonly<Record<string, string>>;
  return warnings
    .filter(({ code, headcount }) => headcount !== undefined && UNSETTLED.includes(code))
    .map(({ code, allowance, claim, fact, headcount = 0 }) => (
      <Alert
        key={`${allowance} ${claim} ${fact} ${code}`}
        type="warning"
        showIcon
        title={
          <>
            {t('budget.notes.doubt', {
              people: groupCount(headcount),
              what:
                fact === undefined
                  ? (sentences[code] ?? code)
                  : t('budget.notes.ofFact', { fact: labels.fact(fact), what: sentences[code] ?? code }),
            })}{' '}
            <button type="button" className="link" onClick={() => document.getElementById('budget-notes')?.scrollIntoView()}>
              {t('budget.notes.see')}
            </button>
          </>
        }
      />
    ));
}

/** Warnings about people's amounts though nothing is missing, with headcounts; empty if there are none. */
export function NoteList({ warnings }: { warnings: BudgetResult['warnings'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const notes = warnings.filter(({ headcount }) => headcount !== undefined);
  if (notes.length === 0) return null;
  const sentences = t('budget.notes.of', { returnObjects: true }) as Readonly<Record<string, string>>;
  // Of an item, the fact is not in the first column.
  const whatOf = (what: string, allowance: string | undefined, fact: string | undefined) =>
    allowance === undefined || fact === undefined ? what : t('budget.notes.ofFact', { fact: labels.fact(fact), what });
  const columns: Column<Warning>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance, claim, fact }) =>
        claim !== undefined ? (
          <ClauseLink kind="claim" id={claim}>
            {labels.claim(claim)}
          </ClauseLink>
        ) : allowance === undefined ? (
          fact === undefined ? (
            t('unit.none')
          ) : (
            labels.fact(fact)
          )
        ) : (
          <ClauseLink kind="allowance" id={allowance}>
            {labels.allowance(allowance)}
          </ClauseLink>
        ),
    },
    { key: 'what', title: t('budget.notes.what'), cell: ({ code, allowance, fact }) => whatOf(sentences[code] ?? code, allowance, fact) },
    {
      key: 'people',
      title: t('unit.peopleHeader'),
      numeric: true,
      cell: ({ headcount = 0 }) => groupCount(headcount),
      sortBy: ({ headcount = 0 }) => headcount,
    },
  ];
  return (
    <section className="panel" aria-labelledby="budget-notes">
      <h2 id="budget-notes">{t('budget.notes.title')}</h2>
      <DataTable
        caption={t('budget.notes.hint')}
        columns={columns}
        rows={notes}
        rowKey={({ allowance, fact, code }) => `${allowance} ${fact} ${code}`}
      />
    </section>
  );
}
