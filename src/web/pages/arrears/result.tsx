import { Alert } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrearsSums, WhichPeople } from '../../compute/protocol/arrears.ts';
import { InForceNotice } from '../../policy/in-force-notice.tsx';
import { VersionsNote } from '../../policy/versions-note.tsx';
import { useWarningText } from '../../policy/warning-text.ts';
import { fenOf, groupCount, groupDifference, groupDigits, isZero } from '../../ui/amounts.ts';
import { type Column, DataTable } from '../../ui/data-table.tsx';
import { AllowanceLink } from './allowance-link.tsx';
import { PeopleSection } from './people-section.tsx';

interface ResultProps {
  readonly sums: ArrearsSums;
  /** The key of the policy known then. */
  readonly knownPolicy: string;
  /** Whether the result belongs to an earlier request. */
  readonly stale: boolean;
  readonly onAsIfInForce: (asIfInForce: boolean) => void;
}

type Item = ArrearsSums['result']['summary']['byAllowance'][number];
type Month = ArrearsSums['result']['summary']['byMonth'][number];
type Year = ArrearsSums['result']['years'][number];

/** A table with more months than this is paged. */
const MONTHS_A_PAGE = 24;

/** What is owed and what was overpaid: in total, by item, by year and month, and by person. */
export function Result({ sums: { run, result, owed, overpaid }, knownPolicy, stale, onAsIfInForce }: ResultProps) {
  const { t } = useTranslation();
  const [which, setWhich] = useState<WhichPeople>('different');
  const warnings = useYearWarnings(result.years);
  const { summary, years } = result;
  const people = (count: number) => t('arrears.ofPeople', { people: groupCount(count) });
  const figures = [
    ['difference', groupDifference(summary.difference), null],
    ['owed', groupDigits(owed.amount), people(owed.people)],
    ['overpaid', groupDigits(overpaid.amount), people(overpaid.people)],
    ['paid', groupDigits(summary.paid), null],
    ['due', groupDigits(summary.due), null],
  ] as const;
  const { paid, due } = summary.unresolved;
  const notes = [
    ...(summary.incomplete > 0 ? [t('arrears.incomplete', { people: groupCount(summary.incomplete) })] : []),
    ...(summary.failed > 0 ? [t('arrears.failed', { people: groupCount(summary.failed) })] : []),
    ...(isZero(paid) && isZero(due) ? [] : [t('arrears.unresolved', { paid: groupDigits(paid), due: groupDigits(due) })]),
  ];
  const total = [groupDigits(summary.paid), groupDigits(summary.due), groupDifference(summary.difference)];
  const items: Column<Item>[] = [
    {
      key: 'item',
      title: t('budget.item'),
      rowHeader: true,
      cell: ({ allowance }) => <AllowanceLink id={allowance} knownPolicy={knownPolicy} />,
    },
    ...amountColumns<Item>(t),
  ];
  const yearColumns: Column<Year['summary'] & Pick<Year, 'year' | 'from' | 'to'>>[] = [
    { key: 'year', title: t('arrears.yearHeader'), rowHeader: true, cell: (year) => partOfYear(year, t) },
    ...amountColumns<Year['summary']>(t),
  ];
  const months: Column<Month>[] = [
    { key: 'month', title: t('budget.monthHeader'), rowHeader: true, cell: ({ month }) => month },
    ...amountColumns<Month>(t),
  ];
  return (
    <div className={stale ? 'figures stale' : 'figures'}>
      {stale && <p className="notice">{t('whatIf.stale')}</p>}
      <section className="panel" aria-labelledby="arrears-result">
        <h2 id="arrears-result">{t('arrears.result')}</h2>
        <dl className="sums" aria-live="polite">
          {figures.map(([name, amount, hint]) => (
            <div key={name} className={name === 'difference' ? 'total' : undefined}>
              <dt>{t(`arrears.${name}`)}</dt>
              <dd className="amount" data-testid={`arrears-${name}`}>
                {t('unit.amount', { amount })}
                {hint !== null && <span className="hint"> {hint}</span>}
              </dd>
            </div>
          ))}
        </dl>
        {years.map(({ year, versions = [] }) => (
          <VersionsNote key={year} versions={versions} year={years.length > 1 ? year : undefined} />
        ))}
        <InForceNotice
          outside={years.flatMap(({ year, summary: { notInForce } }) =>
            notInForce
              ? [
                  {
                    year: years.length > 1 ? year : null,
                    months: notInForce.months,
                    wouldBe: notInForce.wouldBe.due,
                    complete: notInForce.wouldBe.complete,
                  },
                ]
              : [],
          )}
          asIf={years.some(({ asIfInForce }) => asIfInForce)}
          onChange={onAsIfInForce}
        />
        {summary.undetermined > 0 && <p className="notice">{t('arrears.undetermined', { people: groupCount(summary.undetermined) })}</p>}
        {years.map(({ year, summary: { repayments } }) =>
          repayments ? (
            <p key={year} className="notice">
              {t('repayments.arrearsSum', {
                year,
                amount: groupDigits(repayments.amount),
                people: groupCount(repayments.headcount),
                open: groupCount(repayments.openHeadcount),
              })}
            </p>
          ) : null,
        )}
        {warnings.map((warning) => (
          <Alert key={warning} type="warning" showIcon title={warning} />
        ))}
        {notes.length > 0 && (
          <Alert
            type="warning"
            showIcon
            title={
              <>
                {notes.map((note) => (
                  <div key={note}>{note}</div>
                ))}
                <button
                  type="button"
                  className="link"
                  onClick={() => {
                    setWhich('incomplete');
                    document.getElementById('arrears-people')?.scrollIntoView();
                  }}
                >
                  {t('arrears.seeIncomplete')}
                </button>
              </>
            }
          />
        )}
      </section>
      {years.length > 1 && (
        <section className="panel" aria-labelledby="arrears-years">
          <h2 id="arrears-years">{t('arrears.byYear')}</h2>
          <DataTable
            caption={t('arrears.byYear')}
            captionHidden
            columns={yearColumns}
            rows={years.map(({ year, from, to, summary: sums }) => ({ ...sums, year, from, to }))}
            rowKey={({ year }) => String(year)}
            footer={[[t('table.total'), ...total]]}
          />
        </section>
      )}
      <div className="side-by-side">
        <section className="panel" aria-labelledby="arrears-items">
          <h2 id="arrears-items">{t('arrears.byItem')}</h2>
          <DataTable
            caption={t('arrears.byItem')}
            captionHidden
            columns={items}
            rows={summary.byAllowance.filter(({ paid, due }) => !isZero(paid) || !isZero(due))}
            rowKey={({ allowance }) => allowance}
            footer={[[t('table.total'), ...total]]}
          />
        </section>
        <section className="panel" aria-labelledby="arrears-months">
          <h2 id="arrears-months">{t('arrears.byMonth')}</h2>
          <DataTable
            caption={t('arrears.byMonth')}
            captionHidden
            columns={months}
            rows={summary.byMonth}
            rowKey={({ month }) => month}
            {...(summary.byMonth.length > MONTHS_A_PAGE && { pageSize: MONTHS_A_PAGE })}
            footer={[[t('table.total'), ...total]]}
          />
        </section>
      </div>
      <PeopleSection run={run} which={which} onWhich={setWhich} knownPolicy={knownPolicy} />
    </div>
  );
}

/** The year, with its months if only some of them count. */
function partOfYear({ year, from = '', to = '' }: Pick<Year, 'year' | 'from' | 'to'>, t: TFunction): string {
  const [first, last] = [from, to].map((month) => Number(month.slice(5)));
  return first === 1 && last === 12 ? String(year) : t('arrears.partOfYear', { year, from: first, to: last });
}

/** The warnings about each year under the rules of now and of then, without repetition. */
function useYearWarnings(years: readonly Year[]): string[] {
  const { t } = useTranslation();
  const warningText = useWarningText();
  const sentences = years.flatMap(({ year, summary: { warnings = [], warningsKnown = [] } }) => {
    // The notice about months in force already says this.
    const isFurther = ({ code }: (typeof warnings)[number]) => code !== 'outside-effective-dates';
    const now = warnings.filter(isFurther).map(warningText);
    const then = warningsKnown.map(warningText).filter((text) => !now.includes(text));
    const all = [...now, ...then.map((text) => t('arrears.byThen', { text }))];
    return years.length === 1 ? all : all.map((text) => t('arrears.inYear', { year, text }));
  });
  return [...new Set(sentences)];
}

type Sums = Pick<Item, 'paid' | 'due' | 'difference'>;

/** What was paid, what is due, and the difference. */
function amountColumns<Row extends Sums>(t: TFunction): Column<Row>[] {
  return [
    {
      key: 'paid',
      title: t('arrears.paidHeader'),
      numeric: true,
      cell: ({ paid }) => groupDigits(paid),
      sortBy: ({ paid }) => fenOf(paid),
    },
    { key: 'due', title: t('arrears.dueHeader'), numeric: true, cell: ({ due }) => groupDigits(due), sortBy: ({ due }) => fenOf(due) },
    {
      key: 'difference',
      title: t('arrears.differenceHeader'),
      numeric: true,
      cell: ({ difference }) => groupDifference(difference),
      sortBy: ({ difference }) => fenOf(difference),
    },
  ];
}
