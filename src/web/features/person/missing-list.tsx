import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { WhatIf } from '../../../contract/teacher/what-if.ts';
import { pointerStep } from '../../platform/pointer.ts';
import { useLabels } from '../../policy/labels.ts';
import { groupDifference } from '../../ui/amounts.ts';
import { fieldId, focusField } from '../../ui/field.tsx';
import { spokenMonths } from '../../ui/spoken-months.ts';

interface MissingListProps {
  readonly missing: EntitlementResult['missing'];
  /** What each value of a missing fact would change. */
  readonly whatIfs: readonly WhatIf[];
  /** Goes to the field of a fact. */
  readonly onGo: ((fact: string) => void) | undefined;
  readonly onTake: (whatIf: WhatIf) => void;
  /** How to supply a missing input, if not in the form of one teacher. */
  readonly supply: ((lack: EntitlementResult['missing'][number]) => ReactNode) | undefined;
}

/** The missing inputs of a result; each line leads to its field, and says what the possible answers would come to. */
export function MissingList({ missing, whatIfs, onGo, onTake, supply }: MissingListProps) {
  const { t } = useTranslation();
  const id = useId();
  const labels = useLabels();
  const first = new Map(missing.toReversed().flatMap((lack) => (lack.code === 'fact' ? [[lack.fact, lack]] : [])));
  return (
    <section className="missing" aria-labelledby={id}>
      <h3 id={id}>{t('check.missing')}</h3>
      <ul>
        {missing.map((lack) => {
          const allowance = labels.allowance(lack.allowance);
          const months = lack.months && lack.months.length < 12 ? t('unit.inMonths', { months: spokenMonths(lack.months, t) }) : '';
          if (lack.code === 'no-figure') {
            const field = fieldId(`/parameters/${pointerStep(lack.parameter)}`);
            return (
              <li key={`${lack.allowance} ${lack.parameter}`}>
                <span className="awaited">{t('unit.awaited')} </span>
                {t('check.missingFigure', { allowance, parameter: labels.parameter(lack.parameter) })}
                {months}{' '}
                {supply ? (
                  supply(lack)
                ) : (
                  <button type="button" className="link" onClick={() => focusField(field)}>
                    {t('check.goTo')}
                  </button>
                )}
              </li>
            );
          }
          if (lack.code === 'outside-employment' || lack.code === 'open-period') {
            return (
              <li key={`${lack.allowance} ${lack.code} ${lack.fact}`}>
                {t(lack.code === 'open-period' ? 'check.missingOpen' : 'check.missingOutside', {
                  allowance,
                  fact: labels.fact(lack.fact),
                  months: spokenMonths(lack.months ?? [], t),
                })}{' '}
                {supply ? (
                  supply(lack)
                ) : (
                  <button type="button" className="link" onClick={() => onGo?.(lack.fact)}>
                    {t('check.goTo')}
                  </button>
                )}
              </li>
            );
          }
          const answers = first.get(lack.fact) === lack ? whatIfs.filter(({ supposition }) => supposition.fact === lack.fact) : [];
          return (
            <li key={`${lack.allowance} ${lack.fact}`}>
              {t('check.missingFact', { allowance, fact: labels.fact(lack.fact) })}
              {months}{' '}
              {supply ? (
                supply(lack)
              ) : (
                <button type="button" className="link" onClick={() => onGo?.(lack.fact)}>
                  {t('check.goTo')}
                </button>
              )}
              {answers.length > 0 && <Answers answers={answers} onTake={onTake} />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Answers({ answers, onTake }: { answers: readonly WhatIf[]; onTake: (whatIf: WhatIf) => void }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <div className="answers">
      {answers.map((whatIf) => {
        const { fact, value, from } = whatIf.supposition;
        const params = {
          value: labels.value(fact, value as string | boolean),
          difference: groupDifference(whatIf.personalDifference),
          from,
        };
        return (
          <button key={String(value)} type="button" className="answer" onClick={() => onTake(whatIf)}>
            {t(from === null ? 'person.answer' : 'person.answerFrom', params)}
          </button>
        );
      })}
    </div>
  );
}
