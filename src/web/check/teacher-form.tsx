import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCatalogue } from '../shell/catalogue.ts';
import { FactInput } from '../shell/fact-input.tsx';
import { Field, fieldId } from '../shell/field.tsx';
import { useLabels } from '../shell/labels.ts';
import { ChangeList } from './change-list.tsx';
import { factsByGroup, isRequired } from './groups.ts';
import type { CheckState } from './state.ts';

interface TeacherFormProps {
  readonly state: CheckState;
  readonly onChange: (state: CheckState) => void;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
}

/** The form of one teacher: the facts that the policy uses, in sections, and what changes during the year. */
export function TeacherForm({ state, onChange, faults }: TeacherFormProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const catalogue = useCatalogue();
  const places = usePlaces();
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      {[...factsByGroup(catalogue)].map(([group, facts]) => (
        <fieldset key={group} className="facts">
          <legend>{t(`check.groups.${group}`)}</legend>
          {group === 'who' && (
            <Field id={fieldId('/year')} label={t('fields.year')} required fault={faults.get('/year')}>
              {(control) => (
                <Input
                  {...control}
                  status={control['aria-invalid'] ? 'error' : ''}
                  value={state.year}
                  inputMode="numeric"
                  autoComplete="off"
                  onChange={({ target }) => onChange({ ...state, year: target.value })}
                />
              )}
            </Field>
          )}
          {facts.map((fact) => {
            const pointer = `/teacher/${fact.id}`;
            const label = labels.fact(fact.id);
            return (
              <Field
                key={fact.id}
                id={fieldId(pointer)}
                label={fact.type === 'money' ? t('fields.withUnit', { label }) : label}
                required={isRequired(catalogue, fact.id)}
                fault={faults.get(pointer)}
              >
                {(control) => (
                  <FactInput
                    fact={fact}
                    control={control}
                    value={state.facts[fact.id]}
                    onChange={(value) => onChange({ ...state, facts: { ...state.facts, [fact.id]: value } })}
                  />
                )}
              </Field>
            );
          })}
          {group === 'place' && places !== '' && <p className="hint wide">{places}</p>}
        </fieldset>
      ))}
      <ChangeList year={state.year} changes={state.changes} onChange={(changes) => onChange({ ...state, changes })} faults={faults} />
    </form>
  );
}

/** Which towns and villages the policy names. */
function usePlaces(): string {
  const { t } = useTranslation();
  const { policy } = useCatalogue();
  const towns = Object.values(policy.document.places).flatMap((place) => place.towns);
  const places = towns.map(({ town, villages }) =>
    villages ? t('fields.placeVillages', { town, villages: villages.join(t('app.listComma')) }) : t('fields.placeTown', { town }),
  );
  return places.length === 0 ? '' : t('fields.places', { places: places.join(t('app.listComma')) });
}
