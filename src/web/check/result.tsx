import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../contract/entitlement.ts';
import { groupDigits, isZero } from '../shell/amounts.ts';
import { useLabels } from '../shell/labels.ts';
import { VersionsNote } from '../shell/versions-note.tsx';
import { useWarningText } from '../shell/warning-text.ts';
import { DeclinedList } from './declined-list.tsx';
import { ItemCard } from './item-card.tsx';
import { MissingList } from './missing-list.tsx';

/** What one teacher is entitled to, and why. */
export function Result({ result }: { result: EntitlementResult }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const warningText = useWarningText();
  const { lines, missing, declined, assumed, complete, warnings } = result;
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
      {warnings.map((warning) => (
        <p key={JSON.stringify(warning)} className="warning">
          {warningText(warning)}
        </p>
      ))}
      {missing.length > 0 && <MissingList missing={missing} />}
      <h3>{t('check.items')}</h3>
      {lines.length === 0 && <p className="hint">{t('check.noItems')}</p>}
      {lines.map((line) => (
        <ItemCard
          key={`${line.policy ?? ''} ${line.allowance}`}
          line={line}
          year={result.year}
          readings={result.readings}
          parameters={result.parameters}
          partly={missing.some(({ allowance }) => allowance === line.allowance)}
        />
      ))}
      {declined.length > 0 && <DeclinedList declined={declined} />}
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
