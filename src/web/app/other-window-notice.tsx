import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { storeAll, useKeeping } from '../platform/storage/keep.ts';
import { nameOfForm } from '../policy/use-kept.ts';
import { WATCHED } from './other-window.ts';

/** Says that what is stored is that of another window, and lets the user choose. */
export function OtherWindowNotice() {
  const { t } = useTranslation();
  const { on, elsewhere } = useKeeping();
  const names = new Set(elsewhere.map((key) => (key.startsWith('form/') ? nameOfForm(key) : 'roster')));
  const listed = ['roster' as const, ...WATCHED].filter((name) => names.has(name)).map((name) => t(`local.otherWindow.${name}`));
  return (
    <div role="status">
      {on && listed.length > 0 && (
        <p className="notice">
          {t('local.otherWindow.differs', { names: listed.join(t('app.listComma')) })}{' '}
          <Button size="small" onClick={() => location.reload()}>
            {t('local.otherWindow.takeTheirs')}
          </Button>{' '}
          <Button size="small" onClick={() => void storeAll()}>
            {t('local.otherWindow.storeOurs')}
          </Button>
        </p>
      )}
    </div>
  );
}
