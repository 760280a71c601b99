import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { groupDigits } from '../../ui/amounts.ts';
import { Grounds } from './grounds.tsx';
import { RepaymentReason } from './repayment-reason.tsx';

type Repayment = EntitlementResult['repayments'][number];
type OpenRepayment = NonNullable<EntitlementResult['openRepayments']>[number];

interface RepaymentListProps {
  readonly result: Pick<EntitlementResult, 'repayments' | 'openRepayments' | 'readings' | 'year'>;
}

/** What a person owes under claims, and what may be owed of which something is missing; separate from what is paid. */
export function RepaymentList({ result: { repayments, openRepayments = [], readings } }: RepaymentListProps) {
  const { t } = useTranslation();
  return (
    <>
      {repayments.length > 0 && (
        <section aria-labelledby="check-repayments">
          <h3 id="check-repayments">{t('repayments.title')}</h3>
          <p className="hint">{t('repayments.hint')}</p>
          {repayments.map((repayment) => (
            <Card key={repayment.claim} repayment={repayment} amount={repayment.amount} readings={readings} />
          ))}
        </section>
      )}
      {openRepayments.length > 0 && (
        <section aria-labelledby="check-open-repayments">
          <h3 id="check-open-repayments">{t('repayments.openTitle')}</h3>
          <p className="hint">{t('repayments.openHint')}</p>
          {openRepayments.map((repayment) => (
            <Card key={repayment.claim} repayment={repayment} amount={null} readings={readings} />
          ))}
        </section>
      )}
    </>
  );
}

interface CardProps {
  readonly repayment: Repayment | OpenRepayment;
  /** `null` where it is not known. */
  readonly amount: string | null;
  readonly readings: EntitlementResult['readings'];
}

function Card({ repayment, amount, readings }: CardProps) {
  const { t } = useTranslation();
  const { claim, title, policy } = repayment;
  return (
    <article className="item" aria-label={`${t('repayments.title')} ${title}`}>
      <header>
        <h4>
          <ClauseLink kind="claim" id={claim} policy={policy}>
            {title}
          </ClauseLink>
        </h4>
        <span className="amount">{amount === null ? t('unit.awaited') : t('unit.amount', { amount: groupDigits(amount) })}</span>
      </header>
      <dl>
        <div>
          <dt>{t('repayments.reason')}</dt>
          <dd>
            <RepaymentReason repayment={repayment} />
          </dd>
        </div>
        <Grounds result={repayment} readings={readings} />
      </dl>
    </article>
  );
}
