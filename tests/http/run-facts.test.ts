import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { createApp } from '../../src/api/app.ts';

/** A request of the API, and its answer. */
async function ask(path: string, body: object, type = 'application/json') {
  const text = type === 'application/json' ? JSON.stringify(body) : (body as object[]).map((line) => JSON.stringify(line)).join('\n');
  const answer = await createApp().request(`/api/v1/${path}`, { method: 'POST', headers: { 'content-type': type }, body: text });
  return { status: answer.status, body: type === 'application/json' ? await answer.json() : await answer.text() };
}

const clause = { item: '1', quote: '甲' };
const policy = stringify({
  id: 'by-class',
  title: '甲',
  documentNumber: null,
  issuer: '甲',
  issuedOn: null,
  effectiveFrom: null,
  source: { file: 'source.txt' },
  requires: ['countyClass'],
  facts: {
    countyClass: { type: 'enum', label: '县类别', monthly: true, values: { first: '一类', second: '二类' } },
    lessons: { type: 'integer', minimum: 0, maximum: 40, default: 12, label: '课时' },
  },
  months: { every: 'all' },
  parameters: {
    rate: { unit: 'yuan', period: 'month', clause, by: ['countyClass'], values: { first: '100', second: '200' } },
    award: { unit: 'yuan', period: 'once', clause, value: '1000' },
  },
  allowances: {
    it: {
      title: '甲',
      payee: 'teacher',
      economicCode: '30102',
      clause,
      when: { lessons: { atLeast: 12 } },
      pays: { every: 'month', amount: { parameter: 'rate', by: ['countyClass'] } },
      months: 'every',
    },
    once: {
      title: '乙',
      payee: 'teacher',
      economicCode: '30102',
      clause,
      when: 'always',
      pays: { at: 'recruitedOn', amount: { parameter: 'award' } },
      months: 'every',
    },
  },
});
const year = 2025;
const facts = { countyClass: 'second' };

describe('facts that a run gives for everybody', () => {
  it('stand in for what a person does not give, though it is required, and are told', async () => {
    const { status, body } = await ask('entitlements', { policy, year, facts, teacher: { id: 'A' } });
    expect(status).toBe(200);
    expect(body).toMatchObject({ facts, personalTotal: '2400.00', complete: true, warnings: [] });
    expect(body.assumed).toContainEqual({ fact: 'countyClass', value: 'second' });
    expect(body.assumed).toContainEqual({ fact: 'lessons', value: 12 });
    const without = await ask('entitlements', { policy, year, teacher: { id: 'A' } });
    expect(without).toMatchObject({ status: 422, body: { errors: [{ pointer: '/teacher/countyClass', code: 'required' }] } });
  });

  it('come after what a person gives, and before the defaults', async () => {
    const teacher = { id: 'A', countyClass: 'first', changes: [{ from: '2025-07', countyClass: null }] };
    const { body } = await ask('entitlements', { policy, year, facts, teacher });
    expect(body).toMatchObject({ personalTotal: '1800.00' });
    const few = await ask('entitlements', { policy, year, facts: { ...facts, lessons: 11 }, teacher: { id: 'A' } });
    expect(few.body).toMatchObject({ personalTotal: '0.00', assumed: expect.arrayContaining([{ fact: 'lessons', value: 11 }]) });
  });

  it('are told themselves, and not what follows from them', async () => {
    const town = { town: '良田镇' };
    const answer = await ask('policies/jinfeng-2021/entitlements', {
      year,
      facts: town,
      teacher: { id: 'A', post: 'established', area: 'rural' },
    });
    const assumed = answer.body.assumed.map(({ fact, value }: { fact: string; value: unknown }) => `${fact} ${value}`);
    expect(assumed).toContain('town 良田镇');
    expect(assumed.join()).not.toContain('resettlement');
    expect(JSON.stringify(answer.body.missing)).toContain('resettlement-uplift');
    const own = await ask('policies/jinfeng-2021/entitlements', {
      year,
      facts: town,
      teacher: { id: 'A', post: 'established', area: 'rural', resettlement: false },
    });
    expect(JSON.stringify(own.body.assumed)).not.toContain('"town"');
  });

  it('are told where no rule reads them', async () => {
    const { body } = await ask('entitlements', { policy, year, facts: { ...facts, commute: 'far' }, teacher: { id: 'A' } });
    expect(body.warnings).toEqual([{ code: 'run-fact-unread', fact: 'commute' }]);
    expect(body.facts).toEqual({ ...facts, commute: 'far' });
  });

  it('are refused where they are wrong, or belong to each person', async () => {
    const wrong = {
      countyClass: 'third',
      distance: '1',
      id: 'A',
      employedFrom: '2025-01',
      recruitedOn: '2025-03-01',
      lessons: 41,
      area: null,
    };
    const { status, body } = await ask('entitlements', { policy, year, facts: wrong, teacher: { id: 'A', countyClass: 'first' } });
    expect(status).toBe(422);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).toSorted()).toEqual([
      '/facts/countyClass unknown-value',
      '/facts/distance unknown-field',
      '/facts/employedFrom personal-fact',
      '/facts/id personal-fact',
      '/facts/lessons out-of-range',
      '/facts/recruitedOn personal-fact',
    ]);
  });

  it('hold in batches, as streams too, in budgets with their projection, and in arrears on both sides', async () => {
    const teachers = [{ id: 'A' }, { id: 'B', countyClass: 'first' }];
    const batch = await ask('entitlements/batch', { policy, year, facts, teachers });
    expect(batch.body).toMatchObject({ facts, results: [{ personalTotal: '2400.00' }, { personalTotal: '1200.00' }] });
    const lines = [{ request: { policy, year, facts } }, ...teachers];
    const stream = await ask('entitlements/batch', lines, 'application/x-ndjson');
    expect(stream.body).toContain('"personalTotal":"2400.00"');
    expect(stream.body).toContain('"facts":{"countyClass":"second"}');
    const budget = await ask('budgets', { policy, year, facts, teachers, cohorts: [{ count: 10, facts: {} }], projection: { years: 1 } });
    expect(budget.body).toMatchObject({
      facts,
      total: '27600.00',
      assumed: expect.arrayContaining([{ fact: 'countyClass', value: 'second', headcount: 11 }]),
    });
    expect(budget.body.projection.byYear[0]).toMatchObject({ total: '27600.00' });
    const arrears = await ask('arrears', { policy, year, facts, teachers, known: { parameters: { 'rate/second': '150' } } });
    expect(JSON.stringify(arrears.body)).toContain('"600.00"');
  });
});
