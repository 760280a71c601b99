import { useTranslation } from 'react-i18next';
import { useCatalogue } from './catalogue.ts';
import { useLabels } from './labels.ts';
import { pointerSteps } from './pointer.ts';

/** Names the field of a setting by its place in the request: the year, a rate, a place, an input of a check. */
export function useSettingLabel(): (pointer: string) => string {
  const { t } = useTranslation();
  const labels = useLabels();
  const { policy } = useCatalogue();
  return (pointer) => {
    const steps = pointerSteps(pointer);
    const at = steps.indexOf('parameters');
    if (at >= 0) return labels.parameter(steps[at + 1] ?? '');
    const [first, check = '', input = ''] = steps;
    if (first === 'places') return t('places.title');
    if (first === 'readings') return t('readings.title');
    const title = first === 'checks' ? policy.document.checks[check]?.title : undefined;
    const inputs: Readonly<Record<string, string>> = t('checks.inputs', { returnObjects: true });
    return title ? t('parameters.group', { title: labels.say(title), values: inputs[input] ?? input }) : t('fields.year');
  };
}
