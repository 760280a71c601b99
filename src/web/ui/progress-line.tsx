import { Progress as Bar, Button } from 'antd';
import { type ReactNode, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveProgress } from '../compute/client/live-progress.ts';
import { groupCount } from './amounts.ts';

interface ProgressLineProps {
  readonly progress: LiveProgress;
  readonly onCancel: () => void;
  /** Shown until there is progress to report. */
  readonly children?: ReactNode;
}

/** The progress and rate of a long computation, with a button to stop it. */
export function ProgressLine({ progress, onCancel, children }: ProgressLineProps) {
  const { t } = useTranslation();
  const now = useSyncExternalStore(progress.listen, progress.now);
  if (now === null) return children;
  const { phase, done, total, perSecond } = now;
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

/** Reports that a computation was stopped, with a button to start it again. */
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
