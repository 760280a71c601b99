import { describe, expect, it } from 'vitest';
import { sameRules } from '../../src/budget/same-rules.ts';
import { explainEntitlement } from '../../src/contract/teacher/entitlement.ts';
import { pricesAlone } from '../../src/engine/alone.ts';
import { layOut } from '../../src/engine/columns/layout.ts';
import { compileTables } from '../../src/engine/columns/tables.ts';
import { type CompiledAllowance, planRun } from '../../src/engine/plan.ts';
import { questionsOf } from '../../src/engine/questions.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { explainItem } from '../../src/text/page/item-sentence.ts';
import { documentOf } from '../words/word-file.ts';

const document = documentOf({
  example: `allowances:
  backbone: {when: {backboneLevel: {not: none}}, pays: {every: month, amount: {parameter: backbone}}, months: ten}
  extra: {pays: {every: month, amount: {percent: extra, of: {allowance: backbone}}}}
  bonus: {pays: {every: year, amount: {allowance: backbone, of: year}}}`,
  policy: {
    months: { every: 'all' as never, ten: { except: [7, 8] } },
    parameters: { backbone: { unit: 'yuan', period: 'month', value: '200' }, extra: { unit: 'percent', value: '10' } },
  },
  cases: [],
});
const policy = readPolicy(document, 'words', dictionary);
const run = { year: 2025, readings: {}, parameters: {} };
const plan = planRun(policy, run);
const teacher: TeacherRecord = { id: 'T1', backboneLevel: 'city' };

describe('an amount that rests on what another allowance pays', () => {
  it('is explained by it', () => {
    const { lines } = explainEntitlement(policy, run, teacher, { language: 'zh' });
    const items = lines.map(({ segments }) =>
      segments.map(({ months, rate, items: paid }) => [months, rate, paid?.map(({ amount }) => amount)]),
    );
    expect(items[1]).toEqual([
      [6, '20.00', ['200.00']],
      [2, '0.00', ['0.00']],
      [4, '20.00', ['200.00']],
    ]);
    expect(items[2]).toEqual([[1, '2000.00', ['2000.00']]]);
    const segments = [
      { from: 1, to: 6, months: 6, rate: '20.00', facts: [{ item: 'month' as const, label: '骨干教师奖励', value: '200.00' }] },
    ];
    const line = { title: '上浮', rhythm: 'month' as const, segments, amount: '120.00' };
    expect(explainItem(line, 'zh')).toBe('上浮：“骨干教师奖励”当月应发 200.00 元，每月 20.00 元，1月至6月计发 6 个月，合计 120.00 元。');
    expect(explainItem(line, 'en')).toContain('("骨干教师奖励" pays 200.00 yuan in the month)');
  });

  it('is priced by it, for whoever is paid it all year', () => {
    const extra = plan.allowances.find(({ id }) => id === 'extra') as CompiledAllowance;
    expect(pricesAlone(plan, extra).map((price) => price(encodeTeacher(dictionary, teacher).base))).toEqual([
      { amountFen: 200_00, missing: [] },
    ]);
  });

  it('asks for nothing that the other does not ask for', () => {
    const asked = questionsOf(plan, encodeTeacher(dictionary, { id: 'T1' } as TeacherRecord));
    expect(asked.find((one) => 'fact' in one && one.fact === 'backboneLevel')?.allowances).toEqual(['backbone']);
  });

  it('follows other rules where the other does', () => {
    const then = planRun(policy, { ...run, parameters: { backbone: '300' } });
    expect(sameRules(plan, planRun(policy, run))('extra')).toBe(true);
    expect(sameRules(plan, then)('extra')).toBe(false);
  });

  it('is not in tables', () => {
    const layout = layOut([plan]);
    expect(layout === null || compileTables(plan, layout) === null).toBe(true);
  });
});
