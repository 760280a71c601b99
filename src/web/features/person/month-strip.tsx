import { useTranslation } from 'react-i18next';
import { groupDigitsShort } from '../../ui/amounts.ts';

interface MonthStripProps {
  readonly caption: string;
  readonly year: number;
  readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
}

/** Two half-years: side by side they form a strip of twelve, on a narrow screen they are stacked. */
const HALVES = [
  [1, 2, 3, 4, 5, 6],
  [7, 8, 9, 10, 11, 12],
] as const;

/** Twelve cells, one a month; a month without an amount has a dash. */
export function MonthStrip({ caption, year, byMonth }: MonthStripProps) {
  const { t } = useTranslation();
  const names = t('unit.monthNames', { returnObjects: true });
  const amounts = new Map(byMonth.map(({ month, amount }) => [month, amount]));
  return (
    <div className="strips">
      {HALVES.map((months) => (
        <table key={months[0]} className="strip">
          <caption className="unseen">{t('person.months', { caption, from: names[months[0] - 1], to: names[months[5] - 1] })}</caption>
          <thead>
            <tr>
              {months.map((month) => (
                <th key={month} scope="col">
                  {names[month - 1]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            <tr>
              {months.map((month) => {
                const amount = amounts.get(`${year}-${String(month).padStart(2, '0')}`);
                return (
                  <td key={month} className={amount === undefined ? 'nothing' : undefined}>
                    {amount === undefined ? t('unit.none') : groupDigitsShort(amount)}
                  </td>
                );
              })}
            </tr>
          </tbody>
        </table>
      ))}
    </div>
  );
}
