import { Checkbox, Input } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CheckState } from '../../features/person/state.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { factsByGroup } from '../../policy/fact-groups.ts';
import { Field, fieldId } from '../../ui/field.tsx';
import { ChangeList } from './change-list.tsx';
import { FactField } from './fact-field.tsx';
import { QuestionList } from './question-list.tsx';
import type { Questions } from './use-questions.ts';

interface TeacherFormProps {
  readonly state: CheckState;
  /** The year that is computed. */
  readonly year: string;
  readonly onChange: (state: CheckState) => void;
  /** Called when a fact is answered. */
  readonly onAnswer: (fact: string, value: string | boolean | undefined) => void;
  /** The faults of the request by pointer. */
  readonly faults: ReadonlyMap<string, string>;
  /** The facts that matter. */
  readonly questions: Questions;
}

/** The form of one teacher: the facts that matter, or all that the policy uses, and what changes during the year. */
export function TeacherForm({ state, year, onChange, onAnswer, faults, questions }: TeacherFormProps) {
  const { t } = useTranslation();
  const places = usePlaces();
  const yearField = (
    <Field id={fieldId('/year')} label={t('fields.year')} required fault={faults.get('/year')}>
      {(control) => (
        <Input
          {...control}
          status={control['aria-invalid'] ? 'error' : ''}
          value={year}
          inputMode="numeric"
          autoComplete="off"
          onChange={({ target }) => onChange({ ...state, departure: { ...state.departure, year: target.value } })}
        />
      )}
    </Field>
  );
  return (
    <form onSubmit={(event) => event.preventDefault()}>
      <Checkbox checked={state.all} onChange={({ target }) => onChange({ ...state, all: target.checked })}>
        {t('person.showAll')}
      </Checkbox>
      {state.all ? (
        <AllFacts state={state} faults={faults} onAnswer={onAnswer} places={places}>
          {yearField}
        </AllFacts>
      ) : (
        <fieldset>
          <legend className="unseen">{t('check.form')}</legend>
          <div className="questions">{yearField}</div>
          <QuestionList questions={questions} values={state.facts} faults={faults} places={places} onChange={onAnswer} />
        </fieldset>
      )}
      <ChangeList year={year} changes={state.changes} onChange={(changes) => onChange({ ...state, changes })} faults={faults} />
    </form>
  );
}

type AllFactsProps = Pick<TeacherFormProps, 'state' | 'faults' | 'onAnswer'> & { readonly places: string; readonly children: ReactNode };

/** Every fact that the policy uses, in sections. */
function AllFacts({ state, faults, onAnswer, places, children }: AllFactsProps) {
  const { t } = useTranslation();
  const catalogue = useCatalogue();
  return [...factsByGroup(catalogue)].map(([group, facts]) => (
    <fieldset key={group} className="facts">
      <legend>{t(`check.groups.${group}`)}</legend>
      {group === 'who' && children}
      {facts.map(({ id }) => (
        <FactField key={id} id={id} values={state.facts} fault={faults.get(`/teacher/${id}`)} onChange={onAnswer} />
      ))}
      {group === 'place' && places !== '' && <p className="hint wide">{places}</p>}
    </fieldset>
  ));
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
