import { Progress as Bar, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Progress } from '../compute.ts';
import { groupCount } from './amounts.ts';

/** How far a long computation has come, at what rate, and the way to stop it. */
export function ProgressLine({ progress, onCancel }: { progress: Progress; onCancel: () => void }) {
  const { t } = useTranslation();
  const { phase, done, total, perSecond } = progress;
  const percent = total === null || total === 0 ? null : Math.floor((done / total) * 100);
  const title = t(`progress.${phase}`);
  const params = { done: groupCount(done), total: groupCount(total ?? 0), rate: groupCount(perSecond) };
  return (
    <div className="progress-line">
      <span role="status">{title}</span>
      <Bar aria-label={title} percent={percent ?? 0} showInfo={false} size="small" status="active" />
      <span className="numeric">{t(`progress.${total === null ? 'soFar' : 'of'}.${phase}`, params)}</span>
      <Button size="small" onClick={onCancel}>
        {t('progress.cancel')}
      </Button>
    </div>
  );
}

/** Says that a computation was stopped, and offers to start it again. */
export function CancelledLine({ onRetry }: { onRetry: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="progress-line">
      <span role="status">{t('progress.cancelled')}</span>
      <Button size="small" onClick={onRetry}>
        {t('progress.retry')}
      </Button>
    </div>
  );
}
