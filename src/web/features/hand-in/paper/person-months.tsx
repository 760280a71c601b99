import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../../contract/teacher/entitlement.ts';
import { groupDigits, groupDigitsShort, isZero, sumAmounts } from '../../../ui/amounts.ts';
import { PaperTable } from './paper-table.tsx';

type Line = EntitlementResult['lines'][number];

/** Every item in each of the twelve months; what is paid to the institution comes below the total. */
export function PersonMonths({ result: { year, lines, personalTotal } }: { result: EntitlementResult }) {
  const { t } = useTranslation();
  const names = t('unit.monthNames', { returnObjects: true });
  const months = names.map((_, at) => `${year}-${String(at + 1).padStart(2, '0')}`);
  const own = lines.filter(({ payee }) => payee === 'teacher');
  const others = lines.filter(({ payee }) => payee === 'institution');
  const short = (amount: string | undefined) => (amount === undefined || isZero(amount) ? t('unit.none') : groupDigitsShort(amount));
  const cells = ({ byMonth }: Line) => months.map((month) => short(byMonth.find((one) => one.month === month)?.amount));
  const totals = months.map((month) => short(sumAmounts(own.flatMap(({ byMonth }) => byMonth.filter((one) => one.month === month)))));
  return (
    <PaperTable
      className="person-months"
      columns={[
        { title: t('budget.item') },
        ...names.map((title) => ({ title, numeric: true })),
        { title: t('table.total'), numeric: true },
      ]}
      rows={own.map((line) => [line.title, ...cells(line), groupDigits(line.amount)])}
      footer={[
        [t('print.person.personal'), ...totals, groupDigits(personalTotal)],
        ...others.map((line) => [t('print.person.toInstitution', { title: line.title }), ...cells(line), groupDigits(line.amount)]),
      ]}
    />
  );
}
