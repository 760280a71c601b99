import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../../contract/teacher/entitlement.ts';
import type { OptionPrice } from '../../../contract/teacher/option-prices.ts';
import type { WhatIf } from '../../../contract/teacher/what-if.ts';
import { pointerStep } from '../../platform/pointer.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { useLabels } from '../../policy/labels.ts';
import { underText } from '../../policy/missing-input-text.ts';
import { groupDifference, groupDigits } from '../../ui/amounts.ts';
import { fieldId, focusField } from '../../ui/field.tsx';
import { spokenMonths } from '../../ui/spoken-months.ts';

interface MissingListProps {
  readonly missing: EntitlementResult['missing'];
  /** What each value of a missing fact would change. */
  readonly whatIfs: readonly WhatIf[];
  /** Goes to the field of a fact. */
  readonly onGo: ((fact: string) => void) | undefined;
  readonly onTake: (whatIf: WhatIf) => void;
  /** What each option of a reading to be chosen would come to. */
  readonly prices: readonly OptionPrice[];
  readonly onChoose: ((reading: string, option: string) => void) | undefined;
  /** How to supply a missing input, if not in the form of one teacher. */
  readonly supply: ((lack: EntitlementResult['missing'][number]) => ReactNode) | undefined;
}

/** The missing inputs of a result; each line leads to its field, and says what the possible answers would come to. */
export function MissingList({ missing, whatIfs, onGo, onTake, prices, onChoose, supply }: MissingListProps) {
  const { t } = useTranslation();
  const id = useId();
  const labels = useLabels();
  const asked = new Map(missing.toReversed().flatMap((lack) => (lack.code === 'reading' ? [[lack.reading, lack]] : [])));
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
                {months}
                {underText(lack.under, labels, t)}{' '}
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
                })}
                {underText(lack.under, labels, t)}{' '}
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
          if (lack.code === 'reading') {
            return (
              <li key={`${lack.allowance} reading ${lack.reading}`}>
                {t('check.missingReading', { allowance, question: labels.reading(lack.reading) })}
                {months}{' '}
                {supply
                  ? supply(lack)
                  : // each question is answered once, where it is first
                    asked.get(lack.reading) === lack && <OptionAnswers reading={lack.reading} prices={prices} onChoose={onChoose} />}
              </li>
            );
          }
          const answers = first.get(lack.fact) === lack ? whatIfs.filter(({ supposition }) => supposition.fact === lack.fact) : [];
          return (
            <li key={`${lack.allowance} ${lack.fact}`}>
              {t('check.missingFact', { allowance, fact: labels.fact(lack.fact) })}
              {months}
              {underText(lack.under, labels, t)}{' '}
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

interface OptionAnswersProps {
  readonly reading: string;
  readonly prices: readonly OptionPrice[];
  readonly onChoose: ((reading: string, option: string) => void) | undefined;
}

/** The options of a reading to be chosen, each with what it comes to; none is suggested. */
function OptionAnswers({ reading, prices, onChoose }: OptionAnswersProps) {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  return (
    <div className="answers">
      {Object.keys(policy.document.readings[reading]?.options ?? {}).map((option) => {
        const price = prices.find((one) => one.reading === reading && one.option === option);
        const name = labels.option(reading, option);
        const amount = price && groupDigits(price.personalTotal);
        return (
          <button key={option} type="button" className="answer" onClick={() => onChoose?.(reading, option)}>
            {price ? t(price.complete ? 'person.optionTotal' : 'person.optionKnown', { option: name, amount }) : name}
          </button>
        );
      })}
    </div>
  );
}
