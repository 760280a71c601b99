import { describe, expect, it } from 'vitest';
import { findHeader } from '../../src/roster/columns/header.ts';
import { suggestMapping } from '../../src/roster/columns/suggest.ts';
import type { Merge, Sheet } from '../../src/roster/sheet/sheet.ts';
import { dictionary } from './dictionary.ts';

/** A sheet as a spreadsheet has it; `null` for a row without anything in it. */
function sheetOf(rows: readonly (readonly string[] | null)[], merges: readonly Merge[] = [], format: Sheet['format'] = 'xlsx'): Sheet {
  const filled = rows.flatMap((cells, index) => (cells ? [{ number: index + 1, cells }] : []));
  return { format, name: '', rows: filled, merges, malformed: [], hiddenRows: 0 };
}

function meanings(cells: readonly string[]) {
  const mapping = suggestMapping(sheetOf([cells]), dictionary);
  const read = mapping?.columns.filter(({ by }) => by === 'header').map(({ header, meaning }) => [header, meaning]);
  return read && Object.fromEntries(read);
}

const place = (sheet: Sheet) => {
  const header = findHeader(sheet, dictionary);
  return header && [header.top, header.bottom];
};

describe('findHeader', () => {
  it('knows the label of every fact, in either language, and its id', () => {
    const ids = dictionary.facts.map(({ id }) => id);
    for (const name of [
      (at: number) => dictionary.facts[at]?.label.zh,
      (at: number) => dictionary.facts[at]?.label.en,
      (at: number) => ids[at],
    ]) {
      const header = findHeader(sheetOf([ids.map((_, at) => name(at) ?? '')]), dictionary);
      expect(header?.cells.map(({ found }) => found?.meaning)).toEqual(ids);
    }
  });

  it('knows every further header', () => {
    for (const fact of dictionary.facts) {
      const other = fact.id === 'name' ? '工号' : '姓名';
      for (const name of fact.headers) expect(meanings([other, name])?.[name]).toBe(fact.id);
    }
  });

  it('knows further headers, wide brackets and spread characters', () => {
    expect(meanings(['教师编号', '姓 名', '乡镇（街道）', '人员\n类别', '变动起始月', '身份证号码'])).toEqual({
      教师编号: 'id',
      '姓 名': 'name',
      '乡镇（街道）': 'town',
      '人员\n类别': 'post',
      变动起始月: 'change-month',
      身份证号码: 'identity-card',
    });
  });

  it.each([
    ['*工号', 'id'],
    ['★姓名', 'name'],
    ['月工资总额（元）', 'monthlySalary'],
    ['城乡[必填]', 'area'],
    ['是否班主任', 'classTeacher'],
    ['*是否为校长（是/否）', 'principal'],
    ['学段：', 'stage'],
  ])('knows %s by what is around it', (header, meaning) => {
    const other = meaning === 'name' ? '工号' : '姓名';
    expect(meanings([header, other])?.[header]).toBe(meaning);
  });

  it('passes over titles, also one that looks like a header', () => {
    expect(place(sheetOf([['学校'], ['2025年名册', '', ''], null, ['工号', '姓名', '学校'], ['1', '王', '一小']]))).toEqual([4, 4]);
  });

  it('takes the better of two headers for one fact, whichever comes first', () => {
    for (const cells of [
      ['编号', '工号', '姓名'],
      ['工号', '编号', '姓名'],
    ]) {
      expect(meanings(cells)).toEqual({ 工号: 'id', 姓名: 'name' });
    }
  });

  it('finds none where no row names two', () => {
    for (const rows of [[['姓名'], ['甲', '乙'], []], []]) expect(findHeader(sheetOf(rows), dictionary)).toBeNull();
  });
});

describe('a header of two lines', () => {
  const merges: Merge[] = [
    { top: 1, bottom: 1, left: 0, right: 4 },
    { top: 2, bottom: 3, left: 0, right: 0 },
    { top: 2, bottom: 3, left: 1, right: 1 },
    { top: 2, bottom: 2, left: 2, right: 3 },
    { top: 2, bottom: 3, left: 4, right: 4 },
  ];
  const rows = [
    ['金凤区教师名册'],
    ['工号', '姓名', '骨干教师', '', '城乡'],
    ['', '', '级别', '认定年份'],
    ['T1', '王一', '区级', '2020', '城区'],
  ];

  it('is read by its merged cells, the upper word before the lower', () => {
    const sheet = sheetOf(rows, merges);
    expect(place(sheet)).toEqual([2, 3]);
    const mapping = suggestMapping(sheet, dictionary);
    expect(mapping?.columns.map(({ header, meaning }) => [header, meaning])).toEqual([
      ['工号', 'id'],
      ['姓名', 'name'],
      ['骨干教师/级别', 'backboneLevel'],
      ['骨干教师/认定年份', 'not-read'],
      ['城乡', 'area'],
    ]);
  });

  it('is read by its gaps in a CSV', () => {
    const sheet = sheetOf(rows, [], 'csv');
    expect(place(sheet)).toEqual([2, 3]);
    expect(suggestMapping(sheet, dictionary)?.columns[2]).toMatchObject({ header: '骨干教师/级别', meaning: 'backboneLevel' });
  });

  it('is not seen in people below columns without a header', () => {
    const people = sheetOf(
      [
        ['工号', '姓名', '', ''],
        ['T1', '王一', 'x', 'y'],
      ],
      [],
      'csv',
    );
    expect(place(people)).toEqual([1, 1]);
  });
});
