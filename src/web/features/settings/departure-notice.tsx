import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { type Departed, type Departure, departedFrom, departFrom, NO_DEPARTURE, type Settings, setIn } from './settings.ts';
import { isUnread, type SharedSettings, useSettings } from './use-settings.ts';

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
  const nameOf = useDepartedName(shared.settings);
  const departed = departedFrom(shared.settings, departure, useDefaults());
  const isDeparted = (one: Departed) => departed.some(({ part, id }) => part === one.part && id === one.id);
  const set = setIn(shared.settings).filter((one) => !isDeparted(one));
  const forAll = () => {
    shared.setSettings(departFrom(shared.settings, departure));
    onChange(NO_DEPARTURE);
  };
  const named = (list: readonly Departed[]) => list.map(nameOf).join(t('app.listComma'));
  return (
    <>
      {set.length > 0 && <p className="hint">{t('settings.inUse', { names: named(set) })}</p>}
      {departed.length > 0 && (
        <div className="notice departure" role="status">
          {t('settings.departs', { names: named(departed) })}{' '}
          <Button size="small" onClick={() => onChange(NO_DEPARTURE)}>
            {t('settings.follow')}
          </Button>{' '}
          {!faulty && (
            <Button size="small" onClick={forAll}>
              {t('settings.forAll')}
            </Button>
          )}
        </div>
      )}
    </>
  );
}

/** The default option of each reading of the policy. */
function useDefaults(): Readonly<Record<string, string>> {
  const { readings } = useCatalogue().policy.document;
  return Object.fromEntries(Object.entries(readings).map(([id, reading]) => [id, reading.default]));
}

/** A departure and, for a year, the shared value. */
function useDepartedName({ year }: Settings): (departed: Departed) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const { document } = useCatalogue().policy;
  return ({ part, id }) => {
    if (part === 'year') return t('settings.otherYear', { year });
    if (id === null) return t(`whatIf.parts.${part}`);
    if (part === 'figures') return labels.parameter(id);
    if (part === 'places') return labels.fact(id);
    const reading = document.readings[id];
    return reading ? labels.say(reading.question) : id;
  };
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
