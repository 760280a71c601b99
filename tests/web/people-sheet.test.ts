import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/universal';
import { describe, expect, it } from 'vitest';
import { Budget, readBudgetRequest } from '../../src/contract/budget/budget.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { writeWorkbook } from '../../src/roster/xlsx/write.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { KeptRun } from '../../src/web/compute/worker/kept-run.ts';
import { peopleSheet } from '../../src/web/compute/worker/people-rows.ts';
import { RosterInWorker } from '../../src/web/compute/worker/roster-in-worker.ts';
import { readFile } from '../roster/read.ts';
import { PEOPLE_ORDER as ORDER } from './people-order.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;

/** The sheet of the people of a roster as a file. */
function write(records: readonly TeacherRecord[], body: object = {}): Uint8Array<ArrayBuffer> {
  const read = readBudgetRequest(policy, { year: 2025, ...body }, { line: true });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  const roster = new RosterInWorker(
    1,
    records.map((record, at) => ({ row: at + 2, record })),
  );
  const run = new KeptRun(1, policy.dictionary, 2025, roster);
  const budget = new Budget(policy, read.value, WORDINGS.zh, undefined, (one) => run.add(one));
  for (const record of records) budget.add(record);
  return writeWorkbook([peopleSheet(run, policy.dictionary, ORDER)]);
}

/** The rows as another program reads them, numbers as they are written. */
async function rowsOf(bytes: Uint8Array<ArrayBuffer>): Promise<(string | null)[][]> {
  const [sheet] = await readExcel(new Blob([bytes]), { parseNumber: (text: string) => text });
  return (sheet?.data ?? []).map((row) => row.map((cell) => (cell === null ? null : String(cell))));
}

const USUAL = { post: 'established', area: 'rural', commute: 'near' };
const ODD = [
  '=HYPERLINK("http://example.invalid","x")',
  "=cmd|'/c calc'!A1",
  '+1+1',
  '-2',
  '@SUM(A1:A9)',
  '007',
  '1E5',
  '000123456789012345678',
];

describe('the sheet of people', () => {
  it('has no formula but sums, whatever people, numbers and schools are called', async () => {
    const records = ODD.map((odd, at) => ({ ...USUAL, id: at % 2 === 0 ? odd : `T${at}`, name: odd, school: odd }));
    const bytes = write(records);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] as Uint8Array);
    const formulas = [...xml.matchAll(/<f>([^<]*)<\/f>/g)].map(([, formula]) => formula);
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.filter((formula) => !/^SUM\([A-Z]+\d+:[A-Z]+\d+\)$/.test(formula as string))).toEqual([]);
    // All that stands in the columns of facts is text.
    const facts = [...xml.matchAll(/<c r="[A-F]\d+"([^>]*)>/g)].map(([, attributes]) => attributes);
    expect(facts).toHaveLength(6 * (records.length + 1) + 1);
    expect(facts.filter((attributes) => !attributes?.includes('t="s"'))).toEqual([]);
    const rows = await rowsOf(bytes);
    const { imported } = readFile(bytes);
    expect(imported.faults).toEqual([]);
    expect(imported.teachers.map(({ record }) => [record.id, record.name, record.school])).toEqual(
      records.map(({ id, name, school }) => [id, name, school].map((text) => text.trim())),
    );
    expect(rows.slice(1, -1).map((row) => row[1]?.trim())).toEqual(ODD.map((odd) => odd.trim()));
  });

  it('tells zero, not entitled, a fact that is missing and a rate that is awaited apart, and adds up', async () => {
    const rows = await rowsOf(
      write(
        [
          { ...USUAL, id: 'T1', area: 'urban' },
          { id: 'T2', post: 'established', area: 'rural', classTeacher: true, changes: [{ from: '2025-09', commute: 'far' }] },
          { ...USUAL, id: 'T3', studioHost: true },
        ],
        { parameters: { 'meal/urban': '0' } },
      ),
    );
    const [header = [], ...lines] = rows;
    const at = (name: string) => header.indexOf(name);
    const amounts = [
      'backbone·全年(元)',
      'meal·全年(元)',
      'transport·全年(元)',
      'class-teacher·全年(元)',
      '个人合计',
      'studio-running·全年(元)',
      '缺什么',
    ];
    expect(lines.map((line) => [line[0], ...amounts.map((name) => line[at(name)] ?? null)])).toEqual([
      ['T1', null, '0.00', '3000.00', null, '3000.00', null, null],
      // Ten months from which the commute is known in four.
      ['T2', null, '3300.00', '2400.00', '标准待定', '5700.00', null, '交通补贴：距离类别；class-teacher/monthly'],
      ['T2', null, null, null, null, null, null, null],
      ['T3', null, '3300.00', '3000.00', null, '6300.00', '5600.00', null],
      ['合计', '0.00', '6600.00', '8400.00', '标准待定', '15000.00', '5600.00', null],
    ]);
    expect(lines[2]?.[at('变动起始月')]).toBe('2025-09');
    expect([1, 7, 9].map((month) => lines[1]?.[at(`${month}月 个人(元)`)] ?? null)).toEqual(['330.00', null, '930.00']);
  });

  it('has nobody in it where groups were typed', async () => {
    const [, ...lines] = await rowsOf(write([]));
    expect(lines).toEqual([]);
    expect((await rowsOf(write([])))[0]).toEqual(['无人']);
  });
});
