import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { FactQuestion } from '../../../engine/questions.ts';
import { CALENDAR, EMPLOYMENT } from '../../../facts/employment.ts';
import type { FactValues } from '../../policy/fact-values.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';
import { FactField } from './fact-field.tsx';
import type { Questions } from './use-questions.ts';

interface QuestionListProps {
  readonly questions: Questions;
  readonly values: FactValues;
  readonly faults: ReadonlyMap<string, string>;
  /** The towns that the policy names; needed if a town is asked for. */
  readonly places: string;
  readonly onChange: (fact: string, value: string | boolean | undefined) => void;
}

/** The facts that matter, one below the other: answers can be changed, and open questions say what they are for. */
export function QuestionList({ questions: { facts, open }, values, faults, places, onChange }: QuestionListProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const needed = [...open.values()].filter(({ need }) => need !== 'assumed').length;
  return (
    <>
      <p className="hint" role="status">
        {open.size === 0 ? t('person.allAnswered') : t('person.open', { count: open.size, needed })}
      </p>
      <div className="questions">
        {facts.map((id) => {
          const question = open.get(id);
          const hint =
            [question && reasonOf(question, t, labels), id === 'town' && places].filter(Boolean).join(t('app.sentenceEnd')) || undefined;
          return <FactField key={id} id={id} values={values} fault={faults.get(`/teacher/${id}`)} hint={hint} onChange={onChange} />;
        })}
      </div>
    </>
  );
}

/** The allowances that a question is asked for, by name, unless they are too many. */
function reasonOf({ fact, need, allowances }: FactQuestion, t: TFunction, labels: Labels): string | undefined {
  if (fact === EMPLOYMENT.arrived) return t('person.arrived');
  if (fact === EMPLOYMENT.left) return t('person.left');
  if (CALENDAR.includes(fact)) return t('person.calendar');
  if (allowances.length === 0) return undefined;
  const names =
    allowances.length > 3 ? t('person.manyItems', { count: allowances.length }) : allowances.map(labels.allowance).join(t('app.listComma'));
  return t(need === 'assumed' ? 'person.concerns' : 'person.neededFor', { items: names });
}
