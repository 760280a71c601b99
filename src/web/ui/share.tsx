import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { fenOf, groupDigits } from './amounts.ts';
import './sums.css';

/**
 * The share of an amount in a total, in percent with one decimal, rounded half up; `null` if the total is zero.
 *
 * @example shareOf('1.00', '8.00') // "12.5"
 */
export function shareOf(amount: string, total: string): string | null {
  const whole = fenOf(total);
  if (whole === 0n) return null;
  const permille = (fenOf(amount) * 2000n + whole) / (whole * 2n);
  return `${groupDigits(String(permille / 10n))}.${permille % 10n}`;
}

/** The share of an amount, with a bar of that length. */
export function Share({ amount, total }: { amount: string; total: string }) {
  const { t } = useTranslation();
  const percent = shareOf(amount, total);
  if (percent === null) return t('unit.none');
  return (
    <span className="share" style={{ '--share': `${percent}%` } as CSSProperties}>
      {t('explore.percent', { percent })}
    </span>
  );
}
