import { useTranslation } from 'react-i18next';
import { type Choices, NO_CHOICES } from '../settings/choices.ts';
import { nextKey, type Scenario } from './state.ts';

/** More do not fit side by side. */
export const MOST_PAGE_SCENARIOS = 20;

/** A new scenario after the existing ones. @param choices what it changes */
export function newScenario(
  scenarios: readonly Scenario[],
  choices: Partial<Choices> & Pick<Scenario, 'targets'> = {},
  title = '',
): Scenario {
  return { ...NO_CHOICES, ...choices, key: nextKey(scenarios), title };
}

/** The title of a scenario: its own name, otherwise its number. */
export function useScenarioName(scenarios: readonly Scenario[]): (scenario: Scenario) => string {
  const { t } = useTranslation();
  return ({ key, title }) => title.trim() || t('whatIf.numbered', { number: scenarios.findIndex((one) => one.key === key) + 1 });
}

/** The same by the id in the request; a generic name if the scenario no longer exists. */
export function useNameOfScenario(scenarios: readonly Scenario[]): (id: string) => string {
  const { t } = useTranslation();
  const nameOf = useScenarioName(scenarios);
  return (id) => {
    const scenario = scenarios.find(({ key }) => `s${key}` === id);
    return scenario ? nameOf(scenario) : t('whatIf.title');
  };
}
