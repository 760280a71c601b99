import { useTranslation } from 'react-i18next';
import { subjectOf } from '../../../words/grammar/word.ts';
import type { ArrearsPerson, YearOfPerson } from '../../compute/protocol/arrears.ts';
import { RepaymentReason } from '../../features/person/repayment-reason.tsx';
import { pointerSteps } from '../../platform/pointer.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { groupDifference, groupDigits, groupDigitsShort } from '../../ui/amounts.ts';
import { AllowanceLink } from './allowance-link.tsx';

type Computed = YearOfPerson['entry'];
type Line = Computed['lines'][number];

interface PersonMonthsProps {
  readonly person: ArrearsPerson;
  readonly knownPolicy: string;
}

const SIDES = ['paid', 'due', 'difference'] as const;

/** What was paid to one person and what is due, by year, item and month; or the faults of the person's facts. */
export function PersonMonths({ person, knownPolicy }: PersonMonthsProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { facts } = useCatalogue();
  if (person.status === 'error') {
    const fieldOf = (pointer: string) => {
      const id = pointerSteps(pointer).at(-1) ?? '';
      return facts.has(id) ? labels.fact(id) : id;
    };
    return (
      <ul className="plain">
        {person.errors.map(({ pointer, message }) => (
          <li key={pointer + message}>{t('check.faultAt', { field: fieldOf(pointer), message })}</li>
        ))}
      </ul>
    );
  }
  return (
    <>
      {person.years.map(({ year, entry }) => (
        <section key={year} className="person-year" aria-label={String(year)}>
          {person.years.length > 1 && <h3>{year}</h3>}
          {entry.lines.map((line) => (
            <LineMonths key={line.allowance} {...{ line, knownPolicy, year }} of={person.teacherId} />
          ))}
          {entry.lines.length === 0 && <p className="hint">{t('check.noItems')}</p>}
          <ClaimsOfYear entry={entry} />
          <MissingOfYear entry={entry} />
        </section>
      ))}
    </>
  );
}

/** What the person owes under claims in a year, apart from what was overpaid, and what may be owed. */
function ClaimsOfYear({ entry: { repayments = [], openRepayments = [] } }: { entry: Computed }) {
  const { t } = useTranslation();
  if (repayments.length + openRepayments.length === 0) return null;
  const amountOf = (amount: string) => t('unit.amount', { amount: groupDigits(amount) });
  const all = [
    ...repayments.map((one) => ({ one, value: amountOf(one.amount) })),
    ...openRepayments.map((one) => ({ one, value: t('unit.awaited') })),
  ];
  return (
    <>
      <p className="hint">{t('repayments.arrearsHint')}</p>
      <ul className="plain" aria-label={t('repayments.title')}>
        {all.map(({ one, value }) => (
          <li key={one.claim}>
            {t('app.colon', { label: one.title, value })}
            <RepaymentReason repayment={one} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** The missing inputs of a year: the same on both sides, now, then. */
function MissingOfYear({ entry: { complete, undetermined = [], missing, missingKnown = [] } }: { entry: Computed }) {
  // What keeps months from being compared is always listed.
  const isAlike = (lack: MissingInput) => complete && undetermined.some((one) => nameOf(one) === nameOf(lack));
  return (
    <>
      <MissingInputs sentence="undecided" lacks={undetermined} />
      <MissingInputs sentence="lacks" lacks={missing.filter((lack) => !isAlike(lack))} />
      <MissingInputs sentence="lacked" lacks={missingKnown.filter((lack) => !isAlike(lack))} />
    </>
  );
}

type MissingInput = Computed['missing'][number];

const nameOf = (lack: MissingInput) => `${lack.allowance} ${lack.code} ${subjectOf(lack)}`;

/** The months of one item: twelve columns, and a row for each side. */
function LineMonths({ line, of, knownPolicy, year }: { line: Line; of: string; knownPolicy: string; year: number }) {
  const { t } = useTranslation();
  const names = t('unit.monthNames', { returnObjects: true });
  const byMonth = new Map(line.byMonth.map((month) => [month.month, month]));
  const write = (side: (typeof SIDES)[number], amount: string) =>
    side === 'difference' ? groupDifference(amount).replace(/\.00$/, '') : groupDigitsShort(amount);
  return (
    <div className="line-months">
      <div className="line-head">
        <AllowanceLink id={line.allowance} knownPolicy={knownPolicy} />
        {line.payee === 'institution' && <span className="badge">{t('check.toInstitution')}</span>}
        <span className="amount">
          {SIDES.map((side) =>
            t('app.colon', {
              label: t(`arrears.${side}`),
              value: side === 'difference' ? groupDifference(line[side]) : groupDigits(line[side]),
            }),
          ).join(t('app.comma'))}
        </span>
      </div>
      <div className="table-frame">
        <table className="strip">
          <caption className="unseen">{t('arrears.lineOf', { id: of, title: line.title })}</caption>
          <thead>
            <tr>
              <td />
              {names.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {SIDES.map((side) => (
              <tr key={side} className={side}>
                <th scope="row">{t(`arrears.${side}`)}</th>
                {names.map((name, index) => {
                  const month = byMonth.get(`${year}-${String(index + 1).padStart(2, '0')}`);
                  const amount = month?.[side];
                  return (
                    <td key={name} className={amount === undefined ? 'nothing' : undefined}>
                      {amount === undefined ? (
                        t('unit.none')
                      ) : amount === null ? (
                        <span className="awaited">{t('arrears.unknown')}</span>
                      ) : (
                        write(side, amount)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function subjectText(lack: MissingInput, labels: Labels): string {
  if (lack.code === 'reading') return labels.reading(lack.reading);
  return lack.code === 'no-figure' ? labels.parameter(lack.parameter) : labels.fact(lack.fact);
}

/** The missing inputs, item by item. */
function MissingInputs({ sentence, lacks }: { sentence: 'undecided' | 'lacks' | 'lacked'; lacks: readonly MissingInput[] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  if (lacks.length === 0) return null;
  const list = lacks.map((lack) =>
    t('arrears.lack', {
      allowance: labels.allowance(lack.allowance),
      what: subjectText(lack, labels),
    }),
  );
  return <p className="hint">{t(`arrears.${sentence}`, { list: list.join(t('app.listComma')) })}</p>;
}
