import { useTranslation } from 'react-i18next';
import { useScenarioName } from '../../../features/budget/scenarios.ts';
import type { BudgetState } from '../../../features/budget/state.ts';
import { useSettingLabel } from '../../../features/settings/setting-label.ts';
import { pointerSteps } from '../../../platform/pointer.ts';

/** Names the field of the request that a fault is about, and its scenario. */
export function usePlaceNames({ scenarios }: BudgetState): (pointer: string) => string {
  const { t } = useTranslation();
  const labelOf = useSettingLabel();
  const nameOf = useScenarioName(scenarios);
  return (pointer) => {
    const [first, index] = pointerSteps(pointer);
    const scenario = first === 'scenarios' ? scenarios[Number(index)] : undefined;
    if (!scenario) return labelOf(pointer);
    return t('whatIf.placeIn', { name: nameOf(scenario), place: labelOf(pointer.replace(/^\/scenarios\/\d+/, '')) });
  };
}
