import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { randomRuns } from '../random-runs.ts';
import { budgetRequestArbitrary } from '../reference/arbitraries.ts';
import type { ReferenceBudgetRequest } from '../reference/budget.ts';
import { AREAS, kindsOf, LEVELS, presentOf, referenceMet, type Split, TARGETS, type TargetId, yearlyOf } from '../reference/targets.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const runs = randomRuns(200, 20_000);
const timeout = 1_800_000;

const read = (request: object) => readBudgetRequest(policy, request);
function budget(request: object): BudgetResult {
  const { value, issues } = read(request);
  if (value === null) throw new Error(JSON.stringify(issues));
  return computeBudget(policy, value, WORDINGS.zh);
}

const fen = (amount: string | undefined) => BigInt(String(amount).replace('.', ''));
const backbone = (level: string, area: string, id = `${level}-${area}`) => ({
  id,
  post: 'established',
  area,
  commute: 'near',
  backboneLevel: level,
  assessment: 'passed',
});
const part = (count: number, backboneLevel: string, area: string) => ({ count, facts: { backboneLevel, area } });
const scenario = (targets: object, more: object = {}) => ({ scenarios: [{ id: 's', targets, ...more }] });

describe('a target taken as met', () => {
  it('pays its people instead of those of today: 500 backbone teachers', () => {
    const teachers = [
      backbone('district', 'urban'),
      backbone('district', 'rural'),
      { ...backbone('district', 'rural', 'third'), masterLevel: 'district' },
    ];
    const split = [part(300, 'district', 'rural'), part(150, 'district', 'urban'), part(49, 'city', 'rural'), part(1, 'national', 'rural')];
    const result = budget({ year: 2025, teachers, ...scenario({ backbone: split }) });
    // Today 2000 + 3000 + 3000; then 300 × 3000 + 150 × 2000 + 49 × 4000 + 8000.
    const cost = 300 * 3000 + 150 * 2000 + 49 * 4000 + 8000;
    const [there] = result.scenarios;
    expect(there?.byAllowance[0]).toEqual({ allowance: 'backbone', amount: `${cost}.00`, difference: `${cost - 8000}.00` });
    expect(there?.byAllowance.slice(1).every(({ difference }) => difference === '0.00')).toBe(true);
    expect(there).toMatchObject({ difference: `${cost - 8000}.00`, gaining: 0, losing: 0, unchanged: 3 });
    expect(there?.targets).toMatchObject([
      { target: 'backbone', allowance: 'backbone', count: 500, costFrom: `${cost}.00`, costTo: `${cost}.00` },
    ]);
  });

  it('is split as today is, by the largest remainder', () => {
    const teachers = [backbone('district', 'urban'), backbone('district', 'rural'), backbone('national', 'rural')];
    const [there] = budget({ year: 2025, teachers, ...scenario({ backbone: 'present' }) }).scenarios;
    // 166⅔ each: the two left over go to the earlier kinds.
    expect(there?.targets?.[0]?.split.map(({ count }) => count)).toEqual([167, 167, 166]);
    expect(there?.targets?.[0]?.costFrom).toBe(`${167 * 2000 + 167 * 3000 + 166 * 8000}.00`);
  });

  it('stays a range where nobody is paid today, and today is left as it is', () => {
    const result = budget({ year: 2025, ...scenario({ backbone: 'present' }) });
    const [there] = result.scenarios;
    expect(there?.targets).toEqual([
      { target: 'backbone', allowance: 'backbone', count: 500, split: [], costFrom: '1000000.00', costTo: '4000000.00', awaited: [] },
    ]);
    expect(there?.difference).toBe('0.00');
  });

  it('waits for a figure, and costs something once the scenario gives it', () => {
    const split = [
      { count: 99, facts: { masterLevel: 'district', area: 'urban' } },
      { count: 1, facts: { masterLevel: 'city', area: 'urban' } },
    ];
    const waiting = budget({ year: 2025, ...scenario({ masters: split }) }).scenarios[0];
    expect(waiting?.targets?.[0]).toMatchObject({ costFrom: null, costTo: null, awaited: ['master/city/urban'] });
    expect(waiting?.difference).toBe('0.00');
    const given = budget({ year: 2025, ...scenario({ masters: split }, { parameters: { 'master/city/urban': '500' } }) }).scenarios[0];
    expect(given?.targets?.[0]).toMatchObject({ costFrom: '302000.00', costTo: '302000.00', awaited: [] });
    expect(given?.difference).toBe('302000.00');
  });

  it('takes rows that name more than the amount rests on, and adds up those that are paid alike', () => {
    const split = LEVELS.map((masterLevel) => ({ count: 25, facts: { masterLevel, area: 'rural' } }));
    const readings = { 'master-levels': 'all-levels' };
    const [there] = budget({ year: 2025, ...scenario({ masters: split }, { readings }) }).scenarios;
    expect(there?.targets).toMatchObject([
      { split: [{ facts: { area: 'rural' }, count: 100, amount: '400000.00' }], costFrom: '400000.00' },
    ]);
  });

  it('tells the kinds of its people, how many there are today and what one costs', () => {
    const { targets } = budget({ year: 2025, teachers: [backbone('city', 'rural')], cohorts: [{ count: 40, facts: backboneFacts() }] });
    const found = targets.find(({ id }) => id === 'backbone');
    expect(found?.costOf).toBe('backbone');
    expect(found?.kinds?.filter(({ present }) => present > 0)).toEqual([
      { facts: { backboneLevel: 'district', area: 'urban' }, present: 40, yearly: '2000.00' },
      { facts: { backboneLevel: 'city', area: 'rural' }, present: 1, yearly: '4000.00' },
    ]);
    expect(targets.find(({ id }) => id === 'skilled-teachers')).not.toHaveProperty('kinds');
  });

  it.each<[string, object, (string | number)[], string]>([
    ['one that is not there', { SECRET: 'present' }, ['SECRET'], 'unknown-value'],
    ['one without a rate', { 'skilled-teachers': 'present' }, ['skilled-teachers'], 'unknown-value'],
    ['another word', { backbone: 'SECRET' }, ['backbone'], 'unknown-value'],
    ['no list', { backbone: {} }, ['backbone'], 'wrong-type'],
    ['no count', { backbone: [{ facts: {} }] }, ['backbone', 0, 'count'], 'required'],
    ['a negative count', { backbone: [part(-1, 'district', 'urban')] }, ['backbone', 0, 'count'], 'out-of-range'],
    ['too few', { backbone: [part(499, 'district', 'urban')] }, ['backbone'], 'out-of-range'],
    ['too many', { backbone: [part(499, 'district', 'urban'), part(2, 'city', 'urban')] }, ['backbone'], 'out-of-range'],
    ['none', { backbone: [] }, ['backbone'], 'out-of-range'],
    ['a fact too few', { backbone: [{ count: 500, facts: { area: 'urban' } }] }, ['backbone', 0, 'facts', 'backboneLevel'], 'required'],
    [
      'a fact too many',
      { backbone: [{ count: 500, facts: { ...part(1, 'city', 'urban').facts, name: 'SECRET' } }] },
      ['backbone', 0, 'facts', 'name'],
      'unknown-field',
    ],
    [
      'another value of a fact beside',
      { masters: [{ count: 100, facts: { masterLevel: 'district', area: 'urban', assessment: 'SECRET' } }] },
      ['masters', 0, 'facts', 'assessment'],
      'unknown-field',
    ],
    ['a value that pays nothing', { backbone: [part(500, 'none', 'urban')] }, ['backbone', 0, 'facts', 'backboneLevel'], 'unknown-value'],
    ['a kind twice', { backbone: [part(250, 'city', 'urban'), part(250, 'city', 'urban')] }, ['backbone', 1, 'facts'], 'duplicate-key'],
  ])('%s is a fault', (_name, targets, path, code) => {
    const { issues } = read({ year: 2025, ...scenario(targets) });
    expect(issues.map((issue) => [issue.path, issue.code])).toEqual([[['scenarios', 0, 'targets', ...path], code]]);
  });

  it('equals the reference to the fen', { timeout }, () => {
    const small = budgetRequestArbitrary.filter(({ parameters }) => !/\d{9}/.test(JSON.stringify(parameters)));
    fc.assert(
      fc.property(small, budgetRequestArbitrary, fc.nat(), fc.constantFrom('present', 'rows'), (request, other, seed, way) => {
        const { readings, places } = other;
        const there = { ...request, readings: { ...request.readings, ...readings }, places: { ...request.places, ...places } };
        const ids = Object.keys(TARGETS) as TargetId[];
        const splits = Object.fromEntries(
          ids.map((id): [TargetId, Split] => [id, way === 'present' ? 'present' : rowsOf(id, there, seed)]),
        );
        const result = budget({
          ...request,
          scenarios: [
            { id: 'plain', readings, places },
            { id: 'met', readings, places, targets: splits },
          ],
        });
        fc.pre(result.failed === 0);
        const [plain, met] = result.scenarios;
        const wanted = ids.map((id) => referenceMet(id, splits[id] as Split, request as ReferenceBudgetRequest, there as never));
        expect(met?.targets?.map(({ awaited: _, ...rest }) => rest)).toEqual(wanted);
        // What is not known, or only as a range, leaves today as it is.
        let moved = 0n;
        for (const { allowance, amount } of plain?.byAllowance ?? []) {
          const target = wanted.find((one) => one.allowance === allowance && one.costFrom !== null && one.costFrom === one.costTo);
          expect(met?.byAllowance.find((one) => one.allowance === allowance)?.amount).toBe(target?.costFrom ?? amount);
          if (target) moved += fen(target.costFrom as string) - fen(amount);
        }
        expect(fen(met?.total)).toBe(fen(plain?.total) + moved);
        expect(fen(met?.difference)).toBe(fen(met?.total) - fen(result.total));
        const { gaining, losing, unchanged } = plain ?? {};
        expect(met).toMatchObject({ gaining, losing, unchanged });
        for (const id of ids) {
          const kinds = result.targets.find((one) => one.id === id)?.kinds;
          expect(kinds?.map(({ present }) => present)).toEqual(presentOf(id, request as ReferenceBudgetRequest, request as never));
          const yearly = kindsOf(id, request as never).map((kind) => yearlyOf(id, kind, request as never)?.toFixed(2) ?? null);
          expect(kinds?.map((kind) => kind.yearly)).toEqual(yearly);
        }
      }),
      { numRuns: runs },
    );
  });
});

function backboneFacts() {
  const { id: _, ...facts } = backbone('district', 'urban');
  return facts;
}

/** Rows of every kind that come to the people of a target. */
function rowsOf(id: TargetId, there: object, seed: number): Split {
  const kinds = kindsOf(id, there as never);
  const rows = kinds.map((facts, at) => ({ count: at === 0 ? 0 : (seed * (at + 3)) % 11, facts }));
  const rest = TARGETS[id].count - rows.reduce((sum, { count }) => sum + count, 0);
  expect(kinds.length).toBeLessThanOrEqual(LEVELS.length * AREAS.length);
  return rows.map((row, at) => (at === 0 ? { ...row, count: rest } : row));
}
