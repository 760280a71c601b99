import { Button } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeeping } from '../platform/storage/keep.ts';
import { lazily } from '../ui/lazily.tsx';

const LocalDataDialog = lazily(async () => (await import('./local-data-dialog.tsx')).LocalDataDialog);

/** Shows whether anything is stored in this browser, and opens the dialog about it. */
export function LocalData() {
  const { t } = useTranslation();
  const { on } = useKeeping();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t(on ? 'local.buttonOn' : 'local.buttonOff')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <LocalDataDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
