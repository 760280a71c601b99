import type { TFunction } from 'i18next';
import { Trans, useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../contract/entitlement.ts';
import { ClauseLink } from '../shell/clause-link.tsx';
import { type Labels, useLabels } from '../shell/labels.ts';

type Declined = EntitlementResult['declined'];

/** What the teacher is not entitled to, and for which reason. */
export function DeclinedList({ declined }: { declined: Declined }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <details>
      <summary>{t('check.declined', { count: declined.length })}</summary>
      <ul className="plain">
        {declined.map((one) => (
          <li key={one.allowance}>
            <Trans
              i18nKey="check.declinedLine"
              values={{ reason: reasonOf(one, t, labels) }}
              components={{
                item: (
                  <ClauseLink kind="allowance" id={one.allowance}>
                    {labels.allowance(one.allowance)}
                  </ClauseLink>
                ),
              }}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}

function reasonOf({ code, fact, by }: Declined[number], t: TFunction, labels: Labels): string {
  switch (code) {
    case 'not-employed':
      return t('check.notEmployed');
    case 'outranked':
      return t('check.outranked', { by: by === undefined ? '' : labels.allowance(by) });
    case 'not-eligible':
      return fact === undefined ? t('check.notEligibleAtAll') : t('check.notEligible', { fact: labels.fact(fact) });
  }
}
