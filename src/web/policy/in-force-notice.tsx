import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { groupDigits } from '../ui/amounts.ts';
import { spokenMonths } from '../ui/spoken-months.ts';

interface InForceNoticeProps {
  /** The months outside the policy's dates and the total including them, for the year and for future years. */
  readonly outside: readonly {
    readonly year: number | null;
    readonly months: readonly string[];
    readonly wouldBe: string;
    readonly complete: boolean;
  }[];
  /** Whether the run computes as if the document were in force. */
  readonly asIf: boolean;
  readonly onChange: (asIf: boolean) => void;
}

/**
 * Lists the months that the document does not cover and asks, once for all years, whether to compute them anyway; empty if it covers all.
 */
export function InForceNotice({ outside, asIf, onChange }: InForceNoticeProps) {
  const { t } = useTranslation();
  if (asIf) {
    return (
      <Alert
        type="warning"
        showIcon
        data-testid="in-force"
        title={t('inForce.asIf')}
        action={<Button onClick={() => onChange(false)}>{t('inForce.stop')}</Button>}
      />
    );
  }
  if (outside.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="in-force"
      title={
        <>
          {outside.map(({ year, months, wouldBe, complete }) => (
            <p key={months[0]}>
              {t(year === null ? 'inForce.notice' : 'inForce.yearNotice', { year, months: spokenMonths(months, t) })}{' '}
              {Number(wouldBe) === 0 ? t('inForce.wouldBeNothing') : t('inForce.wouldBe', { amount: groupDigits(wouldBe) })}
              {!complete && t('inForce.wouldBeOpen')}
            </p>
          ))}
          <p>{t('inForce.ask')}</p>
        </>
      }
      action={<Button onClick={() => onChange(true)}>{t('inForce.goOn')}</Button>}
    />
  );
}
