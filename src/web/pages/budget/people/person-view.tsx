import { Alert } from 'antd';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../../contract/teacher/entitlement.ts';
import { useComputed } from '../../../compute/client/use-computed.ts';
import type { Orders } from '../../../compute/protocol/orders.ts';
import type { PersonAnswer, PersonHandle } from '../../../compute/protocol/people.ts';
import { factsOfRecord } from '../../../features/person/from-record.ts';
import { Result } from '../../../features/person/result.tsx';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { ClauseLink } from '../../../policy/clause-link.tsx';
import { useLabels } from '../../../policy/labels.ts';
import { groupCount } from '../../../ui/amounts.ts';
import { ArrivalHeading } from '../../../ui/arrival-heading.tsx';
import { Crumbs } from '../navigation/crumbs.tsx';
import './people.css';
import { lazily } from '../../../ui/lazily.tsx';
import { type Place, placeAddress } from '../navigation/place.ts';
import { supplyFigure } from '../navigation/supply-figure.ts';

interface PersonViewProps {
  readonly place: Place;
  readonly order: Orders['person'];
  /** Whether the roster is the sample, whose people are fictitious. */
  readonly madeUp: boolean;
}

const PersonPrint = lazily(async () => (await import('../../../features/hand-in/paper/person-print.tsx')).PersonPrint);

/** One person of a budget: what is paid, the clauses, and the missing inputs. */
export function PersonView({ place, order, madeUp }: PersonViewProps) {
  const { t } = useTranslation();
  const { answer, failed } = useComputed('person', order);
  const catalogue = useCatalogue();
  const person = answer !== null && answer !== 'stale' && answer.ok ? answer.result : null;
  const title = useTitle(order.person, person);
  return (
    <section className="panel person" aria-labelledby="person-heading">
      <Crumbs place={place} person={title} />
      <ArrivalHeading id="person-heading">{title}</ArrivalHeading>
      {failed && <Alert type="error" showIcon title={t('app.crashed')} />}
      {answer === 'stale' && <Alert type="warning" showIcon title={t('explore.person.gone')} />}
      {person && (
        <>
          <p className="hint">
            <Where handle={order.person} person={person} />
          </p>
          <Suspense>
            <PersonPrint person={{ result: person.result, record: person.record, madeUp }} paths={['/', '/budget']} />
          </Suspense>
          <Result
            result={person.result}
            said={factsOfRecord(person.record, catalogue)}
            form={null}
            supply={(lack) => <Supply lack={lack} place={place} />}
          />
        </>
      )}
    </section>
  );
}

function useTitle(handle: PersonHandle, person: PersonAnswer | null): string {
  const { t } = useTranslation();
  if ('cohort' in handle) return t('explore.people.cohort', { row: handle.cohort + 1 });
  if (!person) return t('app.opening');
  const { id, name } = person.record;
  return name ? t('explore.person.named', { name: String(name), id: String(id) }) : String(id);
}

/** The person's school and so on in the first month that the roster covers, and the row of the sheet. */
function Where({ handle, person: { record, count, row } }: { handle: PersonHandle; person: PersonAnswer }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const placed = ['school', 'stage', 'area', 'post'].flatMap((id) => {
    const value = record[id];
    return typeof value === 'string' ? [labels.value(id, value)] : [];
  });
  const parts = [
    ...('cohort' in handle ? [t('explore.person.cohort', { row: handle.cohort + 1, people: groupCount(count) })] : []),
    ...placed,
    ...(row === null ? [] : [t('explore.person.row', { row })]),
  ];
  return parts.join(t('app.comma'));
}

/** How to supply a missing input: rates are filled in beside the budget, facts in the roster. */
function Supply({ lack, place }: { lack: EntitlementResult['missing'][number]; place: Place }) {
  const { t } = useTranslation();
  if (lack.code === 'reading')
    return (
      <ClauseLink kind="reading" id={lack.reading}>
        {t('budget.workReadingHow')}
      </ClauseLink>
    );
  if (lack.code !== 'no-figure') return <span className="hint">{t('explore.person.inRoster')}</span>;
  return (
    <button
      type="button"
      className="link"
      onClick={() => supplyFigure(lack.parameter, placeAddress({ ...place, list: null, person: null }))}
    >
      {t('check.goTo')}
    </button>
  );
}
