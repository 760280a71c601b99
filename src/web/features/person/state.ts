import { EXAMPLE } from '../../../text/page/example.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import { type FactValues, wireFacts } from '../../policy/fact-values.ts';
import { countChoices } from '../settings/choices.ts';
import { type Departure, departFrom, NO_DEPARTURE, OF_AMOUNTS, type Settings, wireSettings } from '../settings/settings.ts';

/** A change during the year while it is being typed. */
export interface Change {
  readonly key: number;
  readonly from: string;
  /** The facts that change, in the order in which they were chosen. */
  readonly named: readonly string[];
  readonly values: FactValues;
  /** Those of them that are unknown from this month on, whatever was typed. */
  readonly unknown: readonly string[];
}

/** The form of one teacher. */
export interface CheckState {
  readonly facts: FactValues;
  readonly changes: readonly Change[];
  /** What departs here from the shared settings. */
  readonly departure: Departure;
  /** Whether every fact is shown, not only those that matter. */
  readonly all: boolean;
  /** The example or roster entry that the form was filled in from; until something else is typed, it contains no work of the user's. */
  readonly filled?: Pick<CheckState, 'facts' | 'changes'> | null;
  /** The person in the roster that the form was filled in from. */
  readonly person: RosterPerson | null;
}

/** A person in the loaded roster; edits in the form do not change the roster. */
export interface RosterPerson {
  readonly roster: number;
  readonly teacher: number;
  readonly id: string;
  readonly name: string | null;
  readonly school: string | null;
  /** Whether the roster is the sample, whose people are fictitious, whatever roster is loaded later; absent in forms kept before. */
  readonly madeUp?: boolean;
}

/** An empty form. The API requires a number; which one does not matter here. */
export const EMPTY_FORM: CheckState = { facts: { id: '1' }, changes: [], departure: NO_DEPARTURE, all: false, person: null };

/** The form with an example in it; readings and rates stay as they are. */
export function exampleState(before: CheckState): CheckState {
  const departure = { ...before.departure, year: EXAMPLE.year };
  return filledWith({ ...before, departure, facts: EXAMPLE.facts, changes: [], person: null });
}

/** The form without the year that came with the example: somebody of the roster is computed for the year of all pages. */
export function withoutExampleYear(state: CheckState): CheckState {
  const isExample = state.person === null && state.filled?.facts === EXAMPLE.facts && state.departure.year === EXAMPLE.year;
  return isExample ? { ...state, departure: { ...state.departure, year: null } } : state;
}

/** A form that was filled in without any work of the user's. */
export function filledWith(state: CheckState): CheckState {
  return { ...state, filled: { facts: state.facts, changes: state.changes } };
}

/** Whether the user has typed or chosen anything. */
export function isWork(state: CheckState): boolean {
  const { facts, changes, filled, departure } = state;
  const isAsFilled = JSON.stringify([facts, changes]) === JSON.stringify([filled?.facts, filled?.changes]);
  const isChosen = Object.values(countChoices(departure)).some((count) => count > 0) || departure.scales !== null;
  return isChosen || !(isAsFilled || isUntouched(state));
}

/** Whether no fact has been given yet. */
export function isUntouched({ facts, changes }: CheckState): boolean {
  return changes.length === 0 && Object.entries(facts).every(([id, value]) => id === 'id' || value === undefined || value === '');
}

/** The teacher of the form, as in a request. */
export function teacherOf({ facts, changes }: Pick<CheckState, 'facts' | 'changes'>, catalogue: Catalogue): Record<string, unknown> {
  const teacher = wireFacts(facts, catalogue);
  const wireChanges = changes.map(({ from, named, values, unknown }) => ({
    from: from.normalize('NFKC').trim(),
    ...wireFacts(Object.fromEntries(named.map((id) => [id, values[id]])), catalogue),
    ...Object.fromEntries(named.filter((id) => unknown.includes(id)).map((id) => [id, null])),
  }));
  return { ...teacher, ...(wireChanges.length > 0 && { changes: wireChanges }) };
}

/** The API request that the form amounts to. @param settings the shared settings */
export function requestOf(state: CheckState, settings: Settings, catalogue: Catalogue): Record<string, unknown> {
  return { ...wireSettings(departFrom(settings, state.departure), OF_AMOUNTS), teacher: teacherOf(state, catalogue) };
}
