import { useTranslation } from 'react-i18next';
import { writeCapitals } from '../../../../money/capitals.ts';
import { fenOf } from '../../../ui/amounts.ts';

/** A total in the capital numerals of vouchers, which are hard to alter. @param amount as on the wire */
export function Capitals({ amount }: { amount: string }) {
  const { t } = useTranslation();
  return (
    <p className="capitals">
      {t('app.colon', { label: t('print.capitals'), value: '' })}
      <span lang="zh-CN">{writeCapitals(fenOf(amount)) ?? t('print.tooLarge')}</span>
    </p>
  );
}
