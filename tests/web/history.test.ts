import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BudgetState, emptyBudget } from '../../src/web/features/budget/state.ts';
import { beginHistory, changed, type History, partsChanged, redone, undone } from '../../src/web/pages/budget/history/history.ts';

/** What no step brings back: the people of a roster are with the worker, and whether readings are priced is only a look at them. */
const NOT_SETTINGS = ['roster', 'sensitivity'];
const SETTINGS = Object.keys(emptyBudget(2025)).filter((key) => !NOT_SETTINGS.includes(key));

const back = (history: History): History => undone(history) ?? history;
const forth = (history: History): History => redone(history) ?? history;

it('every setting of a budget can be undone and done again, and is named', () => {
  const first = emptyBudget(2025);
  for (const part of SETTINGS) {
    const there = { ...first, [part]: [part] } as unknown as BudgetState;
    const history = changed(beginHistory(first), there, null);
    expect([part, back(history).state]).toEqual([part, first]);
    expect(forth(back(history)).state).toEqual(there);
    expect(partsChanged(first, there)).toEqual([part]);
  }
});

it('any steps lead back to the beginning and forth again; a new roster stays, whichever way one goes', () => {
  const step = fc.record({ part: fc.constantFrom(...SETTINGS, 'roster'), value: fc.nat() });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const first = emptyBudget(2025);
      const last = steps.reduce(
        (history, { part, value }) => changed(history, { ...history.state, [part]: [value] } as unknown as BudgetState, null),
        beginHistory(first),
      );
      const begun = steps.reduce(back, last);
      expect(begun.state).toEqual({ ...first, roster: last.state.roster });
      expect(undone(begun)).toBeNull();
      const again = steps.reduce(forth, begun);
      expect(again.state).toEqual(last.state);
      expect(redone(again)).toBeNull();
    }),
  );
});

it('a part that was replaced by an equal one has not changed', () => {
  const first = emptyBudget(2025);
  const equal = { ...first, readings: {}, scales: [], figures: { 'meal/rural': '300' } };
  expect(partsChanged(first, equal)).toEqual(['figures']);
});
