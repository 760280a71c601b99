import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Budget, readBudgetRequest } from '../../src/contract/budget.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import type { PeopleQuery } from '../../src/web/people.ts';
import { KeptRun } from '../../src/web/worker/kept-run.ts';
import { LoadedRoster } from '../../src/web/worker/loaded-roster.ts';
import { readFile } from '../roster/read.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const { reading } = readFile(readFileSync(join(import.meta.dirname, '../../examples/jinfeng-roster.csv')));
const roster = new LoadedRoster(1, reading.teachers);

const COHORT = { count: 120, facts: { post: 'established', area: 'rural', commute: 'near' } };

function keep(): KeptRun {
  const read = readBudgetRequest(policy, { year: 2025, cohorts: [COHORT] }, { line: true });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const run = new KeptRun(1, policy.dictionary, 2025, roster);
  const budget = new Budget(policy, read.value, WORDINGS.zh, undefined, (one) => run.add(one));
  for (const { record } of roster.teachers) budget.add(record);
  return run;
}

const run = keep();
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
