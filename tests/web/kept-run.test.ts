import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Budget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import type { PeopleQuery, RosterTeacher } from '../../src/web/compute/protocol/people.ts';
import { KeptRun } from '../../src/web/compute/worker/kept-run.ts';
import { RosterInWorker } from '../../src/web/compute/worker/roster-in-worker.ts';
import { readFile } from '../roster/read.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const { imported } = readFile(readFileSync(join(import.meta.dirname, '../../examples/jinfeng-roster.csv')));
const roster = new RosterInWorker(1, imported.teachers);

const COHORT = { count: 120, facts: { post: 'established', area: 'rural', commute: 'near' } };

function keep(settings: object = {}, teachers: readonly RosterTeacher[] = imported.teachers): { run: KeptRun; result: BudgetResult } {
  const read = readBudgetRequest(policy, { year: 2025, cohorts: [COHORT], ...settings }, { line: true });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const scenarios = (read.value.request.scenarios ?? []).map(({ id }) => id);
  const people = teachers === imported.teachers ? roster : new RosterInWorker(2, teachers);
  const run = new KeptRun(1, policy.dictionary, 2025, people, scenarios);
  const budget = new Budget(policy, read.value, WORDINGS.zh, undefined, (one) => run.add(one));
  for (const { record } of teachers) budget.add(record);
  return { run, result: budget.close() };
}

const { run } = keep();
const list = (query: Partial<PeopleQuery>) => run.list({ filter: {}, offset: 0, limit: 10, ...query });
const fen = (amount: string) => BigInt(amount.replace('.', ''));

describe('a list of people', () => {
  it('is that of the roster, and cohorts after it, as one line each', () => {
    const first = list({});
    expect(first.total).toBe(roster.teachers.length + 1);
    expect(first.headcount).toBe(roster.teachers.length + COHORT.count);
    expect(first.rows.map(({ handle }) => handle)).toEqual(Array.from({ length: 10 }, (_, teacher) => ({ teacher })));
    expect(first.rows[0]).toMatchObject({ id: 'JF00001', name: '何安溪', count: 1, placed: { stage: ['kindergarten'], area: ['urban'] } });
    const [last] = list({ offset: first.total - 1 }).rows;
    // 120 × (10 × 330 + 10 × 300)
    expect(last).toMatchObject({ handle: { cohort: 0 }, id: null, name: null, count: 120, personal: '756000.00', amount: '756000.00' });
  });

  it('is the same in whichever pieces it is asked for', () => {
    const sort = { by: 'amount', descending: true } as const;
    const whole = list({ sort, limit: 10_000 }).rows;
    const pieces = Array.from({ length: 26 }, (_, piece) => list({ sort, offset: piece * 200, limit: 200 }).rows).flat();
    expect(pieces).toEqual(whole);
  });

  it.each(['amount', 'personal', 'institution', 'count', 'missing'] as const)('is sorted by %s, either way', (by) => {
    const value = (row: (typeof rows)[number]) => (typeof row[by] === 'string' ? fen(row[by]) : BigInt(row[by]));
    const { rows } = list({ sort: { by, descending: false }, limit: 10_000 });
    for (const [at, row] of rows.slice(1).entries()) expect(value(rows[at] as typeof row) <= value(row)).toBe(true);
    const [most] = list({ sort: { by, descending: true } }).rows;
    expect(value(most as (typeof rows)[number])).toBe(value(rows.at(-1) as (typeof rows)[number]));
  });

  it('is sorted by name as a Chinese reader expects, by number as numbers', () => {
    const names = list({ sort: { by: 'name', descending: false }, limit: 10_000 }).rows.flatMap(({ name }) => name ?? []);
    expect(names).toEqual(names.toSorted(new Intl.Collator('zh-CN').compare));
    for (const descending of [true, false]) {
      const { rows } = list({ sort: { by: 'id', descending }, limit: 10_000 });
      expect(rows[0]?.id).toBe(descending ? 'JF05000' : 'JF00001');
      // Who has no number comes last, forth and back.
      expect(rows.at(-1)?.handle).toEqual({ cohort: 0 });
    }
  });

  it('finds people by a part of the name or number, full-width or not, in any case', () => {
    for (const search of ['jf00001', 'ＪＦ ００００１']) expect(list({ search }).rows.map(({ id }) => id)).toEqual(['JF00001']);
    expect(list({ search: '何安溪' }).rows.map(({ id }) => id)).toContain('JF00001');
    expect(list({ search: 'nobody' })).toMatchObject({ total: 0, headcount: 0, amount: '0.00', rows: [] });
    expect(roster.find('jf0000', 3)).toMatchObject({ total: 9, found: [{ teacher: 0, id: 'JF00001' }, {}, {}] });
  });

  it('has the sums of its lines', () => {
    const found = list({ filter: { placed: { area: 'rural' }, allowance: 'meal', month: 10 }, limit: 10_000 });
    expect(found.rows.reduce((sum, { amount }) => sum + fen(amount), 0n)).toBe(fen(found.amount));
    expect(found.rows.reduce((sum, { count }) => sum + count, 0)).toBe(found.headcount);
    const groups = run.groups('month', { placed: { area: 'rural' }, allowance: 'meal' });
    expect(groups.groups.find(({ key }) => key === '2025-11')).toMatchObject({ headcount: found.headcount, amount: found.amount });
  });
});

describe('schools', () => {
  const person = (id: string, school: string | undefined, changes: object[] = []) => ({
    record: { id, post: 'established', area: 'rural', commute: 'near', ...(school && { school }), changes },
    row: null,
  });
  const people = [
    person('1', undefined),
    person('2', '西吉二中', [{ from: '2025-09', school: '新营中学' }]),
    person('3', '白崖小学', [{ from: '2025-03', school: '安置点小学' }]),
    person('4', '新营中学'),
    person('5', '一小'),
  ] as RosterTeacher[];
  const { run: small, result } = keep(
    { cohorts: [{ count: 3, facts: { ...COHORT.facts, school: '上级学校' } }], groupBy: ['school'] },
    people,
  );
  /** As the roster first names them, then those of cohorts, then those that people only move to, and nobody's school. */
  const ORDER = ['西吉二中', '白崖小学', '新营中学', '一小', '上级学校', '安置点小学', null];

  it('stand in the order of the roster and not by code point', () => {
    expect(small.groups('school', {}).groups.map(({ key }) => key)).toEqual(ORDER);
    expect(small.bySchool(result.groups, ({ key }) => key.school ?? null).map(({ key }) => key.school)).toEqual(ORDER);
    // Those of a part of the budget too.
    expect(small.groups('school', { month: 1 }).groups.map(({ key }) => key)).toEqual(ORDER.filter((one) => one !== '安置点小学'));
  });

  it('have the same amounts as before', () => {
    const amounts = (groups: readonly { amount: string }[]) => groups.map(({ amount }) => amount).toSorted();
    expect(amounts(small.groups('school', {}).groups)).toEqual(amounts(result.groups));
  });
});

describe('who gains and who loses', () => {
  // Some gain by one of these, some lose by the other, and many do both.
  const SCENARIO = { parameters: { 'meal/rural': '360', 'transport/near': '250' }, readings: { 'backbone-and-master': 'larger' } };
  const compared = keep({
    scenarios: [
      { id: 's4', parameters: { 'meal/urban': '200' } },
      { id: 's9', ...SCENARIO },
    ],
  });
  const of = (scenario: string, way: 'gaining' | 'losing' | 'unchanged', query: Partial<PeopleQuery> = {}) =>
    compared.run.list({ filter: { moved: { scenario, way } }, offset: 0, limit: 10_000, ...query });
  const handleOf = ({ handle }: { handle: object }) => JSON.stringify(handle);

  it('is who is paid more or less in a budget of those settings, by as much', () => {
    const there = new Map(
      keep(SCENARIO)
        .run.list({ filter: {}, offset: 0, limit: 10_000 })
        .rows.map((row) => [handleOf(row), fen(row.personal)]),
    );
    const found = (['gaining', 'losing', 'unchanged'] as const).flatMap((way) => {
      const { rows, headcount, total, moved } = of('s9', way);
      expect(headcount).toBe(compared.result.scenarios[1]?.[way]);
      expect(total).toBe(rows.length);
      expect(rows.reduce((sum, row) => sum + fen(String(row.moved)), 0n)).toBe(fen(String(moved)));
      for (const row of rows) {
        const difference = (there.get(handleOf(row)) as bigint) - fen(row.personal);
        expect([row.handle, fen(String(row.moved))]).toEqual([row.handle, difference]);
        expect(way).toBe(difference > 0n ? 'gaining' : difference < 0n ? 'losing' : 'unchanged');
      }
      return rows.map(handleOf);
    });
    expect(new Set(found).size).toBe(there.size);
    for (const way of ['gaining', 'losing', 'unchanged'] as const) expect(of('s9', way).total).toBeGreaterThan(0);
  });

  it('can be sorted by how much, and narrowed down as any list', () => {
    const { rows } = of('s9', 'losing', { sort: { by: 'moved', descending: false } });
    for (const [at, row] of rows.slice(1).entries()) expect(fen(String(rows[at]?.moved)) <= fen(String(row.moved))).toBe(true);
    const urban = of('s9', 'losing', { filter: { moved: { scenario: 's9', way: 'losing' }, placed: { area: 'urban' } } });
    expect(urban.total).toBeLessThan(rows.length);
    expect(urban.rows.every(({ placed }) => placed.area.includes('urban'))).toBe(true);
    // A cohort gains as many times as there are people in it: 10 months of 30 more and of 50 less.
    const cohort = of('s9', 'losing').rows.find(({ handle }) => 'cohort' in handle);
    expect(cohort).toMatchObject({ count: 120, moved: '-24000.00' });
  });

  it('is nobody in a scenario that is not there, and no difference where none is asked for', () => {
    expect(of('s7', 'unchanged')).toMatchObject({ total: 0, headcount: 0, rows: [] });
    const plain = compared.run.list({ filter: {}, offset: 0, limit: 1, sort: { by: 'moved', descending: true } });
    expect(plain).toMatchObject({ moved: null, rows: [{ moved: null, handle: { teacher: 0 } }] });
  });
});
