import { BUDGET_SETTINGS, type BudgetSettings, type BudgetState } from '../../../features/budget/state.ts';

/** The most steps that can be undone. */
const MOST_STEPS = 200;

/** A budget with its undo and redo steps. */
export interface History {
  readonly state: BudgetState;
  /** Earliest first. */
  readonly past: readonly BudgetSettings[];
  /** The steps that were undone, the latest first. */
  readonly future: readonly BudgetSettings[];
  /** The field in which the newest step was typed: further typing there belongs to the same step. */
  readonly typing: Element | null;
}

/** A history that starts with a state. */
export function beginHistory(state: BudgetState): History {
  return { state, past: [], future: [], typing: null };
}

/**
 * The history after a change. A new roster, and the year that may come with it, cannot be undone.
 *
 * @param field the text field in which the change was typed, if any
 */
export function changed(history: History, state: BudgetState, field: Element | null): History {
  const before = settingsOf(history.state);
  if (state.roster !== history.state.roster || partsChanged(before, state).length === 0) return { ...history, state };
  const goesOn = field !== null && field === history.typing && history.past.length > 0;
  const past = goesOn ? history.past : [...history.past, before].slice(-MOST_STEPS);
  return { state, past, future: [], typing: field };
}

/** One step back; `null` if there is none. */
export function undone({ state, past, future }: History): History | null {
  const before = past.at(-1);
  return before ? { state: { ...state, ...before }, past: past.slice(0, -1), future: [settingsOf(state), ...future], typing: null } : null;
}

/** One step forward; `null` if there is none. */
export function redone({ state, past, future }: History): History | null {
  const [next, ...later] = future;
  return next ? { state: { ...state, ...next }, past: [...past, settingsOf(state)], future: later, typing: null } : null;
}

/** The parts in which two settings differ. */
export function partsChanged(one: BudgetSettings, other: BudgetSettings): (keyof BudgetSettings)[] {
  // A link replaces every part, also by an equal one.
  return BUDGET_SETTINGS.filter((part) => one[part] !== other[part] && JSON.stringify(one[part]) !== JSON.stringify(other[part]));
}

function settingsOf(state: BudgetState): BudgetSettings {
  return Object.fromEntries(BUDGET_SETTINGS.map((part) => [part, state[part]])) as unknown as BudgetSettings;
}
