import { useTranslation } from 'react-i18next';
import type { BudgetResult } from '../../contract/budget/budget-result.ts';
import { rangeText } from '../ui/range.ts';
import { spokenMonths } from '../ui/spoken-months.ts';
import { useCatalogue } from './catalogue.ts';
import { useLabels } from './labels.ts';
import { UNIT_WORDS } from './units.ts';

type Warning = BudgetResult['warnings'][number];

/** Puts a warning of a result into a sentence. */
export function useWarningText(): (warning: Warning) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const { parameters } = useCatalogue();
  return ({
    code,
    effectiveFrom = '',
    effectiveTo = '',
    supersedes = '',
    allowance,
    parameter,
    fact,
    months = [],
    asIfInForce,
    ...rest
  }) => {
    const unit = UNIT_WORDS[parameters.find(({ key }) => key === parameter)?.unit ?? 'yuan'].after({}, t);
    const sentences = t('check.warnings', {
      returnObjects: true,
      period: `${effectiveFrom} – ${effectiveTo}`.trim(),
      months: spokenMonths(months, t),
      supersedes,
      allowance: allowance === undefined ? '' : labels.allowance(allowance),
      parameter: parameter === undefined ? '' : labels.parameter(parameter),
      range: rangeText(rest, unit, t) ?? '',
      fact: fact === undefined ? '' : labels.fact(fact),
      given: fact === undefined ? '' : labels.value(fact, rest.given ?? null),
      derived: fact === undefined ? '' : labels.value(fact, rest.derived ?? null),
    }) as Record<string, string>;
    return sentences[asIfInForce ? `${code}-as-if` : code] ?? t('check.otherWarning', { code });
  };
}
