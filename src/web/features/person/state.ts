import { EXAMPLE } from '../../../text/page/example.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import { type FactValues, wireFacts } from '../../policy/fact-values.ts';
import { countChoices } from '../settings/choices.ts';
import { type Departure, departFrom, NO_DEPARTURE, OF_AMOUNTS, type Settings, wireSettings } from '../settings/settings.ts';

/** A change during the year as it is being typed. */
export interface Change {
  readonly key: number;
  readonly from: string;
  /** The facts that change, in the order in which they were chosen. */
  readonly named: readonly string[];
  readonly values: FactValues;
  /** Those of them that are not known any more from this month on, whatever was typed. */
  readonly unknown: readonly string[];
}

/** The form of one teacher. */
export interface CheckState {
  readonly facts: FactValues;
  readonly changes: readonly Change[];
  /** What is set here otherwise than for all pages. */
  readonly departure: Departure;
  /** Every fact is shown, not only those that matter. */
  readonly all: boolean;
  /** What the form was filled in with, by an example or from a roster: until something else is typed, it is nobody's work. */
  readonly filled?: Pick<CheckState, 'facts' | 'changes'> | null;
  /** Of whom the form was filled in from a roster. */
  readonly person: RosterPerson | null;
}

/** Somebody of a roster that is loaded; what is changed in the form does not change the roster. */
export interface RosterPerson {
  readonly roster: number;
  readonly teacher: number;
  readonly id: string;
  readonly name: string | null;
  readonly school: string | null;
}

/** An empty form; somebody has to have a number, and which does not matter here. */
export const EMPTY_FORM: CheckState = { facts: { id: '1' }, changes: [], departure: NO_DEPARTURE, all: false, person: null };

/** The form with an example in it; readings and rates stay as they are. */
export function exampleState(before: CheckState): CheckState {
  const departure = { ...before.departure, year: EXAMPLE.year };
  return filledWith({ ...before, departure, facts: EXAMPLE.facts, changes: [], person: null });
}

/** A form that was filled in without anybody's work. */
export function filledWith(state: CheckState): CheckState {
  return { ...state, filled: { facts: state.facts, changes: state.changes } };
}

/** Whether somebody has typed or chosen something. */
export function isWork(state: CheckState): boolean {
  const { facts, changes, filled, departure } = state;
  const isAsFilled = JSON.stringify([facts, changes]) === JSON.stringify([filled?.facts, filled?.changes]);
  const isChosen = Object.values(countChoices(departure)).some((count) => count > 0) || departure.scales !== null;
  return isChosen || !(isAsFilled || isUntouched(state));
}

/** Whether nothing was said about the teacher yet. */
export function isUntouched({ facts, changes }: CheckState): boolean {
  return changes.length === 0 && Object.entries(facts).every(([id, value]) => id === 'id' || value === undefined || value === '');
}

/** The teacher of the form, as a request has one. */
export function teacherOf({ facts, changes }: Pick<CheckState, 'facts' | 'changes'>, catalogue: Catalogue): Record<string, unknown> {
  const teacher = wireFacts(facts, catalogue);
  const wireChanges = changes.map(({ from, named, values, unknown }) => ({
    from: from.normalize('NFKC').trim(),
    ...wireFacts(Object.fromEntries(named.map((id) => [id, values[id]])), catalogue),
    ...Object.fromEntries(named.filter((id) => unknown.includes(id)).map((id) => [id, null])),
  }));
  return { ...teacher, ...(wireChanges.length > 0 && { changes: wireChanges }) };
}

/** The request of the API that the form amounts to. @param settings those of all pages */
export function requestOf(state: CheckState, settings: Settings, catalogue: Catalogue): Record<string, unknown> {
  return { ...wireSettings(departFrom(settings, state.departure), OF_AMOUNTS), teacher: teacherOf(state, catalogue) };
}
