import { useTranslation } from 'react-i18next';
import { type Choices, NO_CHOICES } from '../settings/choices.ts';
import { nextKey, type Scenario } from './state.ts';

/** More would not fit beside each other. */
export const MOST_PAGE_SCENARIOS = 20;

/** A scenario after those that are there. @param choices what it changes */
export function newScenario(
  scenarios: readonly Scenario[],
  choices: Partial<Choices> & Pick<Scenario, 'targets'> = {},
  title = '',
): Scenario {
  return { ...NO_CHOICES, ...choices, key: nextKey(scenarios), title };
}

/** What a scenario is called: its own name, else its place among the others. */
export function useScenarioName(scenarios: readonly Scenario[]): (scenario: Scenario) => string {
  const { t } = useTranslation();
  return ({ key, title }) => title.trim() || t('whatIf.numbered', { number: scenarios.findIndex((one) => one.key === key) + 1 });
}

/** The same by the id in the request; of one that is no longer there the kind of thing. */
export function useNameOfScenario(scenarios: readonly Scenario[]): (id: string) => string {
  const { t } = useTranslation();
  const nameOf = useScenarioName(scenarios);
  return (id) => {
    const scenario = scenarios.find(({ key }) => `s${key}` === id);
    return scenario ? nameOf(scenario) : t('whatIf.title');
  };
}
