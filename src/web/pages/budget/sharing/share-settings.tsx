import { Button, Checkbox, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { computer } from '../../../compute/client/computer.ts';
import type { FittedSettings, LinkedSettings } from '../../../compute/protocol/linked-settings.ts';
import { settingsToShare } from '../../../features/budget/sharing.ts';
import type { BudgetSettings } from '../../../features/budget/state.ts';
import { copyText } from '../../../platform/copy-text.ts';
import { addressOf } from '../../../platform/route.tsx';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { leftNames, linkLines } from './link-lines.ts';
import { writeFragment } from './settings-link.ts';

/** The link that carries these settings, for copying, with a note of what it contains and what it leaves out. */
export function ShareSettings({ settings }: { settings: BudgetSettings }) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  return (
    <section className="panel share-settings" aria-labelledby="share-settings">
      <h2 id="share-settings">{t('whatIf.link.title')}</h2>
      {policy.file === null ? <SettingsLink settings={settings} /> : <p className="hint">{t('whatIf.link.ownPolicy')}</p>}
    </section>
  );
}

function SettingsLink({ settings }: { settings: BudgetSettings }) {
  const { t } = useTranslation();
  const [names, setNames] = useState(false);
  const [copied, setCopied] = useState<{ link: string; how: 'done' | 'failed' } | null>(null);
  const made = useLink(settings, names);
  const copy = (link: string) => {
    void copyText(link).then((done) => setCopied({ link, how: done ? 'done' : 'failed' }));
  };
  return (
    <>
      <p className="hint">{t('whatIf.link.hint')}</p>
      {settings.scenarios.length > 0 && (
        <Checkbox checked={names} onChange={({ target }) => setNames(target.checked)}>
          {t('whatIf.link.names')}
        </Checkbox>
      )}
      {made === 'faulty' && <p className="fault">{t('whatIf.link.faulty')}</p>}
      {made && made !== 'faulty' && (
        <>
          <Carried {...made.fitted} />
          <div className="link-line">
            <Input readOnly aria-label={t('whatIf.link.title')} value={made.link} onFocus={({ target }) => target.select()} />
            <Button type="primary" onClick={() => copy(made.link)}>
              {t('whatIf.link.copy')}
            </Button>
          </div>
          <p role="status" className="hint">
            {copied?.link === made.link && t(`whatIf.link.copied.${copied.how}`)}
          </p>
        </>
      )}
    </>
  );
}

/** The contents of the link, as its recipient will see them. */
function Carried({ settings, left }: FittedSettings) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const words = { document: policy.document, labels, t };
  return (
    <>
      <p id="link-carried">{t('whatIf.link.carried')}</p>
      <ul aria-labelledby="link-carried">
        {linkLines(settings, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {left.length > 0 && <p className="fault">{t('whatIf.link.notCarried', { names: leftNames(left, words) })}</p>}
    </>
  );
}

interface MadeLink {
  readonly link: string;
  readonly fitted: FittedSettings;
}

/** The link to the current settings; `null` while it is being made. */
function useLink(settings: BudgetSettings, names: boolean): MadeLink | 'faulty' | null {
  const { policy } = useCatalogue();
  const [made, setMade] = useState<{ of: string; link: MadeLink | 'faulty' } | null>(null);
  const shared = JSON.stringify(settingsToShare(settings, { policy }, names));
  useEffect(() => {
    let isCurrent = true;
    const make = async (): Promise<MadeLink | 'faulty'> => {
      const fitted = await computer.ask('fit', { policy: policy.key, settings: JSON.parse(shared) as LinkedSettings });
      if (fitted === null) return 'faulty';
      const address = addressOf('/budget', { policy: policy.key, lang: null });
      return { link: `${location.origin}${address}#${writeFragment(fitted.settings)}`, fitted };
    };
    void make().then((link) => isCurrent && setMade({ of: shared, link }));
    return () => {
      isCurrent = false;
    };
  }, [shared, policy]);
  return made?.of === shared ? made.link : null;
}
