import { useTranslation } from 'react-i18next';
import type { AllowanceNode } from '../../../policy/document/schema.ts';
import { useLabels } from '../../policy/labels.ts';
import { Quote } from '../../ui/quote.tsx';
import { ByReading } from './by-reading.tsx';
import { isChoice } from './nodes.ts';

type Pays = Extract<AllowanceNode['pays'], { at: string }>;

/** The service period of a one-off, and the clawback for leaving early. */
export function Service({ since, service }: { since: string; service: NonNullable<Pays['service']> }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const years = (value: unknown) => t('repayments.years', { years: Number(value), fact: labels.fact(since) });
  const rules: Readonly<Record<string, string>> = t('repayments.rules', { returnObjects: true });
  const repay = (value: unknown) => rules[String(value)] ?? String(value);
  return (
    <>
      <div>{isChoice(service.years) ? <ByReading node={service.years}>{years}</ByReading> : years(service.years)}</div>
      <div>{isChoice(service.repay) ? <ByReading node={service.repay}>{repay}</ByReading> : repay(service.repay)}</div>
      {service.clause && <Quote clause={service.clause} note={service.clause.note && labels.say(service.clause.note)} />}
    </>
  );
}
