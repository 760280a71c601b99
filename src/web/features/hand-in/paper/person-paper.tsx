import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../../contract/teacher/entitlement.ts';
import type { TeacherRecord } from '../../../../facts/teacher-schema.ts';
import { useSpeaker } from '../../../policy/speaker.ts';
import { useWarningText } from '../../../policy/warning-text.ts';
import { groupDigits, isZero } from '../../../ui/amounts.ts';
import { factsOfRecord } from '../../person/from-record.ts';
import { useDefaults } from '../../settings/departure-notice.tsx';
import { departureWords } from '../../settings/setting-words.ts';
import { type Departure, departedFrom, NO_DEPARTURE } from '../../settings/settings.ts';
import { useSettings } from '../../settings/use-settings.ts';
import { useBasis } from '../contents/use-basis.ts';
import { BasisBlock } from './basis-block.tsx';
import { Capitals } from './capitals.tsx';
import { PaperHead } from './paper-head.tsx';
import { PersonFacts } from './person-facts.tsx';
import { PersonGrounds } from './person-grounds.tsx';
import { PersonMonths } from './person-months.tsx';
import { Signatures } from './signatures.tsx';

/** The entitlement of one teacher, for a paper. */
export interface PersonOnPaper {
  readonly result: EntitlementResult;
  /** The facts it was computed from, as on the wire. */
  readonly record: TeacherRecord;
  /** Whether the person is fictitious. */
  readonly madeUp: boolean;
  /** Where the page that shows it departs from the shared settings; absent on one that does not. */
  readonly departure?: Departure;
}

interface PersonPaperProps extends PersonOnPaper {
  readonly title: string;
  readonly unit: string;
}

/** The entitlement of one teacher in a year: month by month, the reasons, and the missing inputs. */
export function PersonPaper({ title, unit, result, record, madeUp, departure = NO_DEPARTURE }: PersonPaperProps) {
  const { t } = useTranslation();
  const speaker = useSpeaker();
  const warningText = useWarningText();
  const basis = useBasis(result);
  const { settings } = useSettings();
  const departed = departedFrom(settings, departure, useDefaults());
  const { labels } = speaker;
  const { complete, missing, assumed, warnings } = result;
  return (
    <>
      <PaperHead title={title} unit={unit} madeUp={madeUp} />
      <PersonFacts record={record} />
      <h2>{t('print.person.amounts')}</h2>
      <PersonMonths result={result} />
      <Capitals amount={result.personalTotal} />
      {departed.length > 0 && (
        <p className="open">{t('settings.departsOnPaper', { names: departureWords(departed, settings, departure, speaker) })}</p>
      )}
      {!complete && <p className="open">{t('check.incomplete', { count: missing.length })}</p>}
      {!isZero(result.institutionTotal) && (
        <p>
          {t('app.colon', {
            label: t('check.institutionTotal'),
            value: t('unit.amount', { amount: groupDigits(result.institutionTotal) }),
          })}
        </p>
      )}
      {warnings.map((warning) => (
        <p key={JSON.stringify(warning)} className="open">
          {warningText(warning)}
        </p>
      ))}
      <PersonGrounds result={result} said={factsOfRecord(record, speaker.catalogue)} />
      {assumed.length > 0 && (
        <p className="small">
          {t('app.colon', { label: t('check.assumed', { count: assumed.length }), value: '' })}
          {assumed
            .map(({ fact, value }) => t('app.colon', { label: labels.fact(fact), value: labels.value(fact, value) }))
            .join(t('app.comma'))}
          {t('app.sentenceEnd')}
        </p>
      )}
      <BasisBlock basis={basis} />
      <Signatures person />
    </>
  );
}
