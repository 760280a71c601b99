import type { TFunction } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { type Catalogue, useCatalogue } from '../../policy/catalogue.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { type Labels, useLabels } from '../../policy/labels.ts';
import type { CheckState } from './state.ts';
import { byReadingText, severalReasons, UnpaidMonths } from './unpaid-months.tsx';

type Declined = EntitlementResult['declined'];

/** The facts given for the teacher, so that a reason can name them. */
export type Said = Pick<CheckState, 'facts' | 'changes'>;

interface DeclinedListProps {
  readonly declined: Declined;
  readonly unpaid: EntitlementResult['unpaid'];
  readonly said: Said;
  /** Goes to the field of a fact. */
  readonly onGo: ((fact: string) => void) | undefined;
}

/** What the teacher is not entitled to, with the reason and what could be done about it. */
export function DeclinedList({ declined, unpaid, said, onGo }: DeclinedListProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  return (
    <details>
      <summary>{t('check.declined', { count: declined.length })}</summary>
      <ul className="plain">
        {declined.map((one) => {
          const { reason, field } = reasonOf(one, said, t, labels, catalogue);
          return (
            <li key={one.allowance}>
              <Trans
                i18nKey="check.declinedLine"
                values={{ reason }}
                components={{
                  item: (
                    <ClauseLink kind="allowance" id={one.allowance}>
                      {labels.allowance(one.allowance)}
                    </ClauseLink>
                  ),
                }}
              />{' '}
              {field !== null && onGo && (
                <button type="button" className="link" onClick={() => onGo(field)}>
                  {t('check.goTo')}
                </button>
              )}
              <UnpaidMonths unpaid={severalReasons(unpaid, one)} />
            </li>
          );
        })}
      </ul>
    </details>
  );
}

interface Reason {
  readonly reason: string;
  /** The fact to look at, if that would help. */
  readonly field: string | null;
}

/** Why an item is not paid, and the fact to look at. */
export function reasonOf(
  { code, allowance, fact, by, readings = [] }: Declined[number],
  said: Said,
  t: TFunction,
  labels: Labels,
  catalogue: Catalogue,
): Reason {
  if (code === 'not-employed') return { reason: t('person.notEmployed'), field: 'employedFrom' };
  if (code === 'not-in-force') return { reason: t('person.notInForce'), field: null };
  if (code === 'by-reading') return { reason: byReadingText(readings, t, labels), field: null };
  if (code === 'outranked') return { reason: outrankedReason(allowance, by ?? '', t, labels, catalogue), field: null };
  if (fact === undefined) return { reason: t('check.notEligibleAtAll'), field: null };
  return { reason: notEligibleReason(fact, said, t, labels, catalogue), field: fieldFor(fact, said, catalogue) };
}

function outrankedReason(allowance: string, by: string, t: TFunction, labels: Labels, { policy: { document } }: Catalogue): string {
  const keep = document.stacking.find(({ allowances }) => allowances.includes(allowance) && allowances.includes(by))?.keep;
  const reading = typeof keep === 'object' ? document.readings[keep.reading] : undefined;
  const params = { by: labels.allowance(by) };
  return reading ? t('person.outrankedReading', { ...params, question: labels.say(reading.question) }) : t('check.outranked', params);
}

function notEligibleReason(id: string, { facts, changes }: Said, t: TFunction, labels: Labels, { facts: known }: Catalogue): string {
  const fact = labels.fact(id);
  if (changes.some(({ named }) => named.includes(id))) return t('person.notEligibleMonths', { fact });
  const value = facts[id];
  if (value !== undefined && value !== '') return t('person.notEligibleGiven', { fact, value: labels.value(id, value) });
  const entry = known.get(id);
  if (entry?.type === 'boolean' && entry.place && facts[entry.place.town]) return t('person.notEligiblePlace', { fact });
  const assumed = entry && 'default' in entry ? entry.default : undefined;
  return assumed === undefined
    ? t('person.notEligibleBlank', { fact })
    : t('person.notEligibleAssumed', { fact, value: labels.value(id, assumed) });
}

/** A place is named by its town. */
function fieldFor(id: string, { facts }: Said, { facts: known, policy }: Catalogue): string {
  const entry = known.get(id);
  const place = entry?.type === 'boolean' && Object.hasOwn(policy.document.places, id) ? entry.place : undefined;
  return place && facts[id] === undefined ? place.town : id;
}
