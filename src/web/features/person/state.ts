import { EXAMPLE } from '../../../text/page/example.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import { type FactValues, wireFacts, wireInteger } from '../../policy/fact-values.ts';
import type { ChosenReadings } from '../settings/readings-panel.tsx';
import { type TypedFigures, wireFigures } from '../settings/typed-figures.ts';
import { type TypedScale, wireScales } from '../settings/typed-scales.ts';

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
  readonly year: string;
  readonly facts: FactValues;
  readonly changes: readonly Change[];
  readonly readings: ChosenReadings;
  readonly figures: TypedFigures;
  readonly scales: readonly TypedScale[];
  /** Whether to go on as if the document were in force also outside its dates. */
  readonly asIfInForce: boolean;
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

/** An empty form for a year; somebody has to have a number, and which does not matter here. */
export function emptyState(year: number): CheckState {
  return {
    year: String(year),
    facts: { id: '1' },
    changes: [],
    readings: {},
    figures: {},
    scales: [],
    asIfInForce: false,
    all: false,
    person: null,
  };
}

/** The form with an example in it; readings and rates stay as they are. */
export function exampleState(before: CheckState): CheckState {
  return filledWith({ ...before, year: EXAMPLE.year, facts: EXAMPLE.facts, changes: [], person: null });
}

/** A form that was filled in without anybody's work. */
export function filledWith(state: CheckState): CheckState {
  return { ...state, filled: { facts: state.facts, changes: state.changes } };
}

/** Whether somebody has typed or chosen something. */
export function isWork(state: CheckState): boolean {
  const { facts, changes, filled, readings, figures, scales } = state;
  const isAsFilled = JSON.stringify([facts, changes]) === JSON.stringify([filled?.facts, filled?.changes]);
  const isChosen = Object.keys(readings).length > 0 || Object.values(figures).some(Boolean) || scales.length > 0;
  return isChosen || !(isAsFilled || isUntouched(state));
}

/** Whether nothing was said about the teacher yet. */
export function isUntouched({ facts, changes }: CheckState): boolean {
  return changes.length === 0 && Object.entries(facts).every(([id, value]) => id === 'id' || value === undefined || value === '');
}

/** The request of the API that the form amounts to. */
export function requestOf(
  { year, facts, changes, readings, figures, scales, asIfInForce }: CheckState,
  catalogue: Catalogue,
): Record<string, unknown> {
  const teacher = wireFacts(facts, catalogue);
  const wireChanges = changes.map(({ from, named, values, unknown }) => ({
    from: from.normalize('NFKC').trim(),
    ...wireFacts(Object.fromEntries(named.map((id) => [id, values[id]])), catalogue),
    ...Object.fromEntries(named.filter((id) => unknown.includes(id)).map((id) => [id, null])),
  }));
  return {
    year: wireInteger(year),
    teacher: { ...teacher, ...(wireChanges.length > 0 && { changes: wireChanges }) },
    payScales: wireScales(scales),
    ...(asIfInForce && { asIfInForce }),
    ...ofThePolicy(readings, wireFigures(figures), catalogue),
  };
}

/** What was chosen under an earlier version of the policy may no longer be there to choose. */
function ofThePolicy(readings: ChosenReadings, figures: Record<string, unknown>, { policy, parameters }: Catalogue) {
  const known = policy.document.readings;
  const keys = new Set(parameters.map(({ key }) => key));
  return {
    readings: Object.fromEntries(Object.entries(readings).filter(([id, option]) => known[id]?.options[option] !== undefined)),
    parameters: Object.fromEntries(Object.entries(figures).filter(([key]) => keys.has(key))),
  };
}
