import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { spokenMonths } from '../../ui/spoken-months.ts';

type Unpaid = EntitlementResult['unpaid'];

/** The months of a line that pay nothing. */
export function unpaidOf(unpaid: Unpaid, { allowance, policy }: Pick<Unpaid[number], 'allowance' | 'policy'>): Unpaid {
  return unpaid.filter((one) => one.allowance === allowance && one.policy === policy);
}

/** The months of an allowance without a line, where they pay nothing for more than one reason; those that never pay are none. */
export function severalReasons(unpaid: Unpaid, { allowance }: Pick<Unpaid[number], 'allowance'>): Unpaid {
  const reasons = unpaid.filter((one) => one.allowance === allowance && one.code !== 'not-in-months');
  return reasons.length > 1 ? reasons : [];
}

/** The months of an allowance that pay nothing, one reason after the other. */
export function UnpaidMonths({ unpaid }: { unpaid: Unpaid }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return unpaid.map((one) => <div key={JSON.stringify(one)}>{unpaidText(one, t, labels)}</div>);
}

/** When an allowance pays nothing, and why: 1月–6月、9月–11月：考核结果为不合格. */
export function unpaidText(one: Unpaid[number], t: TFunction, labels: Labels): string {
  return t('app.colon', { label: spokenMonths(one.months, t), value: reasonOf(one, t, labels) });
}

function reasonOf({ code, fact, facts, by, readings = [] }: Unpaid[number], t: TFunction, labels: Labels): string {
  if (code === 'by-reading') return byReadingText(readings, t, labels);
  if (by !== undefined) return t('check.outranked', { by: labels.allowance(by) });
  if (code !== 'not-eligible' && code !== 'outranked')
    return t(`person.unpaid.${code}`, fact === undefined ? {} : { fact: labels.fact(fact) });
  const read = Object.entries(facts ?? {});
  if (read.length === 0) return t('check.notEligibleAtAll');
  return read
    .map(([id, value]) =>
      value === null
        ? t('person.unpaid.blank', { fact: labels.fact(id) })
        : t('person.unpaid.value', { fact: labels.fact(id), value: labels.value(id, value) }),
    )
    .join(t('app.comma'));
}

/** That nothing is paid whatever is chosen, though for different reasons. */
export function byReadingText(readings: readonly string[], t: TFunction, labels: Labels): string {
  return t('person.unpaid.by-reading', { questions: readings.map(labels.reading).join(t('app.listComma')) });
}
