import { describe, expect, it } from 'vitest';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { usageOf } from '../../src/policy/document/usage.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { emptyBudget, requestOf as requestOfBudget } from '../../src/web/features/budget/state.ts';
import { EMPTY_FORM, isWork, requestOf as requestOfForm } from '../../src/web/features/person/state.ts';
import {
  departedFrom,
  departFrom,
  NO_DEPARTURE,
  noSettings,
  SETTINGS_VERSION,
  type Settings,
} from '../../src/web/features/settings/settings.ts';
import { readKeptForms } from '../../src/web/features/settings/stored-settings.ts';
import { emptyArrears, requestOf as requestOfArrears, sidesOf } from '../../src/web/pages/arrears/state.ts';
import { catalogueOf } from '../../src/web/policy/catalogue.ts';

const { document, version } = bundledPolicies.get('jinfeng-2021') as Policy;
const catalogue = catalogueOf({ document, version, usage: usageOf(document, dictionary), key: document.id, file: null, warnings: [] });
const scale = { key: 1, from: '2021-01', to: '', text: '1\t300', sheet: { steps: { '1': '300' }, rows: { '1': 1 }, odd: {} } };
const SET: Settings = {
  ...noSettings(2025),
  readings: { 'payment-months': 'first-ten' },
  figures: { 'class-teacher/monthly': '120', 'meal/rural': [{ from: '2025-01', value: '300' }] },
  places: { migration: [{ town: '甲镇', villages: '一村、二村' }] },
  scales: [scale],
  asIfInForce: true,
};

describe('the settings of all pages', () => {
  it('are the same in the requests for a budget, for one teacher and for arrears', () => {
    const budget = requestOfBudget({ ...emptyBudget(2025), ...SET }, catalogue);
    const form = requestOfForm(EMPTY_FORM, SET, catalogue);
    const arrears = requestOfArrears(emptyArrears(2025), sidesOf(emptyArrears(2025), { now: SET, known: SET }, document.id), null);
    for (const part of ['year', 'readings', 'parameters', 'places', 'payScales', 'asIfInForce']) {
      expect([part, form[part]]).toEqual([part, budget[part]]);
      expect([part, arrears[part]]).toEqual([part, budget[part]]);
    }
    expect(budget.parameters).toMatchObject({ 'class-teacher/monthly': '120' });
    expect(arrears.known).toMatchObject({ readings: budget.readings, parameters: budget.parameters, payScales: budget.payScales });
  });

  it('give way where a page departs, which is named; what is set to what holds anyway is no departure', () => {
    const departure = {
      ...NO_DEPARTURE,
      year: '2024',
      figures: { 'class-teacher/monthly': '150', 'meal/rural': '' },
      readings: SET.readings,
    };
    expect(departFrom(SET, departure)).toEqual({ ...SET, year: '2024', figures: { ...SET.figures, 'class-teacher/monthly': '150' } });
    expect(departedFrom(SET, departure)).toEqual([
      { part: 'year', id: null },
      { part: 'figures', id: 'class-teacher/monthly' },
    ]);
    expect(departedFrom(SET, NO_DEPARTURE)).toEqual([]);
    const figures = { 'class-teacher/monthly': '120.00' };
    expect(departedFrom(SET, { ...NO_DEPARTURE, figures })).toEqual([]);
    const usual = { ...NO_DEPARTURE, readings: { 'talent-both': 'higher' } };
    expect(departedFrom(SET, usual, { 'talent-both': 'higher' })).toEqual([]);
    expect(departedFrom(SET, usual)).toEqual([{ part: 'readings', id: 'talent-both' }]);
    expect(departedFrom(SET, { ...NO_DEPARTURE, year: '2025', scales: [scale], asIfInForce: true })).toEqual([]);
  });
});

describe('a page that follows', () => {
  const key = 'class-teacher/monthly';
  const departure = { ...NO_DEPARTURE, figures: { [key]: null, 'meal/rural': '' } };

  it('can have the figure of the document, or none, in place of the shared one', () => {
    expect(departFrom(SET, departure).figures).toEqual({ 'meal/rural': SET.figures['meal/rural'] });
    expect(departedFrom(SET, departure)).toEqual([{ part: 'figures', id: key }]);
    expect(requestOfForm({ ...EMPTY_FORM, departure }, SET, catalogue).parameters).not.toHaveProperty([key]);
    expect(isWork({ ...EMPTY_FORM, departure })).toBe(true);
    // Where no page has another, there is nothing to depart from, and nothing is left of it.
    expect(departedFrom(noSettings(2025), departure)).toEqual([]);
    expect(departFrom(noSettings(2025), departure).figures).toEqual({});
  });
});

describe('what an earlier visit has kept', () => {
  const check = { facts: { id: '1' }, changes: [], all: false, person: null };

  it('of an earlier program: the settings of the budget are those of all pages, the others depart', () => {
    const budget = { ...SET, cohorts: null, scenarios: [], checks: {}, outlook: null, sensitivity: true, roster: null };
    const { forms, unread, joined } = readKeptForms(
      {
        budget,
        check: { ...check, year: '2024', readings: {}, figures: { 'class-teacher/monthly': '150' }, scales: [], asIfInForce: false },
        arrears: {
          ...emptyArrears(2025),
          year: '2025',
          asIfInForce: false,
          now: { readings: {}, figures: { 'meal/rural': '360' }, places: {}, scales: [] },
          known: { [document.id]: { readings: {}, figures: {}, places: {}, scales: [scale] } },
        },
      },
      2026,
    );
    expect([unread, joined]).toEqual([false, true]);
    expect(readKeptForms({ budget }, 2026).joined).toBe(false);
    const nothingSet = { budget: { year: '2025' }, check: { ...check, year: '2025', readings: {}, figures: {}, scales: [] } };
    expect(readKeptForms(nothingSet, 2026).joined).toBe(false);
    expect(forms.settings).toEqual({ ...SET, version: SETTINGS_VERSION });
    expect(forms.check).toMatchObject({
      ...check,
      departure: { ...NO_DEPARTURE, year: '2024', figures: { 'class-teacher/monthly': '150' } },
    });
    expect(forms.arrears).toMatchObject({
      now: { ...NO_DEPARTURE, figures: { 'meal/rural': '360' } },
      known: { [document.id]: { ...NO_DEPARTURE, scales: [scale] } },
    });
  });

  it('of this one is read as it stands', () => {
    const kept = {
      settings: { ...SET, version: SETTINGS_VERSION },
      check: { ...check, departure: { ...NO_DEPARTURE, figures: { 'class-teacher/monthly': null } } },
      arrears: emptyArrears(2025),
    };
    expect(readKeptForms(kept, 2026)).toEqual({ forms: kept, unread: false, joined: false });
    expect(readKeptForms({ check: { ...check, departure: NO_DEPARTURE } }, 2026).forms.settings).toEqual({
      ...noSettings(2026),
      version: SETTINGS_VERSION,
    });
  });

  it('of this one, with departures from settings that nobody has set', () => {
    const departure = { ...NO_DEPARTURE, year: '2024', figures: { 'class-teacher/monthly': '150' } };
    const arrears = { ...emptyArrears(2025), now: departure, known: { [document.id]: departure } };
    expect(readKeptForms({ check: { ...check, departure }, arrears }, 2026).forms).toMatchObject({ check: { departure }, arrears });
  });

  it('and cannot be read begins anew and says so; the rest stays', () => {
    const { forms, unread } = readKeptForms({ settings: { ...SET, figures: 7, version: SETTINGS_VERSION } }, 2026);
    expect(unread).toBe(true);
    expect(forms.settings).toEqual({ ...SET, figures: {}, version: SETTINGS_VERSION });
    expect(readKeptForms({ settings: { ...SET, version: 99 } }, 2026).unread).toBe(true);
  });
});
