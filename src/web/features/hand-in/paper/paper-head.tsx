import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../platform/i18n/language.ts';

interface PaperHeadProps {
  readonly title: string;
  /** The unit that submits the paper; a line to write on if it is blank. */
  readonly unit: string;
  /** Whether the people are fictitious. */
  readonly madeUp: boolean;
}

/** The title of a paper, who made it, when, and in which unit its amounts are. */
export function PaperHead({ title, unit, madeUp }: PaperHeadProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const today = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { dateStyle: 'long' }).format(new Date());
  return (
    <header>
      {madeUp && <div className="made-up">{t('print.madeUp')}</div>}
      <h1>{title}</h1>
      <div className="heading-line">
        <span>{t('app.colon', { label: t('print.unit'), value: unit.trim() || t('print.blank') })}</span>
        <span>{t('app.colon', { label: t('print.date'), value: today })}</span>
        <span>{t('print.inYuan')}</span>
      </div>
    </header>
  );
}
