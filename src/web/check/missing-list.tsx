import { useTranslation } from 'react-i18next';
import type { EntitlementResult } from '../../contract/entitlement.ts';
import { fieldId, focusField } from '../shell/field.tsx';
import { useLabels } from '../shell/labels.ts';
import { pointerStep } from '../shell/pointer.ts';

/** What is needed before the result is complete; each line leads to the field for it. */
export function MissingList({ missing }: { missing: EntitlementResult['missing'] }) {
  const { t } = useTranslation();
  const labels = useLabels();
  return (
    <section className="missing" aria-labelledby="check-missing">
      <h3 id="check-missing">{t('check.missing')}</h3>
      <ul>
        {missing.map((lack) => {
          const allowance = labels.allowance(lack.allowance);
          const [text, pointer] =
            lack.code === 'fact'
              ? [t('check.missingFact', { allowance, fact: labels.fact(lack.fact) }), `/teacher/${lack.fact}`]
              : [
                  t('check.missingFigure', { allowance, parameter: labels.parameter(lack.parameter) }),
                  `/parameters/${pointerStep(lack.parameter)}`,
                ];
          return (
            <li key={lack.allowance + pointer}>
              {lack.code === 'no-figure' && <span className="awaited">{t('unit.awaited')} </span>}
              {text}{' '}
              <button type="button" className="link" onClick={() => focusField(fieldId(pointer))}>
                {t('check.goTo')}
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
