import { describe, expect, it } from 'vitest';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { usageOf } from '../../src/policy/document/usage.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { type BudgetState, emptyBudget, isWork as isBudgetWork, nextCohort } from '../../src/web/features/budget/state.ts';
import { factsOfRecord } from '../../src/web/features/person/from-record.ts';
import { EMPTY_FORM, exampleState, filledWith, isWork as isFormWork } from '../../src/web/features/person/state.ts';
import type { LoadedRoster } from '../../src/web/features/roster/loaded-roster.ts';
import { NO_DEPARTURE } from '../../src/web/features/settings/settings.ts';
import { emptyArrears, isWork as isArrearsWork } from '../../src/web/pages/arrears/state.ts';
import { catalogueOf } from '../../src/web/policy/catalogue.ts';

const roster = (name: string | null) => ({ roster: 1, people: 3, name }) as LoadedRoster;

describe('what would be lost with the page', () => {
  const budget = emptyBudget(2025);

  it('is no budget of nobody, nor the sample roster and the year it brings', () => {
    expect(isBudgetWork(budget)).toBe(false);
    expect(isBudgetWork({ ...budget, year: '2026', sensitivity: true, roster: roster(null), cohorts: [nextCohort([])] })).toBe(false);
  });

  it('is a roster of her own, headcounts, and every other setting', () => {
    const settings = Object.keys(budget).filter((part) => !['year', 'roster', 'sensitivity', 'cohorts'].includes(part));
    const touched = [
      { roster: roster('名册.xlsx') },
      { cohorts: [{ ...nextCohort([]), count: '12' }] },
      { cohorts: [{ ...nextCohort([]), facts: { area: 'rural' } }] },
      ...settings.map((part) => ({ [part]: { typed: '1' } })),
    ] as unknown as Partial<BudgetState>[];
    expect(touched.map((one) => isBudgetWork({ ...budget, ...one }))).toEqual(touched.map(() => true));
  });

  it('is a form in which something was typed, and none that an example or a roster has filled in', () => {
    const { document, version } = bundledPolicies.get('jinfeng-2021') as Policy;
    const catalogue = catalogueOf({ document, version, key: document.id, file: null, warnings: [], usage: usageOf(document, dictionary) });
    const empty = EMPTY_FORM;
    const record = { id: 'A1', area: 'rural', changes: [{ from: '2025-09', area: 'urban' }] };
    const person = filledWith({ ...empty, ...factsOfRecord(record, catalogue) });
    expect([empty, exampleState(empty), person].map(isFormWork)).toEqual([false, false, false]);
    const typed = [
      { ...empty, facts: { id: '1', area: 'rural' } },
      { ...exampleState(empty), changes: [], facts: { ...exampleState(empty).facts, area: 'urban' } },
      { ...person, changes: [] },
      { ...empty, departure: { ...NO_DEPARTURE, readings: { 'payment-months': 'first-ten' } } },
      { ...empty, departure: { ...NO_DEPARTURE, figures: { 'meal/rural': '360' } } },
    ];
    expect(typed.map(isFormWork)).toEqual(typed.map(() => true));
  });

  it('is a table of payments or other rules of then or now', () => {
    const empty = emptyArrears(2025);
    const rules = { ...NO_DEPARTURE, figures: { 'meal/rural': '360' } };
    expect(
      isArrearsWork({ ...empty, now: { ...NO_DEPARTURE, year: '2024' }, whose: 'teacher', known: { 'jinfeng-2021': NO_DEPARTURE } }),
    ).toBe(false);
    const typed = [{ pasted: 'T1\t2025-01\t100' }, { now: rules }, { known: { 'jinfeng-2021': rules } }];
    expect(typed.map((one) => isArrearsWork({ ...empty, ...one }))).toEqual([true, true, true]);
  });
});
