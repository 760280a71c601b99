import { Button } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { keep, useRemembered } from '../../platform/storage/keep.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { useSpeaker } from '../../policy/speaker.ts';
import { formKey } from '../../policy/use-kept.ts';
import { departureWords, settingName } from './setting-words.ts';
import {
  type Departed,
  type Departure,
  departedFrom,
  departFrom,
  NO_DEPARTURE,
  SETTINGS,
  type Settings,
  setIn,
  settingsIn,
} from './settings.ts';
import { TakenStep } from './taken-step.tsx';
import { isUnread, JOINED, type SharedSettings, useSettings } from './use-settings.ts';
import { type Step, useStep } from './use-step.ts';

interface DepartureNoticeProps {
  readonly shared: SharedSettings;
  readonly departure: Departure;
  readonly onChange: (departure: Departure) => void;
  /** Whether something typed has a fault, which is not to spread to all pages. */
  readonly faulty: boolean;
}

/** Lists the shared settings and where this page departs from them; departures can be undone, or made the shared settings. */
export function DepartureNotice({ shared, departure, onChange, faulty }: DepartureNoticeProps) {
  const { t } = useTranslation();
  const words = useSpeaker();
  const { policy } = useCatalogue();
  const joinedKey = formKey(policy.key, JOINED);
  const joined = useRemembered<boolean>(joinedKey) === true;
  const settings = settingsIn(shared.settings);
  const step = useStep<Rules, 'follow' | 'forAll'>({ settings, departure }, (next) => {
    if (SETTINGS.some((part) => next.settings[part] !== settings[part])) shared.setSettings(next.settings);
    onChange(next.departure);
  });
  useReturn(step.last, { settings, departure }, onChange);
  const departed = departedFrom(settings, departure, useDefaults());
  const isDeparted = (one: Departed) => departed.some(({ part, id }) => part === one.part && id === one.id);
  const set = setIn(settings).filter((one) => !isDeparted(one));
  const forAll = () => step.take('forAll', { settings: departFrom(settings, departure), departure: NO_DEPARTURE });
  return (
    <>
      {set.length > 0 && (
        <p className="hint">{t('settings.inUse', { names: set.map((one) => settingName(one, words)).join(t('app.listComma')) })}</p>
      )}
      {joined && set.length > 0 && (
        <p className="notice" role="status">
          {t('settings.joined')}{' '}
          <Button size="small" onClick={() => keep(joinedKey, undefined)}>
            {t('settings.noted')}
          </Button>
        </p>
      )}
      {departed.length > 0 && (
        <div className="notice departure" role="status">
          {t('settings.departs', { names: departureWords(departed, settings, departure, words) })}{' '}
          <Button size="small" onClick={() => step.take('follow', { settings, departure: NO_DEPARTURE })}>
            {t('settings.follow')}
          </Button>{' '}
          {!faulty && (
            <Button size="small" onClick={forAll}>
              {t('settings.forAll')}
            </Button>
          )}
        </div>
      )}
      <TakenStep step={step} />
    </>
  );
}

interface Rules {
  readonly settings: Settings;
  readonly departure: Departure;
}

/** If the budget takes back what a page has made the shared settings, the page has its own again; done again there, it follows again. */
function useReturn(last: Step<Rules, string>['last'], now: Rules, onChange: (departure: Departure) => void): void {
  // Undo brings back the very same values; a value typed once more is a new choice.
  const isAt = (settings: Settings) => SETTINGS.every((part) => now.settings[part] === settings[part]);
  const isOwn = (departure: Departure) => JSON.stringify(now.departure) === JSON.stringify(departure);
  const { before, after } = last ?? {};
  const isMoved = before && after && before.settings !== after.settings;
  const due = !isMoved
    ? null
    : isAt(before.settings) && isOwn(after.departure)
      ? before.departure
      : isAt(after.settings) && isOwn(before.departure)
        ? after.departure
        : null;
  useEffect(() => {
    if (due) onChange(due);
  });
}

/** The default option of each reading of the policy. */
export function useDefaults(): Readonly<Record<string, string>> {
  const { readings } = useCatalogue().policy.document;
  return Object.fromEntries(Object.entries(readings).map(([id, reading]) => [id, reading.default]));
}

/** Reports shared settings that cannot be read any more, or that refer to something the policy no longer has. */
export function LeftNotice() {
  const { policy } = useCatalogue();
  const { settings, setSettings, left } = useSettings();
  return <LeftNames names={left} unread={isUnread(policy.key)} onNoted={() => setSettings(settings)} />;
}

interface LeftNamesProps {
  readonly names: readonly string[];
  readonly unread?: boolean;
  readonly onNoted: () => void;
}

/** Names the settings that are left out. */
export function LeftNames({ names, unread = false, onNoted }: LeftNamesProps) {
  const { t } = useTranslation();
  const { say } = useLabels();
  const { readings } = useCatalogue().policy.document;
  const nameOf = (id: string) => (readings[id] ? say(readings[id].question) : id);
  if (names.length === 0 && !unread) return null;
  return (
    <div className="notice" role="status">
      {unread && t('settings.unread')} {names.length > 0 && t('settings.left', { names: names.map(nameOf).join(t('app.listComma')) })}{' '}
      <Button size="small" onClick={onNoted}>
        {t('settings.noted')}
      </Button>
    </div>
  );
}
