import { useTranslation } from 'react-i18next';
import type { AmountNodeOf } from '../../../words/amounts/amount-words.ts';
import { ClauseLink } from '../../policy/clause-link.tsx';
import { useLabels } from '../../policy/labels.ts';
import { ByReading } from './by-reading.tsx';
import type { Inner } from './inner.ts';
import { isChoice } from './nodes.ts';

type Within = Pick<Inner, 'Amount'>;

/** What an allowance has paid until the date of a claim. */
export function Paid({ node: { paid } }: { node: AmountNodeOf<'paid'> }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <ClauseLink kind="allowance" id={paid}>
      {t('repayments.ofPaid', { allowance: labels.allowance(paid) })}
    </ClauseLink>
  );
}

/** An amount for each year, or month, that was not served. */
export function Unserved({ node, Amount }: { node: AmountNodeOf<'unserved'> } & Within) {
  const { t } = useTranslation();
  const { unserved, begun, amount } = node;
  if (isChoice(unserved))
    return <ByReading node={unserved}>{(one) => <Unserved node={{ ...node, unserved: one as 'years' }} Amount={Amount} />}</ByReading>;
  if (isChoice(begun))
    return <ByReading node={begun}>{(one) => <Unserved node={{ ...node, begun: one as 'served' }} Amount={Amount} />}</ByReading>;
  const unit = t(`repayments.unit.${unserved}`);
  return <Below lead={t('repayments.each', { unit, begun: t(`repayments.begun.${begun}`, { unit }) })} node={amount} Amount={Amount} />;
}

/** The part of an amount that stands for what was not served, or was. */
export function ServicePart({ node, Amount }: { node: AmountNodeOf<'part'> } & Within) {
  const { t } = useTranslation();
  const { part, unit: counted, begun, of } = node;
  const other = (key: 'part' | 'unit' | 'begun') => (one: unknown) => <ServicePart node={{ ...node, [key]: one }} Amount={Amount} />;
  if (isChoice(part)) return <ByReading node={part}>{other('part')}</ByReading>;
  if (isChoice(counted)) return <ByReading node={counted}>{other('unit')}</ByReading>;
  if (isChoice(begun)) return <ByReading node={begun}>{other('begun')}</ByReading>;
  const unit = t(`repayments.unit.${counted}`);
  return <Below lead={t(`repayments.part.${part}`, { unit, begun: t(`repayments.begun.${begun}`, { unit }) })} node={of} Amount={Amount} />;
}

function Below({ lead, node, Amount }: { lead: string; node: unknown } & Within) {
  return (
    <>
      <div>{lead}</div>
      <ul className="cases">
        <li>
          <Amount node={node} />
        </li>
      </ul>
    </>
  );
}
