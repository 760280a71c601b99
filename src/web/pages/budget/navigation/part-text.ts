import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Dimension } from '../../../../budget/dimensions.ts';
import type { AllowanceMissingInput } from '../../../../budget/people.ts';
import type { Moved, PeopleFilter } from '../../../../budget/select-people.ts';
import type { Placement } from '../../../../facts/placements.ts';
import { type Labels, useLabels } from '../../../policy/labels.ts';
import { missingInputText } from '../../../policy/missing-input-text.ts';
import { useScenarioNames } from './scenario-names.ts';

/** Names the parts of a budget. */
export interface PartText {
  /** A group of a dimension: a fact's value, the id of an allowance, or a month as on the wire; `null` if the fact is not known. */
  group(dimension: Dimension, key: string | null): string;
  /** A missing input, with its item. */
  lack(lack: AllowanceMissingInput): string;
  /** The people that a scenario affects. */
  moved(moved: Moved): string;
  /** All filters of a list of people. */
  filter(filter: PeopleFilter): string;
}

/** Names the parts of a budget in the language of the page. */
export function usePartText(): PartText {
  const { t } = useTranslation();
  return partText(t, useLabels(), useScenarioNames());
}

function partText(t: TFunction, labels: Labels, nameOfScenario: (id: string) => string): PartText {
  const group = (dimension: Dimension, key: string | null): string => {
    if (key === null) return t('explore.notKnown');
    if (dimension === 'allowance') return labels.allowance(key);
    return dimension === 'month' ? key : labels.value(dimension, key);
  };
  const lack = (one: AllowanceMissingInput): string =>
    t('app.colon', {
      label: labels.allowance(one.allowance),
      value: missingInputText(one, labels, t),
    });
  const moved = ({ scenario, way }: Moved): string => t(`whatIf.movers.${way}`, { name: nameOfScenario(scenario) });
  const filter = ({ placed = {}, allowance, month, lack: missing, incomplete, moved: by }: PeopleFilter): string => {
    const names = Object.entries(placed).flatMap(([placement, value]) =>
      value === undefined ? [] : [group(placement as Placement, value === null ? null : String(value))],
    );
    if (allowance !== undefined) names.push(labels.allowance(allowance));
    if (month !== undefined) names.push(t('unit.monthNames', { returnObjects: true })[month] ?? '');
    if (missing) names.push(lack(missing));
    else if (incomplete) names.push(t('explore.people.anyLack'));
    if (by) names.push(moved(by));
    return names.join(t('explore.people.and')) || t('explore.people.everybody');
  };
  return { group, lack, moved, filter };
}
