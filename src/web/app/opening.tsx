import { useTranslation } from 'react-i18next';
import { WorkerNotice } from './worker-notice.tsx';

/** Shown while the data of an earlier visit is being restored. */
export function Opening() {
  const { t } = useTranslation();
  return (
    <main>
      <p role="status">{t('app.opening')}</p>
      <WorkerNotice />
    </main>
  );
}
