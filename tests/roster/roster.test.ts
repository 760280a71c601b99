import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../src/roster/cells/roster-import.ts';
import { headersNotRead } from '../../src/roster/columns/mapping.ts';
import { readText } from './read.ts';

const HEADER = '工号,姓名,用人形式,城乡,考核结果,月工资总额,入职年月,离职年月,变动起始月';
const read = (...lines: string[]) => readText([HEADER, ...lines].join('\r\n')).imported;

describe('readRoster', () => {
  it('reads a person', () => {
    expect(read('T1,王一,在编,农村,合格,"1,200.5",2020年9月,,')).toEqual({
      teachers: [
        {
          part: 0,
          row: 2,
          record: {
            id: 'T1',
            name: '王一',
            post: 'established',
            area: 'rural',
            assessment: 'passed',
            monthlySalary: '1200.50',
            employedFrom: '2020-09',
          },
        },
      ],
      faults: [],
      faultyRows: [],
      skipped: [],
      notes: [],
    });
  });

  it('lays rows of changes beside the row of the person, wherever they stand, and leaves out what is blank', () => {
    const { teachers, faults } = read(
      'T1,,,城市,,,,,2025/9',
      'T1,王一,在编,农村,合格,,,,',
      'T2,李二,临聘,城市,,,,,',
      'Ｔ1,王一,,,不合格,,,,202503',
    );
    expect(faults).toEqual([]);
    expect(teachers.map(({ row }) => row)).toEqual([3, 4]);
    expect(teachers[0]?.record.changes).toEqual([
      { from: '2025-09', area: 'urban' },
      { from: '2025-03', assessment: 'failed' },
    ]);
    expect(teachers[1]?.record).not.toHaveProperty('changes');
  });

  it('leaves out a person of whom any row has a fault, with all the faults, and goes on', () => {
    const { teachers, faults } = read(
      'T1,王一,在编,城郊,,abc,,,',
      'T1,,,,良好,,,,2025-09',
      'T2,李二,临聘,城市,,,,,',
      'T2,,,,,,,,2025-13',
      'T3,张三,临聘,城市,,,,,',
    );
    expect(teachers.map(({ record }) => record.id)).toEqual(['T3']);
    expect(faults).toEqual(
      [
        { row: 2, column: '城乡', fact: 'area', code: 'unknown-value' },
        { row: 2, column: '月工资总额', fact: 'monthlySalary', code: 'invalid-money' },
        { row: 3, column: '考核结果', fact: 'assessment', code: 'unknown-value' },
        { row: 5, column: '变动起始月', fact: null, code: 'invalid-month' },
      ].map((fault) => expect.objectContaining(fault)),
    );
  });

  it.each([
    ['a required fact that is blank', 'T1,王一,在编,,,,,,', '城乡', 'area', 'required'],
    ['a negative amount', 'T1,王一,在编,农村,,－5,,,', '月工资总额', 'monthlySalary', 'negative-money'],
    ['a month that there is not', 'T1,王一,在编,农村,,,2025-13,,', '入职年月', 'employedFrom', 'invalid-month'],
    ['an end before the beginning', 'T1,王一,在编,农村,,,2025-09,2025-03,', '离职年月', 'employedTo', 'invalid-period'],
    ['a person without a number', ',王一,在编,农村,,,,,', '工号', 'id', 'required'],
    ['a change without a number', ',,,农村,,,,,2025-09', '工号', 'id', 'required'],
    ['a change of nobody', 'T9,,,农村,,,,,2025-09', '工号', 'id', 'no-such-person'],
    ['a row that has slipped', 'T1,王一,在编,农村,,1,200,,,,2025-09', null, null, 'extra-cells'],
    ['a row that has slipped and ends blank', 'T1,王一,在编,农村,,1,200,,,', null, null, 'extra-cells'],
    ['a line break in a staff number', '"T\n1",王一,在编,农村,,,,,', '工号', 'id', 'invalid-text'],
  ])('refuses %s', (_, line, column, fact, code) => {
    const { teachers, faults } = read(line);
    expect(teachers).toEqual([]);
    expect(faults).toContainEqual(expect.objectContaining({ row: 2, column, fact, code }));
  });

  it('refuses every row of a number that several people have, however it is written, and names the others', () => {
    const { teachers, faults, faultyRows } = read(
      '12,王一,在编,农村,,,,,',
      ' １２ ,李二,临聘,城市,,,,,',
      '12,,,城市,,,,,2025-09',
      '13,张三,在编,农村,,,,,',
    );
    expect(teachers.map(({ row }) => row)).toEqual([5]);
    const fault = { part: 0, column: '工号', fact: 'id', code: 'duplicate-id' };
    expect(faults).toEqual([
      { ...fault, row: 2, cell: 'A2', params: { rows: ['3'] } },
      { ...fault, row: 3, cell: 'A3', params: { rows: ['2'] } },
    ]);
    expect(faultyRows).toEqual([
      { part: 0, row: 2, id: '12' },
      { part: 0, row: 3, id: '１２' },
      { part: 0, row: 4, id: '12' },
    ]);
  });

  it('refuses two changes of a person in one month', () => {
    const { faults } = read('T1,王一,在编,农村,,,,,', 'T1,,,城市,,,,,2025-09', 'T1,,,农村,,,,,2025年9月');
    expect(faults).toEqual([{ part: 0, row: 4, cell: 'I4', column: '变动起始月', fact: null, code: 'duplicate-change' }]);
  });

  it('lets a change repeat what never changes, and refuses one that says otherwise', () => {
    const { teachers, faults } = read(
      'T1,王一,在编,农村,,,,,',
      'T1,王一 ,,城市,,,,,2025-09',
      'T2,李二,在编,农村,,,,,',
      'T2,李三,,城市,,,,,2025-09',
    );
    expect(teachers.map(({ record }) => record.id)).toEqual(['T1']);
    expect(faults).toEqual([{ part: 0, row: 5, cell: 'B5', column: '姓名', fact: 'name', code: 'not-monthly' }]);
  });

  it('skips titles, repeated headers, blank rows, totals and signatures, and counts their rows', () => {
    const text = [
      '金凤区名册,,',
      '',
      HEADER,
      'T1,王一,在编,农村,,,,,',
      ',,,',
      HEADER,
      'T2,李二,在编,农村,,,,,',
      '合 计,2人',
      '制表人：,,',
      '',
    ].join('\n');
    const { teachers, skipped, faults } = readText(text).imported;
    expect(teachers.map(({ row }) => row)).toEqual([4, 7]);
    expect(faults).toEqual([]);
    expect(skipped.map(({ first, last, reason }) => `${first}-${last} ${reason}`)).toEqual([
      '1-2 title',
      '5-5 blank',
      '6-6 header',
      '8-9 footer',
    ]);
  });

  it('does not take a person for a footer', () => {
    expect(read('T1,合计,在编,农村,,,,,', 'T2,注,在编,农村,,,,,').teachers).toHaveLength(2);
  });

  it('reads tabs and semicolons as well', () => {
    for (const delimiter of ['\t', ';']) {
      const { teachers } = readText(`${HEADER}\nT1,王一,在编,农村,,,,,\n`.replaceAll(',', delimiter)).imported;
      expect(teachers).toHaveLength(1);
    }
  });

  it.each([
    ['no header row', '甲,乙\n丙,丁', { row: 1, column: null, fact: null, code: 'no-header' }],
    ['no staff number', '姓名,城乡\n王一,农村', { row: 1, column: null, fact: 'id', code: 'missing-column' }],
    ['a header twice', '工号,城乡,城乡\nT1,农村,城市', { row: 1, column: '城乡', fact: 'area', code: 'duplicate-column' }],
    ['an open quote', '工号,城乡\n"T1,农村\nT2,农村', { row: 2, column: null, fact: null, code: 'malformed-csv' }],
  ])('reads nobody from a sheet with %s', (_, text, fault) => {
    expect(readText(text).imported).toMatchObject({ teachers: [], faults: [fault] });
  });

  it('lists headers without a fact', () => {
    const { mapping } = readText('序号,工号,用人形式,城乡,备注\n1,T1,在编,农村,好');
    expect(mapping && headersNotRead(mapping)).toEqual(['序号', '备注']);
  });

  it('lists each code once', () => {
    expect(new Set(FAULT_CODES).size).toBe(FAULT_CODES.length);
  });
});
