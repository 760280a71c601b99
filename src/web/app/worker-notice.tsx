import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { computer } from '../compute/client/computer.ts';
import { isUnsaved, useKeeping } from '../platform/storage/keep.ts';

/** Reports that the worker was not loaded, died or does not respond, and what to do. */
export function WorkerNotice() {
  const { t } = useTranslation();
  const health = useSyncExternalStore(computer.listen, computer.health);
  const { on } = useKeeping();
  const kept = on ? t('app.worker.keeps') : isUnsaved() ? t('app.worker.loses') : '';
  return (
    <div role="alert">
      {health !== 'starting' && health !== 'well' && (
        <p className="notice">
          {t('app.worker.both', { what: t(`app.worker.${health}`), kept })}{' '}
          <Button size="small" onClick={() => location.reload()}>
            {t('app.worker.reload')}
          </Button>
        </p>
      )}
    </div>
  );
}
