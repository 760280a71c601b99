import { useTranslation } from 'react-i18next';
import { groupDigitsShort } from '../shell/amounts.ts';

interface MonthStripProps {
  readonly caption: string;
  readonly year: number;
  readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'));

/** Twelve cells, one a month; a month without an amount has a dash. */
export function MonthStrip({ caption, year, byMonth }: MonthStripProps) {
  const { t } = useTranslation();
  const names = t('unit.monthNames', { returnObjects: true });
  const amounts = new Map(byMonth.map(({ month, amount }) => [month, amount]));
  return (
    <table className="strip">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          {MONTHS.map((month) => (
            <th key={month} scope="col">
              {names[Number(month) - 1]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {MONTHS.map((month) => {
            const amount = amounts.get(`${year}-${month}`);
            return (
              <td key={month} className={amount === undefined ? 'nothing' : undefined}>
                {amount === undefined ? t('unit.none') : groupDigitsShort(amount)}
              </td>
            );
          })}
        </tr>
      </tbody>
    </table>
  );
}
