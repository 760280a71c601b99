import type { Supposition } from '../../../contract/teacher/what-if.ts';
import type { CheckState } from '../../features/person/state.ts';

/** Writes a supposition into the form: as a fact, or as a change from its month on. */
export function takeSupposition(state: CheckState, { fact, value: wire, from }: Supposition): CheckState {
  const value = typeof wire === 'boolean' ? wire : String(wire);
  if (from === null) return { ...state, facts: { ...state.facts, [fact]: value } };
  const same = state.changes.find((change) => change.from === from);
  const before = same ?? { key: Math.max(0, ...state.changes.map(({ key }) => key)) + 1, from, named: [], values: {}, unknown: [] };
  const change = {
    ...before,
    named: before.named.includes(fact) ? before.named : [...before.named, fact],
    values: { ...before.values, [fact]: value },
    unknown: before.unknown.filter((id) => id !== fact),
  };
  return { ...state, changes: same ? state.changes.map((one) => (one === same ? change : one)) : [...state.changes, change] };
}
