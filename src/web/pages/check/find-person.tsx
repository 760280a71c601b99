import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import { computer } from '../../compute/client/computer.ts';
import { useComputed } from '../../compute/client/use-computed.ts';
import type { FoundPerson } from '../../compute/protocol/orders.ts';
import type { RosterPerson } from '../../features/person/state.ts';
import type { LoadedRoster } from '../../features/roster/loaded-roster.ts';
import { useLanguage } from '../../platform/i18n/language.ts';
import { Link } from '../../platform/route.tsx';
import { useRemembered } from '../../platform/storage/keep.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { formKey } from '../../policy/use-kept.ts';
import { groupCount } from '../../ui/amounts.ts';
import { Field } from '../../ui/field.tsx';

const MOST = 8;

interface FindPersonProps {
  readonly person: RosterPerson | null;
  /** The request of the form, for its settings. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly onOpen: (person: RosterPerson, record: TeacherRecord) => void;
}

/** Finds a person in the loaded roster, by name or staff number, and opens a copy of the facts in the roster. */
export function FindPerson({ person, body, onOpen }: FindPersonProps) {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const language = useLanguage();
  const roster = useRemembered<{ roster: LoadedRoster | null }>(formKey(policy.key, 'budget'))?.roster ?? null;
  const [search, setSearch] = useState('');
  const [failed, setFailed] = useState<{ readonly why: 'gone' | 'faulty'; readonly settings: string } | null>(null);
  const asked = roster !== null && search.trim() !== '';
  const { answer } = useComputed('find', asked ? { policy: policy.key, roster: roster.roster, search, limit: MOST } : null);
  if (!roster) {
    return (
      <p className="hint">
        {t('person.noRoster')} <Link to="/budget">{t('person.toRoster')}</Link>
      </p>
    );
  }
  const { teacher: _, ...settings } = body;
  // Once a setting is corrected, the message is no longer true.
  const isFailed = failed !== null && (failed.why === 'gone' || failed.settings === JSON.stringify(settings));
  const open = async ({ teacher, id, name, school }: FoundPerson) => {
    const order = { policy: policy.key, language, body: settings, roster: roster.roster };
    const found = await computer.ask('person', { ...order, person: { teacher } });
    // Where others were left out, somebody else may stand at this place of the roster now.
    const isGone = found === 'stale' || (found.ok && String(found.result.record.id) !== id);
    if (isGone || !found.ok) {
      setFailed({ why: isGone ? 'gone' : 'faulty', settings: JSON.stringify(settings) });
      return;
    }
    setFailed(null);
    onOpen({ roster: roster.roster, teacher, id, name, school, madeUp: roster.name === null }, found.result.record);
    setSearch('');
  };
  const list = asked && answer !== null && answer !== 'stale' ? answer : null;
  const [first] = list?.found ?? [];
  return (
    <search className="find-person">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (first) void open(first);
        }}
      >
        <Field id="find-person" label={t('person.find', { people: groupCount(roster.people) })}>
          {(control) => (
            <Input
              {...control}
              type="search"
              value={search}
              placeholder={t('person.findHint')}
              autoComplete="off"
              onChange={({ target }) => setSearch(target.value)}
            />
          )}
        </Field>
      </form>
      <div role="status">
        {list && <p className="hint">{found(list.total)}</p>}
        {isFailed && <p className="fault">{t(`person.${failed.why}`)}</p>}
      </div>
      {list && list.found.length > 0 && (
        <ul className="found">
          {list.found.map((one) => (
            <li key={one.teacher}>
              <button type="button" className="link" onClick={() => void open(one)}>
                {[one.name, one.id, one.school].filter(Boolean).join(' · ')}
              </button>
            </li>
          ))}
        </ul>
      )}
      {person && (
        <p className="opened">
          <strong>{[person.name, person.id, person.school].filter(Boolean).join(' · ')}</strong>{' '}
          <span className="hint">{t('person.copy')}</span>{' '}
          {person.roster === roster.roster && (
            <Button size="small" onClick={() => void open(person)}>
              {t('person.again')}
            </Button>
          )}
        </p>
      )}
    </search>
  );

  function found(total: number): string {
    if (total === 0) return t('person.foundNone');
    return total > MOST ? t('person.foundMany', { total: groupCount(total), shown: MOST }) : t('person.found', { total });
  }
}
