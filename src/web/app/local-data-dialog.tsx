import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgram } from '../platform/offline/program.ts';
import { forgetEverything, startKeeping, stopKeeping, useKeeping } from '../platform/storage/keep.ts';

/** What is stored in this browser: the switch, the present contents, and the button that deletes all of it. */
export function LocalDataDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { offline } = useProgram();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="local-data" aria-labelledby="local-data" onClose={onClose}>
      <h2 id="local-data">{t('local.title')}</h2>
      <p>{t('local.lead')}</p>
      <KeepSwitch />
      <section>
        <p>{t(offline ? 'local.offline' : isSecureContext ? 'local.notOffline' : 'local.noOffline')}</p>
      </section>
      <ForgetAll />
      <div className="buttons">
        <Button onClick={() => dialog.current?.close()}>{t('local.close')}</Button>
      </div>
    </dialog>
  );
}

function KeepSwitch() {
  const { t } = useTranslation();
  const { on, refused } = useKeeping();
  return (
    <section>
      <label className="keep-switch">
        <input
          type="checkbox"
          checked={on}
          aria-describedby="local-keep-hint"
          onChange={({ target }) => void (target.checked ? startKeeping() : stopKeeping())}
        />
        {t('local.keep')}
      </label>
      <p className="hint" id="local-keep-hint">
        {t('local.keepHint')}
      </p>
      <p role="status">{useStored()}</p>
      {refused && <Alert type="error" showIcon title={t('local.refused')} />}
    </section>
  );
}

/** The present contents, in words. */
function useStored(): string {
  const { t } = useTranslation();
  const { on, stored } = useKeeping();
  if (!on || stored.length === 0) return t('local.nothing');
  const kinds = t('local.kinds', { returnObjects: true }) as Record<string, string>;
  const parts = Object.entries(kinds).flatMap(([kind, label]) => {
    const count = stored.filter((key) => key.startsWith(`${kind}/`)).length;
    return count === 0 ? [] : [t('local.some', { kind: label, count })];
  });
  return t('local.stored', { parts: parts.join(t('app.listComma')) });
}

function ForgetAll() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState(false);
  const [failed, setFailed] = useState(false);
  const sure = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (asked) sure.current?.focus();
  }, [asked]);
  return (
    <section>
      <h3>{t('local.forget')}</h3>
      <p className="hint">{t('local.forgetHint')}</p>
      {asked ? (
        <div className="buttons">
          <Button ref={sure} danger type="primary" onClick={() => forgetEverything().catch(() => setFailed(true))}>
            {t('local.forgetSure')}
          </Button>
          <Button onClick={() => setAsked(false)}>{t('local.forgetNot')}</Button>
        </div>
      ) : (
        <Button danger onClick={() => setAsked(true)}>
          {t('local.forget')}
        </Button>
      )}
      {failed && <Alert type="error" showIcon title={t('local.forgetFailed')} />}
    </section>
  );
}
