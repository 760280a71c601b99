import { createContext, useContext } from 'react';

/** What the scenario of an id is called. */
type NameOfScenario = (id: string) => string;

const Context = createContext<NameOfScenario>((id) => id);

/** Says what the scenarios of the budget inside are called. */
export const ScenarioNamesProvider = Context.Provider;

/** What scenarios are called, by their id in the request. */
export function useScenarioNames(): NameOfScenario {
  return useContext(Context);
}
