import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ArrearsPerson } from '../../compute/protocol/arrears.ts';
import { useLabels } from '../../policy/labels.ts';
import { groupDifference, groupDigits } from '../../ui/amounts.ts';
import { PersonMonths } from './person-months.tsx';

interface PeopleTableProps {
  readonly rows: readonly ArrearsPerson[];
  readonly knownPolicy: string;
}

const COLUMNS = 6;

/** A row per person; the person's months appear below the row when it is opened. */
export function PeopleTable({ rows, knownPolicy }: PeopleTableProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const [opened, setOpened] = useState<ReadonlySet<number>>(new Set());
  // A single match is the person who was looked for, and is opened at once.
  const isOpen = ({ index }: ArrearsPerson) => opened.has(index) || rows.length === 1;
  const toggle = ({ index }: ArrearsPerson) => {
    const next = new Set(opened);
    if (!next.delete(index)) next.add(index);
    setOpened(next);
  };
  return (
    <div className="table-frame">
      <table>
        <caption className="unseen">{t('arrears.people')}</caption>
        <thead>
          <tr>
            <th scope="col">{labels.fact('id')}</th>
            <th scope="col">{labels.fact('name')}</th>
            {(['paidHeader', 'dueHeader', 'differenceHeader'] as const).map((name) => (
              <th key={name} scope="col" className="numeric">
                {t(`arrears.${name}`)}
              </th>
            ))}
            <th scope="col">{t('arrears.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((person) => (
            <Fragment key={person.index}>
              <tr>
                <th scope="row">
                  <button
                    type="button"
                    className="sheet-toggle"
                    aria-expanded={isOpen(person)}
                    aria-label={t('arrears.monthsOf', { id: person.teacherId ?? '' })}
                    onClick={() => toggle(person)}
                  >
                    {person.teacherId}
                  </button>
                </th>
                <td>{person.name}</td>
                {person.status === 'ok' ? (
                  <>
                    <td className="numeric">{groupDigits(person.paid)}</td>
                    <td className="numeric">{groupDigits(person.due)}</td>
                    <td className="numeric">{groupDifference(person.difference)}</td>
                  </>
                ) : (
                  <td colSpan={3} className="numeric">
                    {t('unit.none')}
                  </td>
                )}
                <td>
                  {person.status === 'error' && <span className="fault">{t('arrears.states.error')}</span>}
                  {person.status === 'ok' && !person.complete && <span className="awaited">{t('arrears.states.incomplete')}</span>}
                  {person.status === 'ok' && person.complete && person.isUndetermined && (
                    <span className="hint">{t('arrears.states.undetermined')}</span>
                  )}
                </td>
              </tr>
              {isOpen(person) && (
                <tr>
                  <td colSpan={COLUMNS} className="months-of">
                    <PersonMonths person={person} knownPolicy={knownPolicy} />
                  </td>
                </tr>
              )}
            </Fragment>
          ))}
          {rows.length === 0 && (
            <tr>
              <td colSpan={COLUMNS}>{t('table.empty')}</td>
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}
