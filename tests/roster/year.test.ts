import { describe, expect, it } from 'vitest';
import { yearIn, yearOfRoster } from '../../src/roster/people/year.ts';

describe('the year that a roster names', () => {
  it.each([
    ['2026年西吉县教师花名册', 2026],
    ['西吉县第一小学２０２６年度在职教师名册', 2026],
    ['二〇二六年教师名册', 2026],
    ['二零二六年教师名册', 2026],
    ['名册2026.xlsx', 2026],
    ['名册-2026-03.csv', 2026],
    ['20260301名册.xlsx', 2026],
    ['202603 花名册.xlsx', 2026],
    // As an export of this page is called, with the day of the export.
    ['教师津贴预算-2025-20261130.xlsx', 2025],
    // A year as such goes before that of a date.
    ['2026年教师名册（制表日期：2025年12月20日）', 2026],
    ['教师名册 2025年 制表日期:2026年1月5日', 2025],
    ['名册-2026-11.csv', 2026],
    ['2026-12名册', 2026],
    ['2025/12/31 名册', 2025],
    ['编制2026年教师津贴预算名册', 2026],
    ['统计2025年度在职教师', 2025],
    // The document is of another year than the roster.
    ['依据银金党办发〔2021〕60号 2026年名册', 2026],
  ])('%s', (text, year) => expect(yearIn(text)).toBe(year));

  it.each([
    '教师花名册',
    '银金党办发〔2021〕60号',
    // A school year is of two calendar years: which is meant is for a person to say.
    '2025—2026学年度第一学期教师名册',
    '2025-2026名册.xlsx',
    '2025年、2026年教师名册',
    '联系电话 09512026123',
    '名册12026.xlsx',
    '20269901.xlsx',
    // When it was made is not what it is of.
    '制表日期：2026年1月5日',
    '填表时间 2026.1.5',
    '打印 2026-01-05',
    '实施方案（2022年修订）标准下的名册',
    '打印日期2026-01-05',
    // So many people, not a year.
    '名册2000.xlsx',
    '',
  ])('none: %s', (text) => expect(yearIn(text)).toBeNull());

  it('is that of the title before that of the sheet before that of the file', () => {
    expect(yearOfRoster(['西吉县', '2026年名册 '], '2025年', '2024.xlsx')).toEqual({ year: 2026, by: 'title', text: '2026年名册' });
    expect(yearOfRoster(['名册'], '2025年', '2024.xlsx')).toEqual({ year: 2025, by: 'sheet', text: '2025年' });
    expect(yearOfRoster([], '', '2024.xlsx')).toEqual({ year: 2024, by: 'file', text: '2024.xlsx' });
    expect(yearOfRoster([], 'Sheet1', '名册.xlsx')).toBeNull();
  });

  it('is one of two where only a school year is named', () => {
    const text = '2025—2026学年度教师名册';
    expect(yearOfRoster([text], 'Sheet1', '名册.xlsx')).toEqual({ year: 2026, by: 'school-year', text });
    expect(yearOfRoster([text], 'Sheet1', '2026年.xlsx')).toMatchObject({ year: 2026, by: 'file' });
    expect(yearOfRoster([], '', '2025-26学年.xlsx')).toMatchObject({ year: 2026, by: 'school-year' });
    expect(yearOfRoster(['2023-2026年规划'], '', '')).toBeNull();
  });
});
