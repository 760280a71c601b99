import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { groupDigits } from '../../ui/amounts.ts';
import { Grounds } from './grounds.tsx';

type Repayment = EntitlementResult['repayments'][number];

interface RepaymentListProps {
  readonly repayments: readonly Repayment[];
  /** The option in effect for every reading. */
  readonly readings: Readonly<Record<string, string>>;
}

/** Clawbacks: what a person who leaves before the end of a service period owes back, and the clause; separate from what is paid. */
export function RepaymentList({ repayments, readings }: RepaymentListProps) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="check-repayments">
      <h3 id="check-repayments">{t('repayments.title')}</h3>
      <p className="hint">{t('repayments.hint')}</p>
      {repayments.map((repayment) => (
        <Card key={repayment.allowance} repayment={repayment} readings={readings} />
      ))}
    </section>
  );
}

function Card({ repayment, readings }: { repayment: Repayment; readings: RepaymentListProps['readings'] }) {
  const { t } = useTranslation();
  const { allowance, title, amount } = repayment;
  return (
    <article className="item" aria-label={`${t('repayments.title')} ${title}`}>
      <header>
        <h4>
          <ClauseLink kind="allowance" id={allowance}>
            {title}
          </ClauseLink>
        </h4>
        <span className="amount">{t('unit.amount', { amount: groupDigits(amount) })}</span>
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

/** The time served, and what follows from it. */
export function RepaymentReason({ repayment: { month, since, serviceMonths, servedMonths, paid, repay } }: { repayment: Repayment }) {
  const { t } = useTranslation();
  const left = serviceMonths - servedMonths;
  const share = {
    paid: groupDigits(paid),
    left: repay === 'remaining-years' ? Math.ceil(left / 12) : left,
    service: serviceMonths,
    years: serviceMonths / 12,
  };
  return (
    <>
      <div>{t('repayments.served', { month, since, service: serviceMonths, served: servedMonths })}</div>
      <div>{t(`repayments.${repay}`, share)}</div>
    </>
  );
}
