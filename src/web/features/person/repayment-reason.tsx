import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { groupDigits } from '../../ui/amounts.ts';
import { rangeText } from '../../ui/range.ts';
import { spokenMonths } from '../../ui/spoken-months.ts';

type OpenRepayment = NonNullable<EntitlementResult['openRepayments']>[number];
type Told = Omit<OpenRepayment, 'missing'> & { readonly missing?: OpenRepayment['missing'] };

/** The way of a sum that is owed: the time served, what was paid, the rates, what is added; and what is missing to know it. */
export function RepaymentReason({ repayment }: { repayment: Told }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const { parameters } = policy.document;
  const { date, since, serviceMonths, servedMonths, paidBy = [], figures = [], owed, penalty, late, missing = [] } = repayment;
  const span = (months: number) => {
    const [years, rest] = [Math.floor(months / 12), months % 12];
    return rest === 0 ? t('repayments.years', { years }) : t('repayments.span', { years, months: rest });
  };
  const lines = [
    date && t('repayments.date', { date }),
    since !== undefined &&
      serviceMonths !== undefined &&
      servedMonths !== undefined &&
      t('repayments.served', {
        since,
        service: serviceMonths / 12,
        served: span(servedMonths),
        left: span(serviceMonths - servedMonths),
      }),
    paidBy.length > 0 &&
      t('repayments.paid', {
        list: paidBy.map(({ title, amount }) => t('repayments.paidOf', { title, amount: groupDigits(amount) })).join(t('app.listComma')),
      }),
    ...figures.map(({ parameter, value }) => {
      const unit = parameters[parameter]?.unit;
      const shown = unit === 'percent' ? t('policy.figure.percent', { value }) : groupDigits(value);
      return t('repayments.figure', { title: labels.parameter(parameter), value: shown });
    }),
    owed !== undefined && t('repayments.owed', { amount: groupDigits(owed) }),
    penalty !== undefined && t('repayments.penalty', { amount: groupDigits(penalty) }),
    late && t('repayments.late', { days: late.days, amount: groupDigits(late.amount) }),
    ...missing.map((one) => t('app.colon', { label: t('repayments.missing'), value: claimMissingText(one, t, labels) })),
  ];
  return lines.map((line) => line && <div key={line}>{line}</div>);
}

/** What is missing to know a claim, in words. */
export function claimMissingText(
  { code, fact = '', parameter = '', reading = '', atLeast, atMost, months = [] }: OpenRepayment['missing'][number],
  t: TFunction,
  labels: Labels,
): string {
  const when = months.length > 0 && months.length < 12 ? t('unit.inMonths', { months: spokenMonths(months, t) }) : '';
  if (code === 'outside-employment') return t('repayments.outside', { fact: labels.fact(fact) });
  if (code === 'reading') return t('repayments.missingReading', { reading: labels.reading(reading) });
  if (code === 'fact') return t('repayments.missingFact', { fact: labels.fact(fact), months: when });
  const range = rangeText({ atLeast, atMost }, '', t);
  return t('repayments.missingFigure', {
    parameter: labels.parameter(parameter),
    range: range === null ? '' : t('repayments.range', { range }),
    months: when,
  });
}
