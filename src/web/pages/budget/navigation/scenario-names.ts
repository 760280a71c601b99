import { createContext, useContext } from 'react';

/** The title of the scenario with an id. */
type NameOfScenario = (id: string) => string;

const Context = createContext<NameOfScenario>((id) => id);

/** Provides the titles of the budget's scenarios. */
export const ScenarioNamesProvider = Context.Provider;

/** The titles of scenarios, by their id in the request. */
export function useScenarioNames(): NameOfScenario {
  return useContext(Context);
}
