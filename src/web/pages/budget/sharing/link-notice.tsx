import { Alert, Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { computer } from '../../../compute/client/computer.ts';
import type { FittedSettings, LinkedSettings } from '../../../compute/protocol/linked-settings.ts';
import { settingsFromShared } from '../../../features/budget/sharing.ts';
import type { BudgetState } from '../../../features/budget/state.ts';
import { addressOf, goInstead, useAnchor } from '../../../platform/route.tsx';
import { useCatalogue } from '../../../policy/catalogue.ts';
import { useLabels } from '../../../policy/labels.ts';
import { usePolicies } from '../../../policy/policies.ts';
import { carriesSettings } from './link-fragment.ts';
import { leftNames, linkLines } from './link-lines.ts';
import { type LinkFault, readFragment } from './settings-link.ts';

interface LinkNoticeProps {
  readonly state: BudgetState;
  readonly onChange: (state: BudgetState) => void;
}

/** The contents of a link: settings for the policy that is shown, settings for another, or nothing readable. */
type Found = FittedSettings | { readonly of: LinkedSettings['policy'] } | LinkFault;

/** Shows the settings that the address carries, before anything is changed by them. */
export function LinkNotice({ state, onChange }: LinkNoticeProps) {
  const fragment = useAnchor();
  const { policy } = useCatalogue();
  const [read, setRead] = useState<{ key: string; found: Found } | null>(null);
  const key = `${policy.key} ${fragment}`;
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<Found> => {
      const settings = readFragment(fragment);
      if (typeof settings === 'string') return settings;
      if (settings.policy.id !== policy.document.id) return { of: settings.policy };
      return (await computer.ask('fit', { policy: policy.key, settings })) ?? 'broken';
    };
    if (carriesSettings(fragment)) void look().then((found) => isCurrent && setRead({ key: `${policy.key} ${fragment}`, found }));
    return () => {
      isCurrent = false;
    };
  }, [fragment, policy]);
  if (read?.key !== key) return null;
  const { found } = read;
  const close = () => goInstead(`${location.pathname}${location.search}`);
  if (typeof found === 'string') return <Refused sentence={found} onClose={close} />;
  if ('of' in found) return <OfAnother id={found.of.id} fragment={fragment} onClose={close} />;
  return <Settings found={found} state={state} onChange={onChange} onClose={close} />;
}

interface RefusedProps {
  readonly sentence: LinkFault | { readonly otherPolicy: string };
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

function Refused({ sentence, onClose, children }: RefusedProps) {
  const { t } = useTranslation();
  const title = typeof sentence === 'string' ? t(`whatIf.link.${sentence}`) : t('whatIf.link.otherPolicy', { name: sentence.otherPolicy });
  return (
    <Alert
      type="error"
      showIcon
      title={title}
      description={
        <div className="buttons">
          {children}
          <Button onClick={onClose}>{t('whatIf.link.close')}</Button>
        </div>
      }
    />
  );
}

/** Settings of another policy can be viewed with that policy, if it is here. */
function OfAnother({ id, fragment, onClose }: { id: string; fragment: string; onClose: () => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const other = usePolicies().find(({ document, file }) => file === null && document.id === id);
  const look = (key: string) => goInstead(`${addressOf('/budget', { policy: key })}#${fragment}`);
  return (
    <Refused sentence={{ otherPolicy: other ? labels.say(other.document.title) : id }} onClose={onClose}>
      {other && <Button onClick={() => look(other.key)}>{t('whatIf.link.look')}</Button>}
    </Refused>
  );
}

function Settings({
  found: { settings, left },
  state,
  onChange,
  onClose,
}: LinkNoticeProps & { found: FittedSettings; onClose: () => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  const words = { document: policy.document, labels, t };
  const adopt = () => {
    onChange({ ...state, ...settingsFromShared(settings, state, t('app.listComma')) });
    onClose();
  };
  return (
    <section className="panel link-notice" aria-labelledby="link-notice">
      <h2 id="link-notice">{t('whatIf.link.found')}</h2>
      {settings.policy.version !== policy.version && <Alert type="warning" showIcon title={t('whatIf.link.otherVersion')} />}
      <ul>
        {linkLines(settings, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {left.length > 0 && <p className="fault">{t('whatIf.link.left', { names: leftNames(left, words) })}</p>}
      <p className="hint">{t('whatIf.link.replaces')}</p>
      <div className="buttons">
        <Button type="primary" onClick={adopt}>
          {t('whatIf.link.adopt')}
        </Button>
        <Button onClick={onClose}>{t('whatIf.link.close')}</Button>
      </div>
    </section>
  );
}
