import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { takeNewer, useProgram } from '../platform/offline/program.ts';
import { useKeeping } from '../platform/storage/keep.ts';

/** Offers a newer version. It is never applied unasked, because the page reloads. */
export function NewerNotice() {
  const { t } = useTranslation();
  const { newer } = useProgram();
  const { on } = useKeeping();
  return (
    <div role="status">
      {newer && (
        <p className="notice">
          {t(on ? 'local.newer' : 'local.newerLoses')}{' '}
          <Button size="small" onClick={() => void takeNewer()}>
            {t('local.takeNewer')}
          </Button>
        </p>
      )}
    </div>
  );
}
