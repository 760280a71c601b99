import { describe, expect, it } from 'vitest';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { usageOf } from '../../src/policy/document/usage.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { factsOfRecord } from '../../src/web/features/person/from-record.ts';
import { EMPTY_FORM, requestOf } from '../../src/web/features/person/state.ts';
import { NO_DEPARTURE, noSettings } from '../../src/web/features/settings/settings.ts';
import { fitting } from '../../src/web/features/settings/use-settings.ts';
import { arrange } from '../../src/web/pages/check/arrange.ts';
import { takeSupposition } from '../../src/web/pages/check/take-supposition.ts';
import { catalogueOf } from '../../src/web/policy/catalogue.ts';
import { sampleTeachers } from '../browser/fixtures/sample.ts';

const { document, version } = bundledPolicies.get('jinfeng-2021') as Policy;
const settings = noSettings(2025);
const catalogue = catalogueOf({ document, version, key: document.id, file: null, warnings: [], usage: usageOf(document, dictionary) });

describe('the order of questions', () => {
  it('puts what an answer brings up right after it, and leaves the others where they are', () => {
    expect(arrange([], ['post', 'area', 'town'], null)).toEqual(['post', 'area', 'town']);
    expect(arrange(['post', 'level', 'town'], ['level', 'assessment', 'post', 'town'], 'level')).toEqual([
      'post',
      'level',
      'assessment',
      'town',
    ]);
    expect(arrange(['post', 'level', 'assessment', 'town'], ['town', 'post', 'level'], 'level')).toEqual(['post', 'level', 'town']);
    expect(arrange(['post'], ['post', 'town'], 'unknown')).toEqual(['post', 'town']);
  });

  it('is the very same list where nothing changed', () => {
    const before = ['post', 'area'];
    expect(arrange(before, ['area', 'post'], 'area')).toBe(before);
  });
});

describe('somebody of a roster in the form', () => {
  it('is the same request again, for everybody of the sample roster', () => {
    const teachers = sampleTeachers() as TeacherRecord[];
    expect(teachers.length).toBe(4988);
    let changed = 0;
    for (const record of teachers) {
      const { teacher } = requestOf({ ...EMPTY_FORM, ...factsOfRecord(record, catalogue) }, settings, catalogue);
      expect(teacher).toEqual(record);
      if (record.changes) changed++;
    }
    expect(changed).toBeGreaterThan(100);
  });

  it('keeps what is not known any more', () => {
    const record = { id: 'T1', post: 'temporary', area: 'urban', changes: [{ from: '2025-09', commute: null, area: 'rural' }] };
    expect(requestOf({ ...EMPTY_FORM, ...factsOfRecord(record, catalogue) }, settings, catalogue).teacher).toEqual(record);
  });
});

describe('a supposition in the form', () => {
  const state = EMPTY_FORM;
  const facts = (next: typeof state) => requestOf(next, settings, catalogue).teacher;

  it('is a fact from the start, or a change from its month on', () => {
    expect(facts(takeSupposition(state, { fact: 'studioHost', value: true, from: null }))).toEqual({ id: '1', studioHost: true });
    const once = takeSupposition(state, { fact: 'area', value: 'rural', from: '2025-09' });
    expect(facts(once)).toEqual({ id: '1', changes: [{ from: '2025-09', area: 'rural' }] });
    const twice = takeSupposition(once, { fact: 'payStepIncrement', value: '27.00', from: '2025-09' });
    expect(facts(twice)).toEqual({ id: '1', changes: [{ from: '2025-09', area: 'rural', payStepIncrement: '27.00' }] });
  });

  it('makes known again what a change had made unknown', () => {
    const lost = { ...state, ...factsOfRecord({ id: '1', changes: [{ from: '2025-09', assessment: null }] }, catalogue) };
    expect(facts(takeSupposition(lost, { fact: 'assessment', value: 'passed', from: '2025-09' }))).toEqual({
      id: '1',
      changes: [{ from: '2025-09', assessment: 'passed' }],
    });
  });
});

it('what was chosen under an earlier version of the policy, and is no longer there, is left out and named', () => {
  const readings = { 'payment-months': 'first-ten', 'payment-days': 'x', 'talent-both': 'none' };
  const { fitted, left } = fitting({ ...NO_DEPARTURE, readings, figures: { 'no/such': '1' } }, catalogue);
  expect(fitted).toMatchObject({ readings: { 'payment-months': 'first-ten' }, figures: {} });
  expect(left).toEqual(['payment-days', 'talent-both', 'no/such']);
});
