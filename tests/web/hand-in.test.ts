import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { computeBudget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { BudgetResult } from '../../src/contract/budget/budget-result.ts';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import type { PolicyDocument } from '../../src/policy/document/schema.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import type { OutCell } from '../../src/roster/xlsx/out-cell.ts';
import type { OutSheet } from '../../src/roster/xlsx/write.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { explainItem } from '../../src/text/page/item-sentence.ts';
import { emptyBudget } from '../../src/web/features/budget/state.ts';
import { basisOf } from '../../src/web/features/hand-in/contents/basis.ts';
import type { BudgetOnPaper } from '../../src/web/features/hand-in/contents/budget-paper.ts';
import { basisSheet } from '../../src/web/features/hand-in/workbook/basis-sheet.ts';
import { monthSheet, schoolSheet } from '../../src/web/features/hand-in/workbook/cross-sheet.ts';
import { faultSheet } from '../../src/web/features/hand-in/workbook/fault-sheet.ts';
import { summarySheet } from '../../src/web/features/hand-in/workbook/summary-sheet.ts';
import { spokenLine } from '../../src/web/features/person/spoken-line.ts';
import { fenOf } from '../../src/web/ui/amounts.ts';
import { speakerOf } from './speaker.ts';

const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const TEACHERS = [
  { id: 'A1', school: '一小', post: 'established', area: 'rural', commute: 'near', stage: 'primary' },
  { id: 'A2', school: '一小', post: 'established', area: 'urban', commute: 'far', stage: 'primary' },
  { id: 'A3', school: '二小', post: 'temporary', area: 'urban', stage: 'junior' },
  { id: 'A4', school: '二小', post: 'established', area: 'moon' },
];
const SETTINGS = {
  year: 2025,
  readings: { 'payment-months': 'first-ten' },
  parameters: { 'meal/rural': '360', 'principal/monthly': [{ from: '2025-07', value: '500' }] },
  places: { resettlement: [{ town: '良田镇', villages: ['光明村', '园子村'] }] },
  budgetCodes: { allowances: { meal: '30101' } },
};

function budgetOf(body: object): BudgetResult {
  const read = readBudgetRequest(jinfeng, body);
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return computeBudget(jinfeng, read.value, WORDINGS.zh);
}

const onPaper = (result: BudgetResult): BudgetOnPaper => ({ result, run: 1, state: emptyBudget(2025), unit: ' 金凤区教育局 ' });
const result = budgetOf({ ...SETTINGS, teachers: TEACHERS, groupBy: ['school'] });

/** What stands in a cell. */
const shown = (cell: OutCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  if ('heading' in cell) return cell.heading;
  return 'date' in cell ? cell.date : String(cell.fen);
};
const lineOf = ({ rows }: OutSheet, begin: string) => rows.find((row) => shown(row[0]) === begin)?.map(shown);

/** The sums of a sheet that do not come to what their cells have. */
function wrongSums({ rows }: OutSheet): string[] {
  const fenAt = (row: number, column: number) => {
    const cell = rows[row]?.[column];
    return cell && typeof cell === 'object' && 'fen' in cell ? cell.fen : 0n;
  };
  return rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      if (!cell || typeof cell !== 'object' || !('fen' in cell)) return [];
      const parts: bigint[] = [];
      if ('fromRow' in cell) for (let at = cell.fromRow - 1; at < cell.toRow; at++) parts.push(fenAt(at, column));
      else if ('fromColumn' in cell) for (let at = cell.fromColumn; at <= cell.toColumn; at++) parts.push(fenAt(row, at));
      else return [];
      return parts.reduce((sum, one) => sum + one, 0n) === cell.fen ? [] : [`${row + 1}:${column}`];
    }),
  );
}

/** The amounts of each item by a dimension, as the page has them from its worker. */
function cellsBy(dimension: 'school' | 'month') {
  const cells = new Map<string | null, Map<string, string>>();
  for (const { key, amount } of budgetOf({ ...SETTINGS, teachers: TEACHERS, groupBy: [dimension, 'allowance'] }).groups) {
    const of = key[dimension] ?? null;
    cells.set(of, (cells.get(of) ?? new Map()).set(key.allowance as string, amount));
  }
  return cells;
}

describe('what a budget rests on', () => {
  it('is every reading, and everything that was set otherwise than in the document', async () => {
    const { policy, readings, changes } = basisOf(result, await speakerOf(jinfeng, 'zh'));
    expect(policy.map(({ value }) => value)).toEqual([
      '金凤区基础教育质量提升行动实施方案（银金党办发〔2021〕60号）',
      jinfeng.version,
      '2025',
    ]);
    expect(readings).toHaveLength(Object.keys(jinfeng.document.readings).length);
    expect(readings.filter(({ state }) => state === 'changed')).toMatchObject([
      { label: '「每年按10个月计」是哪十个月？', value: '当年最先应发的十个月' },
    ]);
    expect(changes.map(({ label, value }) => `${label} ${value}`)).toEqual([
      expect.stringMatching(/餐补 · 农村 360 元\/月.*330 元\/月/),
      expect.stringMatching(/校长津贴 2025-07 起 ?500 元\/月.*待定/),
      expect.stringMatching(/移民地区 良田镇.*光明村、园子村/),
      expect.stringMatching(/餐补 30101$/),
    ]);
  });

  it('is nothing but readings where nothing was set', async () => {
    const { readings, changes } = basisOf(budgetOf({ year: 2025 }), await speakerOf(jinfeng, 'en'));
    expect([readings.filter(({ state }) => state === 'changed'), changes]).toEqual([[], []]);
  });
});

describe('what people owe', () => {
  const text = readFileSync(join(import.meta.dirname, '../browser/fixtures/all-words.yaml'), 'utf8');
  const { document } = readPolicyFile(text, dictionary);
  const policy = readPolicy(document as PolicyDocument, 'all-words', dictionary);
  const leaver = { post: 'established', area: 'rural', teachingSince: '2025-01-01', recruitedOn: '2023-03-15', employedTo: '2025-06' };
  const read = readBudgetRequest(policy, { year: 2025, teachers: [{ id: 'A1', ...leaver }] });
  const owed = read.value && computeBudget(policy, read.value, WORDINGS.zh);

  it('stands on the first sheet, apart from the totals', async () => {
    const sheet = summarySheet(onPaper(owed as BudgetResult), await speakerOf({ ...policy, dictionary }, 'zh'));
    expect(lineOf(sheet, '安家费退还')).toEqual(['安家费退还', '', '1', '3200000', '0']);
    expect(lineOf(sheet, '有人应退或须缴违约金的款项，单独列出，不计入预算总额。')).toBeDefined();
    expect(wrongSums(sheet)).toEqual([]);
  });

  it('is not there where nobody owes anything', async () => {
    const sheet = summarySheet(onPaper(result), await speakerOf(jinfeng, 'zh'));
    expect(lineOf(sheet, '应退与违约')).toBeUndefined();
  });
});

describe.each(['zh', 'en'] as const)('the workbook of a budget, %s', (language) => {
  it('sums up every item to the fen, by formulas that come to what stands there', async () => {
    const speaker = await speakerOf(jinfeng, language);
    const sheet = summarySheet(onPaper(result), speaker);
    expect(wrongSums(sheet)).toEqual([]);
    for (const { title, headcount, amount } of result.byAllowance) {
      const line = lineOf(sheet, title) ?? [];
      expect(line[2]).toBe(String(headcount));
      if (amount !== '0.00') expect(line[3]).toBe(String(fenOf(amount)));
    }
    expect(sheet.rows.flat().map(shown)).toContain(String(fenOf(result.total)));
    // Who is not in the amounts is told of, and a rate that is awaited is no zero.
    expect(lineOf(sheet, speaker.t('budget.totalKnown'))?.slice(2, 4)).toEqual(['3', String(fenOf(result.total))]);
  });

  it('has every school and month with what it gets of every item', async () => {
    const speaker = await speakerOf(jinfeng, language);
    const [schools, months] = [cellsBy('school'), cellsBy('month')];
    const bySchool = schoolSheet(onPaper(result), schools, speaker);
    const byMonth = monthSheet(onPaper(result), months, speaker);
    expect([wrongSums(bySchool), wrongSums(byMonth)]).toEqual([[], []]);
    const items = result.byAllowance.filter(({ amount }) => amount !== '0.00');
    for (const { key, headcount, amount } of result.groups) {
      const own = items.map(({ allowance }) => schools.get(key.school ?? null)?.get(allowance));
      expect(lineOf(bySchool, key.school as string)).toEqual([
        key.school,
        String(headcount),
        ...own.map((one) => (one === undefined ? '' : String(fenOf(one)))),
        String(fenOf(amount)),
      ]);
    }
    for (const { month, amount } of result.byMonth) expect(lineOf(byMonth, month)?.at(-1)).toBe(String(fenOf(amount)));
    expect(byMonth.rows.filter(([first]) => /^2025-/.test(shown(first)))).toHaveLength(12);
  });

  it('names who could not be counted and what is open, or that nobody is', async () => {
    const speaker = await speakerOf(jinfeng, language);
    const faults = faultSheet(onPaper(result), speaker);
    expect(faults.rows.slice(1).map((row) => row.map(shown))).toEqual([
      ['A4', '', speaker.labels.fact('area'), expect.stringMatching(/urban|城市/)],
    ]);
    expect(faultSheet(onPaper(budgetOf({ year: 2025 })), speaker).rows.slice(1)).toEqual([[speaker.t('export.noFaults')]]);
    const basis = basisSheet(onPaper(result), speaker, '2026-11-30', false).rows.map((row) => row.map(shown));
    expect(basis).toContainEqual([speaker.t('print.unit'), '金凤区教育局']);
    expect(basis).toContainEqual([speaker.t('export.date'), '2026-11-30']);
    for (const { allowance } of result.missing) expect(basis.map(([first]) => first)).toContain(speaker.labels.allowance(allowance));
  });
});

describe('a line of a result', () => {
  it('is spoken with the words of the page', async () => {
    const teacher = { id: 'T1', post: 'established', area: 'urban', commute: 'near', changes: [{ from: '2025-09', area: 'rural' }] };
    const read = readEntitlementRequest(jinfeng, { year: 2025, teacher });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const { lines } = explainEntitlement(jinfeng, read.value.settings, read.value.teacher, { language: 'zh' });
    const meal = lines.find(({ allowance }) => allowance === 'meal') ?? expect.unreachable();
    const { labels, catalogue } = await speakerOf(jinfeng, 'zh');
    expect(spokenLine(meal, labels, catalogue)).toEqual({
      title: '餐补',
      rhythm: 'month',
      amount: '2,400.00',
      segments: [
        { from: 1, to: 8, months: 6, rate: '180.00', uncapped: undefined, facts: [{ label: '城乡', value: '城市' }] },
        { from: 9, to: 12, months: 4, rate: '330.00', uncapped: undefined, facts: [{ label: '城乡', value: '农村' }] },
      ],
    });
  });

  it('says years in one with the date since which they are counted', async () => {
    const { labels, catalogue } = await speakerOf(jinfeng, 'zh');
    const document = { ...catalogue.policy.document, derive: { yearsTaught: { years: 'teachingSince' } } };
    const facts = { yearsTaught: 11, teachingSince: '2014-09-01', area: 'rural' };
    const segment = { from: '2025-01', to: '2025-12', months: 12, rate: '110.00', facts };
    const line = { allowance: 'it', title: '教龄津贴', amount: '1320.00', segments: [segment] } as unknown as Parameters<
      typeof spokenLine
    >[0];
    const named = {
      ...labels,
      fact: (id: string) => (id === 'yearsTaught' ? '教龄' : labels.fact(id)),
      value: (id: string, value: string | number | boolean | null) => (id === 'yearsTaught' ? String(value) : labels.value(id, value)),
    };
    const speak = (one: typeof line) => spokenLine(one, named, { ...catalogue, policy: { ...catalogue.policy, document } });
    expect(explainItem(speak(line), 'zh')).toBe(
      '教龄津贴：教龄 11 年（自 2014-09-01 起）、城乡为农村，每月 110.00 元，全年计发 12 个月，合计 1,320.00 元。',
    );
    expect(explainItem(speak(line), 'en')).toContain('教龄: 11 years since 2014-09-01; 城乡: 农村');
    const known = { ...line, segments: [{ ...segment, facts: { ...facts, yearsTaught: null } }] };
    expect(explainItem(speak(known as typeof line), 'zh')).toContain(`${labels.fact('teachingSince')}为2014-09-01`);
  });

  it('says which month of a leave it is, by the kinds that count', async () => {
    const { labels, catalogue } = await speakerOf(jinfeng, 'zh');
    const rules = { sickMonth: { nth: 'leave', kinds: ['sick'], unit: 'months' }, days: { days: 'leave', of: 'year' } };
    const segment = { from: '2025-03', to: '2025-03', months: 1, rate: '90.00', facts: { sickMonth: 3, days: 80 } };
    const line = { allowance: 'it', title: '绩效', amount: '90.00', segments: [segment] } as unknown as Parameters<typeof spokenLine>[0];
    const named = { ...labels, fact: () => '请假', value: (_: string, value: unknown) => (value === 'sick' ? '病假' : String(value)) };
    const document = { ...catalogue.policy.document, derive: rules };
    const spoken = spokenLine(line, named, { ...catalogue, policy: { ...catalogue.policy, document } } as typeof catalogue);
    expect(explainItem(spoken, 'zh')).toBe('绩效：病假第 3 个月、请假全年 80 天，每月 90.00 元，3月计发 1 个月，合计 90.00 元。');
  });
});
