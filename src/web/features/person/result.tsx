import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { Supposition } from '../../../contract/teacher/what-if.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { VersionsNote } from '../../policy/versions-note.tsx';
import { useWarningText } from '../../policy/warning-text.ts';
import { groupDigits, isZero } from '../../ui/amounts.ts';
import { DeclinedList, type Said } from './declined-list.tsx';
import { ItemCard } from './item-card.tsx';
import { MissingList } from './missing-list.tsx';
import { RepaymentList } from './repayment-list.tsx';
import { Supposing } from './supposing.tsx';
import { unpaidOf } from './unpaid-months.tsx';
import './person.css';

interface ResultProps {
  readonly result: EntitlementResult;
  /** The facts given for the teacher. */
  readonly said: Said;
  /** The form that the result answers; `null` if it is shown without one. */
  readonly form: TeacherForm | null;
  /** How to supply missing inputs, if there is no form. */
  readonly supply?: (lack: EntitlementResult['missing'][number]) => ReactNode;
}

interface TeacherForm {
  /** The request that the form amounts to. */
  readonly body: Readonly<Record<string, unknown>>;
  /** Goes to the field of a fact. */
  readonly onGo: (fact: string) => void;
  /** Fills in a supposition. */
  readonly onTake: (supposition: Supposition) => void;
  /** Chooses an option of a reading. */
  readonly onChoose: (reading: string, option: string) => void;
}

/** What one teacher is entitled to, and why. */
export function Result({ result, said, form, supply }: ResultProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const warningText = useWarningText();
  const { policy } = useCatalogue();
  const language = useLanguage();
  const { lines, missing, declined, assumed, unused, complete, warnings } = result;
  const lacksFacts = missing.some(({ code }) => code === 'fact');
  const asks = missing.some(({ code }) => code === 'reading');
  const { answer: prices } = useComputed('optionPrices', form && asks ? { policy: policy.key, language, body: form.body } : null);
  const { answer: whatIfs } = useComputed('whatIfMissing', form && lacksFacts ? { policy: policy.key, language, body: form.body } : null);
  return (
    <div className="result">
      <div className="headline" role="status">
        <div>
          <div className="hint">{t(complete ? 'check.personalTotal' : 'check.knownSoFar')}</div>
          <div className="headline-amount" data-testid="personal-total">
            {t('unit.amount', { amount: groupDigits(result.personalTotal) })}
          </div>
        </div>
        {complete ? (
          <span className="badge good">{t('check.complete')}</span>
        ) : (
          <span className="badge warn">{t('check.incomplete', { count: missing.length })}</span>
        )}
        {!isZero(result.institutionTotal) && (
          <div>
            <div className="hint">{t('check.institutionTotal')}</div>
            <div className="amount">{t('unit.amount', { amount: groupDigits(result.institutionTotal) })}</div>
          </div>
        )}
      </div>
      <VersionsNote versions={result.versions} />
      {(form ? warnings.filter(({ code }) => code !== 'outside-effective-dates') : warnings).map((warning) => (
        <p key={JSON.stringify(warning)} className="warning">
          {warningText(warning)}
        </p>
      ))}
      {unused.length > 0 && (
        <p className="warning">{t('inForce.unusedOne', { facts: unused.map((fact) => labels.fact(fact)).join(t('app.listComma')) })}</p>
      )}
      {missing.length > 0 && (
        <MissingList
          missing={missing}
          whatIfs={whatIfs ?? []}
          onGo={form?.onGo}
          onTake={({ supposition }) => form?.onTake(supposition)}
          prices={prices ?? []}
          onChoose={form?.onChoose}
          supply={supply}
        />
      )}
      {form && <Supposing key={result.year} year={result.year} body={form.body} onTake={form.onTake} />}
      <h3>{t('check.items')}</h3>
      {lines.length === 0 && <p className="hint">{t('check.noItems')}</p>}
      {lines.map((line) => (
        <ItemCard
          key={`${line.policy ?? ''} ${line.allowance}`}
          line={line}
          year={result.year}
          readings={result.readings}
          parameters={result.parameters}
          unpaid={unpaidOf(result.unpaid, line)}
          partly={missing.some(({ allowance }) => allowance === line.allowance)}
        />
      ))}
      <RepaymentList result={result} />
      {declined.length > 0 && <DeclinedList declined={declined} unpaid={result.unpaid} said={said} onGo={form?.onGo} />}
      {assumed.length > 0 && (
        <details>
          <summary>{t('check.assumed', { count: assumed.length })}</summary>
          <p>
            {assumed
              .map(({ fact, value }) => t('app.colon', { label: labels.fact(fact), value: labels.value(fact, value) }))
              .join(t('app.comma'))}
            {t('app.sentenceEnd')}
          </p>
        </details>
      )}
      <p className="hint">{t('check.version', { version: result.policy.version, year: result.year })}</p>
    </div>
  );
}
