import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../../../contract/budget/budget-result.ts';
import { Field } from '../../../ui/field.tsx';

/** The school and month of a payroll. */
export interface PayrollOf {
  readonly school: string | null;
  /** 0 to 11. */
  readonly month: number;
}

/** The school and month chosen before, if they still exist; otherwise the first school, and the first month with a payment. */
export function payrollChosen({ groups, byMonth }: BudgetResult, chosen: PayrollOf | null): PayrollOf {
  const schools = groups.map(({ key: { school = null } }) => school);
  const paid = byMonth.findIndex(({ amount }) => /[1-9]/.test(amount));
  if (chosen && schools.includes(chosen.school)) return chosen;
  return { school: schools[0] ?? null, month: chosen?.month ?? Math.max(0, paid) };
}

interface PayrollChoiceProps {
  readonly result: BudgetResult;
  readonly chosen: PayrollOf;
  readonly onChange: (chosen: PayrollOf) => void;
}

/** The fields to choose the school and the month of a payroll. */
export function PayrollChoice({ result, chosen, onChange }: PayrollChoiceProps) {
  const { t } = useTranslation();
  const months = t('unit.monthNames', { returnObjects: true });
  return (
    <>
      <div className="wide-field">
        <Field id="print-school" label={t('budget.school')}>
          {({ id }) => (
            <Select
              id={id}
              showSearch
              optionFilterProp="label"
              value={JSON.stringify(chosen.school)}
              options={result.groups.map(({ key: { school = null } }) => ({
                value: JSON.stringify(school),
                label: school ?? t('budget.noSchool'),
              }))}
              onChange={(school) => onChange({ ...chosen, school: JSON.parse(school) as string | null })}
            />
          )}
        </Field>
      </div>
      <Field id="print-month" label={t('budget.monthHeader')}>
        {({ id }) => (
          <Select
            id={id}
            value={chosen.month}
            options={months.map((label, month) => ({ value: month, label }))}
            onChange={(month) => onChange({ ...chosen, month })}
          />
        )}
      </Field>
    </>
  );
}
