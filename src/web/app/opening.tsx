import { useTranslation } from 'react-i18next';
import { WorkerNotice } from './worker-notice.tsx';

/** What is seen while that comes back which an earlier visit has kept. */
export function Opening() {
  const { t } = useTranslation();
  return (
    <main>
      <p role="status">{t('app.opening')}</p>
      <WorkerNotice />
    </main>
  );
}
