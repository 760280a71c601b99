import { describe, expect, it } from 'vitest';
import { FIXTURES } from '../../scripts/roster-fixtures/all.ts';
import { readRosterFile } from '../../src/roster/files/roster-file.ts';
import type { FaultyRows } from '../../src/roster/people/faulty-rows.ts';
import { faultyRowsSheet } from '../../src/roster/people/faulty-rows.ts';
import { readRoster } from '../../src/roster/people/roster.ts';
import type { RosterPart } from '../../src/roster/people/rows.ts';
import { finish } from '../../src/roster/sheet/progress.ts';
import { isRefusal } from '../../src/roster/sheet/refusal.ts';
import { type OutCell, writeWorkbook } from '../../src/roster/xlsx/write.ts';
import { dictionary, schema } from './dictionary.ts';
import { readFile, readText } from './read.ts';

const explain = (faults: readonly { cell: string | null; code: string }[]) => faults.map(({ cell, code }) => `${cell} ${code}`).join('；');

/** A file that was read, and the sheet of its rows that have to be mended. */
function faultyRowsOf(bytes: Uint8Array) {
  const { sheet, mapping, imported } = readFile(bytes);
  if (!mapping) throw new Error('no header');
  const part: RosterPart = { sheet, mapping, without: new Set(imported.faultyRows.map(({ row }) => row)) };
  return { part, imported, faulty: faultyRowsSheet(part, 0, imported, dictionary, explain) };
}

/** The sheet as it comes back, with some cells changed by row and header. */
function comeBack({ sheet, remembered }: FaultyRows, mended: readonly (readonly [row: number, header: string, cell: OutCell])[] = []) {
  const [header = []] = sheet.rows;
  const rows = sheet.rows.map((cells, at) =>
    cells.map((cell, index) => mended.find(([row, name]) => row === at && name === header[index])?.[2] ?? cell),
  );
  const back = readFile(writeWorkbook([{ ...sheet, rows }]), { remembered });
  return { sheet: back.sheet, mapping: back.mapping as NonNullable<typeof back.mapping>, imported: back.imported };
}

describe('the rows that have to be mended', () => {
  const { part, imported, faulty } = faultyRowsOf(
    new TextEncoder().encode(
      [
        '工号,姓名,编号,用人形式,城乡,月工资总额,备注,变动起始月',
        'T1,王一,1,在编,城郊,"1,200",好,',
        'T2,李二,2,临聘,城市,3000,,',
        'T1,,,,城市,,,2025-09',
        'T9,,,,农村,,,2025-09',
        'T3,张三,3,在编,农村,abc,,',
      ].join('\n'),
    ),
  );

  it('stand with their faults, where they stood, and every row of the people concerned', () => {
    expect(faulty.sheet.rows).toEqual([
      ['问题', '原行号', '工号', '姓名', 'C列 编号', '用人形式', '城乡', '月工资总额', '备注', '变动起始月'],
      ['E2 unknown-value', 2, 'T1', '王一', '1', '在编', '城郊', '1,200', '好', null],
      ['', 4, 'T1', null, null, null, '城市', null, null, '2025-09'],
      ['A5 no-such-person', 5, 'T9', null, null, null, '农村', null, null, '2025-09'],
      ['F6 invalid-money', 6, 'T3', '张三', '3', '在编', '农村', 'abc', null, null],
    ]);
  });

  it('come back mended, beside the rows that were good', () => {
    expect(imported.teachers.map(({ record }) => record.id)).toEqual(['T2']);
    const back = comeBack(faulty, [
      [1, '城乡', '城区'],
      [3, '工号', 'T2'],
      [4, '月工资总额', 4000],
    ]);
    expect(back.mapping.columns.map(({ meaning }) => meaning)).toEqual([
      'not-read',
      'not-read',
      ...part.mapping.columns.map(({ meaning }) => meaning),
    ]);
    const { teachers, faults, faultyRows } = finish(readRoster([part, back], dictionary, schema));
    expect([faults, faultyRows]).toEqual([[], []]);
    expect(teachers).toEqual([
      {
        part: 0,
        row: 3,
        changeRows: [{ part: 1, row: 4 }],
        record: {
          id: 'T2',
          name: '李二',
          post: 'temporary',
          area: 'urban',
          monthlySalary: '3000.00',
          changes: [{ from: '2025-09', area: 'rural' }],
        },
      },
      {
        part: 1,
        row: 2,
        changeRows: [{ part: 1, row: 3 }],
        record: {
          id: 'T1',
          name: '王一',
          post: 'established',
          area: 'urban',
          monthlySalary: '1200.00',
          changes: [{ from: '2025-09', area: 'urban' }],
        },
      },
      { part: 1, row: 5, record: { id: 'T3', name: '张三', post: 'established', area: 'rural', monthlySalary: '4000.00' } },
    ]);
  });

  it('may come back unmended and go out again, in the same columns', () => {
    const [second, third] = ['zh', 'en'].map((language) => {
      const back = comeBack(faulty);
      return faultyRowsSheet(back, 0, back.imported, dictionary, explain, language as 'zh' | 'en').sheet;
    });
    expect(second?.rows[0]).toEqual(faulty.sheet.rows[0]);
    expect(second?.rows.map((row) => row.slice(2))).toEqual(faulty.sheet.rows.map((row) => row.slice(2)));
    expect(second?.columns).toEqual(faulty.sheet.columns);
    // Written in English they are not nested into Chinese columns either, and say it in English.
    expect([third?.name, ...(third?.rows[0] ?? [])].slice(0, 4)).toEqual(['Problem', 'Problem', 'Original row', '工号']);
    expect(third?.rows[0]).toHaveLength(faulty.sheet.rows[0]?.length as number);
  });

  it('are found to be people of the first part, each naming the sheet of the other', () => {
    const back = comeBack(faulty, [
      [1, '城乡', '城区'],
      [4, '工号', 'T2'],
      [4, '月工资总额', 1],
    ]);
    const { faults } = finish(readRoster([part, back], dictionary, schema));
    expect(faults.map(({ part: at, cell, code, params }) => [at, cell, code, params?.rows])).toEqual([
      [0, 'A3', 'duplicate-id', ['问题!5']],
      [1, 'C4', 'no-such-person', undefined],
      [1, 'C5', 'duplicate-id', ['#1!3']],
    ]);
  });

  it('have the numbers that were made of rows, and keep them', () => {
    const file = FIXTURES.find(({ file: name }) => name === 'identity-only.xlsx');
    const made = faultyRowsOf(file?.bytes as Uint8Array);
    expect(made.faulty.sheet.rows[0]?.slice(0, 4)).toEqual(['问题', '原行号', '工号', '姓名']);
    const back = comeBack(made.faulty, [
      [1, '工号', 'row-4'],
      [1, '姓名', '李二'],
      [1, '公民身份号码', '990101198001010014'],
    ]);
    const { teachers, faults } = finish(readRoster([made.part, back], dictionary, schema));
    expect(faults).toEqual([]);
    expect(teachers.map(({ record }) => [record.id, record.changes?.length])).toEqual([
      ['row-2', 1],
      ['row-4', 1],
    ]);
  });

  it.each(
    FIXTURES.filter(({ bytes }) => {
      const file = finish(readRosterFile(bytes, dictionary, schema));
      return !isRefusal(file) && file.imported.faultyRows.length > 0;
    }).map(({ file, bytes }) => [file, bytes] as const),
  )('of %s are refused again as long as nobody mends them', (_, bytes) => {
    const made = faultyRowsOf(bytes);
    const back = comeBack(made.faulty);
    expect(back.sheet.rows).toHaveLength(made.faulty.sheet.rows.length);
    expect(back.imported.teachers).toEqual([]);
    const { teachers, faultyRows } = finish(readRoster([made.part, back], dictionary, schema));
    expect(teachers).toEqual(made.imported.teachers);
    expect(faultyRows).toHaveLength(made.imported.faultyRows.length);
  });

  it('have written out what "as above" means where they stood', () => {
    const text =
      '学校,工号,姓名,用人形式,城乡\n甲小学,T1,王一,在编,农村\n乙小学,T2,李二,在编,郊区\n同上,T3,张三,在编,郊区\n〃,T4,赵四,在编,农村\n';
    const { part, imported, faulty } = faultyRowsOf(new TextEncoder().encode(text));
    expect(faulty.sheet.rows.slice(1).map((cells) => cells.slice(2, 4))).toEqual([
      ['乙小学', 'T2'],
      ['乙小学', 'T3'],
    ]);
    const back = comeBack(faulty, [[2, '城乡', '农村']]);
    const { teachers } = finish(readRoster([part, back], dictionary, schema));
    expect(teachers.map(({ record }) => [record.id, record.school])).toEqual([
      ['T1', '甲小学'],
      ['T4', '乙小学'],
      ['T3', '乙小学'],
    ]);
    expect(imported.teachers.map(({ record }) => record.school)).toEqual(['甲小学', '乙小学']);
  });

  it('leave no formula behind: what begins like one is text', () => {
    const made = faultyRowsOf(new TextEncoder().encode('工号,姓名,城乡\n=1+1,@王,城郊\n'));
    const back = comeBack(made.faulty);
    expect(back.sheet.rows[1]?.cells.slice(2)).toEqual(['=1+1', '@王', '城郊']);
    expect(back.sheet.rows[1]?.kinds?.slice(2)).toBe('ttt');
  });

  it('are none where nobody has to be mended', () => {
    expect(readText('工号,用人形式,城乡\nT1,在编,农村\n').imported.faultyRows).toEqual([]);
  });
});

it('what everybody must have and no column gives has a column to be filled in', () => {
  const { part, faulty } = faultyRowsOf(new TextEncoder().encode('工号,姓名,用人形式\nT1,王一,在编\nT2,李二,临聘\n'));
  expect(faulty.sheet.rows).toEqual([
    ['问题', '原行号', '工号', '姓名', '用人形式', '城乡'],
    ['null required', 2, 'T1', '王一', '在编', null],
    ['null required', 3, 'T2', '李二', '临聘', null],
  ]);
  const back = comeBack(faulty, [
    [1, '城乡', '城市'],
    [2, '城乡', '农村'],
  ]);
  const both = finish(readRoster([part, { sheet: back.sheet, mapping: back.mapping, without: new Set() }], dictionary, schema));
  expect(both.teachers.map(({ record }) => [record.id, record.area])).toEqual([
    ['T1', 'urban'],
    ['T2', 'rural'],
  ]);
});
