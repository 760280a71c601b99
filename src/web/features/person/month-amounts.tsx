import { useTranslation } from 'react-i18next';
import { groupDigits } from '../../ui/amounts.ts';

/** The months in which a line is paid out, which may be of two years. */
export function MonthAmounts({ months }: { months: readonly { readonly month: string; readonly amount: string }[] }) {
  const { t } = useTranslation();
  const said = months.map(({ month, amount }) => t('person.paidOut.month', { month, amount: groupDigits(amount) }));
  return said.length === 0 ? null : <p>{t('person.paidOut.line', { months: said.join(t('app.listComma')) })}</p>;
}
