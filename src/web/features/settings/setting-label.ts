import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { WireIssue } from '../../../contract/wire/wording.ts';
import { pointerSteps } from '../../platform/pointer.ts';
import { useCatalogue } from '../../policy/catalogue.ts';
import { classification } from '../../policy/code-titles.ts';
import { type Labels, useLabels } from '../../policy/labels.ts';

/** The name of a setting's field, by its path in the request: the year, a rate, a place, an input of a check, a budget code. */
export function useSettingLabel(): (pointer: string) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  return (pointer) => {
    const steps = pointerSteps(pointer);
    const at = steps.indexOf('parameters');
    if (at >= 0) return labels.parameter(steps[at + 1] ?? '');
    const scales = steps.indexOf('payScales');
    if (scales >= 0) return scaleField(Number(steps[scales + 1] ?? 0) + 1, steps.slice(scales + 2), t);
    const [first, check = '', input = ''] = steps;
    if (first === 'places') return t('places.title');
    if (first === 'readings') return t('readings.title');
    if (first === 'projection') return growthField(check, input, labels, t);
    if (first === 'budgetCodes') return t('codes.field', { name: codeRuleLabel(check, input, labels) });
    const title = first === 'checks' ? policy.document.checks[check]?.title : undefined;
    const inputs: Readonly<Record<string, string>> = t('checks.inputs', { returnObjects: true });
    return title ? t('parameters.group', { title: labels.say(title), values: inputs[input] ?? input }) : t('fields.year');
  };
}

/** A field of the growth of a projection. */
function growthField(field: string, of: string, labels: Labels, t: TFunction): string {
  const isHeads = field.startsWith('headcount');
  if (of === '') return t(isHeads ? 'whatIf.outlook.headcount' : 'whatIf.outlook.rate');
  return t('whatIf.outlook.of', { name: isHeads ? labels.value('stage', of) : labels.parameter(of) });
}

/** What a code of the budget classification is assigned to. */
function codeRuleLabel(kind: string, id: string, labels: Labels): string {
  if (kind === 'allowances') return labels.allowance(id);
  const exception = kind === 'exceptions' ? classification.economic[id] : undefined;
  return exception ? labels.say(exception.title) : labels.value(classification.functional.by, id);
}

function scaleField(number: number, [field]: readonly string[], t: TFunction): string {
  const named = t(field === 'from' || field === 'to' ? `scales.${field}` : 'scales.text');
  return t('scales.field', { number, field: named });
}

const STEPS = /^(.*\/payScales\/\d+\/steps)\//;

/** The faults for the summary: the rows of a pay scale are listed beside it, and only counted here. */
export function withoutRows(issues: readonly WireIssue[], t: TFunction): readonly WireIssue[] {
  const rows = Map.groupBy(
    issues.filter(({ pointer }) => STEPS.test(pointer)),
    ({ pointer }) => STEPS.exec(pointer)?.[1] ?? '',
  );
  return [
    ...issues.filter(({ pointer }) => !STEPS.test(pointer)),
    ...[...rows].map(([pointer, list]) => ({ pointer, code: 'rows', message: t('scales.wrongRows', { count: list.length }) })),
  ];
}
