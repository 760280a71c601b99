import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Budget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { isRefusal } from '../../src/roster/sheet/refusal.ts';
import { type OutCell, writeWorkbook } from '../../src/roster/xlsx/write.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import type { PeopleSheetOrder } from '../../src/web/compute/protocol/export.ts';
import { KeptRun } from '../../src/web/compute/worker/kept-run.ts';
import { Pace } from '../../src/web/compute/worker/pace.ts';
import { peopleSheet } from '../../src/web/compute/worker/people-rows.ts';
import { RosterFile } from '../../src/web/compute/worker/roster-file.ts';
import { RosterInWorker } from '../../src/web/compute/worker/roster-in-worker.ts';
import { readFile } from '../roster/read.ts';
import { PEOPLE_ORDER } from './people-order.ts';

const FIXTURES = join(import.meta.dirname, '../roster/fixtures');
const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const pace = new Pace(() => {});
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

async function open(bytes: ArrayBuffer): Promise<RosterFile | null> {
  const file = await RosterFile.open(bytes, policy, {}, pace);
  return isRefusal(file) ? null : file;
}

/** The sheet of the people of a file, and the total that they come to. */
function exportOf(file: RosterFile | null, order: Partial<PeopleSheetOrder> = {}, people = file?.imported.teachers ?? []) {
  const read = readBudgetRequest(policy, { year: 2025 }, { line: true });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const run = new KeptRun(1, policy.dictionary, 2025, new RosterInWorker(1, people, file));
  const budget = new Budget(policy, read.value, WORDINGS.zh, undefined, (one) => run.add(one));
  for (const { record } of people) budget.add(record);
  const sheet = peopleSheet(run, policy.dictionary, { ...PEOPLE_ORDER, ...order });
  const rows = [...sheet.rows] as OutCell[][];
  return { rows, bytes: writeWorkbook([{ ...sheet, rows }]), total: budget.close().total };
}

const textOf = (cell: OutCell | undefined) =>
  typeof cell === 'object' && cell !== null && 'fen' in cell ? String(cell.fen) : (cell ?? null);
/** The columns before those of amounts. */
const facts = ({ rows }: { rows: OutCell[][] }) => {
  const width = rows[0]?.indexOf(PEOPLE_ORDER.personal[0]?.header as string) as number;
  return rows.slice(0, -1).map((row) => Array.from({ length: width }, (_, at) => textOf(row[at])));
};
const recordsOf = (teachers: readonly { readonly record: TeacherRecord }[]) => teachers.map(({ record }) => record);

const OFFICE = [
  '2025年教师花名册,,,,,,,,,,',
  '序号,任教学校,个人代码,姓名,身份证号,学历,年度考核,编制类型,城乡类别,住处远近,工资卡,备注',
  '1,一小,T1,王一,990101198001010014,大专,优秀,在编,乡村,近,6217000010001234567,老教师',
  '2,一小,T2,李二,,本科,合格,临聘,城区,远,6217 0000 1000 1234 568,',
].join('\n');

describe('a sheet of people in the words of its file', () => {
  it('has the columns of the office in its order, and its own spelling of every value', async () => {
    const found = exportOf(await open(bytesOf(OFFICE.replaceAll('个人代码', '工号').replaceAll('住处远近', '距离类别'))));
    expect(facts(found)).toEqual([
      ['序号', '任教学校', '工号', '姓名', '学历', '年度考核', '编制类型', '城乡类别', '距离类别', '备注'],
      ['1', '一小', 'T1', '王一', '大专', '优秀', '在编', '乡村', '近', '老教师'],
      ['2', '一小', 'T2', '李二', '本科', '合格', '临聘', '城区', '远', null],
    ]);
    expect(JSON.stringify(found.rows, (_, value) => (typeof value === 'bigint' ? String(value) : value))).not.toMatch(/19800101|6217/);
  });

  it('has identity cards and accounts only where somebody says so, and none without the file', async () => {
    const file = await open(bytesOf(OFFICE.replaceAll('个人代码', '工号').replaceAll('住处远近', '距离类别')));
    const chosen = facts(exportOf(file, { withPrivate: true }));
    expect(chosen[0]).toEqual(OFFICE.split('\n')[1]?.replace('个人代码', '工号').replace('住处远近', '距离类别').split(','));
    expect(chosen[1]).toContain('990101198001010014');
    expect(chosen[2]).toContain('6217 0000 1000 1234 568');
    const kept = facts(exportOf(null, { withPrivate: true }, structuredClone(file?.imported.teachers)));
    expect(kept[0]).toEqual(policy.dictionary.facts.filter(({ label }) => kept[0]?.includes(label.zh)).map(({ label }) => label.zh));
    expect(kept[0]).not.toContain('备注');
  });

  it('names the fact beside a header that only a person has explained', async () => {
    const file = (await open(bytesOf(OFFICE))) as RosterFile;
    const { mapping } = file;
    if (!mapping) throw new Error('there is a header');
    const chosen = { 个人代码: 'id', 住处远近: 'commute' } as Record<string, string>;
    const columns = mapping.columns.map((one) => ({ ...one, ...(chosen[one.header] && { meaning: chosen[one.header] as string }) }));
    const again = await file.choose({ sheet: 0, mapping: { ...mapping, columns, ids: 'column' } }, policy, {}, pace);
    if (isRefusal(again)) throw new Error(again.refused);
    const found = exportOf(again);
    expect(facts(found)[0]).toEqual([
      ...['序号', '任教学校', '工号（个人代码）', '姓名', '学历', '年度考核', '编制类型', '城乡类别', '距离类别（住处远近）', '备注'],
    ]);
    expect(recordsOf(readFile(found.bytes).imported.teachers)).toEqual(recordsOf(again.imported.teachers));
  });

  it('has changes and what was corrected in a file of its own in their words, too', async () => {
    const csv = [
      '备注,工号,姓名,用人形式,城乡,距离类别,变动起始月',
      '甲,T1,王一,在编,乡村,近,',
      ',T1,,,城区,,2025.09',
      '乙,T2,李二,在编,郊外,近,',
    ];
    const file = await open(bytesOf(csv.join('\n')));
    const corrected = await file?.fix(bytesOf('工号,姓名,用人形式,城乡,距离类别,学历,备注\nT2,李二,在编,乡,近,大专,丙'), policy, {}, pace);
    if (!corrected || isRefusal(corrected)) throw new Error('it was read');
    expect(corrected.imported.faults).toEqual([]);
    expect(facts(exportOf(corrected))).toEqual([
      ['备注', '工号', '姓名', '用人形式', '城乡', '距离类别', '变动起始月', '学历'],
      ['甲', 'T1', '王一', '在编', '乡村', '近', null, null],
      [null, 'T1', null, null, '城区', null, '2025.09', null],
      ['丙', 'T2', '李二', '在编', '乡', '近', null, '大专'],
    ]);
  });

  it('is the same sheet again when it is exported a second time', async () => {
    const first = exportOf(await open(bytesOf(OFFICE.replaceAll('个人代码', '工号').replaceAll('住处远近', '距离类别'))));
    const second = exportOf(await open(first.bytes.slice().buffer as ArrayBuffer));
    expect(second.rows).toEqual(first.rows);
  });
});

describe('every file that is read, once exported,', () => {
  // The largest are of nobody, or of people alike; the deep run has them too.
  const isTried = (path: string) => process.env.JINTIE_DEEP !== undefined || statSync(path).size < 10_000;
  const files = [
    ...readdirSync(FIXTURES)
      .filter((file) => !file.endsWith('.yaml'))
      .map((file) => join(FIXTURES, file))
      .filter(isTried),
    join(import.meta.dirname, '../../examples/jinfeng-roster.csv'),
  ];
  it.each(files)('%s is the same people and the same figures', async (path) => {
    const file = await open(new Uint8Array(readFileSync(path)).buffer as ArrayBuffer);
    if (!file || file.imported.teachers.length === 0) return;
    const found = exportOf(file);
    const again = await open(found.bytes.slice().buffer as ArrayBuffer);
    expect(again?.imported.faults).toEqual([]);
    expect(recordsOf(again?.imported.teachers ?? [])).toEqual(recordsOf(file.imported.teachers));
    expect(exportOf(again).total).toBe(found.total);
  });
});
