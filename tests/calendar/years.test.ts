import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anniversaryOf, dayBefore, isDate } from '../../src/calendar/month.ts';
import { completedYears, dayIn, isMonthDay, lastDayOf } from '../../src/calendar/years.ts';
import { randomRuns } from '../random-runs.ts';

const LAST_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const two = (number: number) => String(number).padStart(2, '0');
const dates = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a day of every year', () => {
  it.each(['01-01', '02-29', '04-30', '12-31', '10-09', '09-10', '08-20'])('is %s', (text) => expect(isMonthDay(text)).toBe(true));
  it.each(['', '02-30', '04-31', '06-31', '09-31', '11-31', '00-10', '13-01', '01-00', '01-32', '1-1', '2025-01-01', '01-01 ', ' 01-01'])(
    'is not “%s”',
    (text) => expect(isMonthDay(text)).toBe(false),
  );

  it('is in each year that day, or the last of its month', () => {
    expect(dayIn(2025, '02-29')).toBe('2025-02-28');
    expect(dayIn(2024, '02-29')).toBe('2024-02-29');
    expect(dayIn(2025, '02-05')).toBe('2025-02-05');
    expect(dayIn(2025, '04-31')).toBe('2025-04-30');
  });
});

describe('the last day of a month', () => {
  it('is that of the calendar', () => {
    for (const [at, days] of LAST_DAYS.entries()) expect(lastDayOf(2025, at + 1)).toBe(`2025-${two(at + 1)}-${days}`);
  });

  it.each([
    [1900, 28],
    [2000, 29],
    [2023, 28],
    [2024, 29],
    [2100, 28],
  ])('of February %i is the %ith', (year, days) => expect(lastDayOf(year, 2)).toBe(`${year}-02-${days}`));
});

describe('complete years', () => {
  it.each([
    ['2020-02-29', '2025-02-27', 4],
    ['2020-02-29', '2025-02-28', 5],
    ['2020-02-29', '2024-02-28', 3],
    ['2020-02-29', '2024-02-29', 4],
    ['2019-09-01', '2025-08-31', 5],
    ['2019-09-01', '2025-09-01', 6],
    ['2025-09-01', '2025-09-01', 0],
    ['2025-09-01', '2024-12-31', 0],
    ['2025-09-01', '2020-09-01', 0],
  ])('since %s on %s are %i', (since, on, years) => expect(completedYears(since, on)).toBe(years));
});

describe('a day some years after', () => {
  it.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2024-02-28', 1, '2025-02-28'],
    ['2023-11-05', 3, '2026-11-05'],
    ['2024-02-29', 0, '2024-02-29'],
    ['1999-12-31', 1, '2000-12-31'],
  ])('%s, %i years, is %s', (date, years, day) => expect(anniversaryOf(date, years)).toBe(day));

  it('is always a day', () => {
    fc.assert(
      fc.property(dates, fc.nat(40), (date, years) => {
        if (Number(date.slice(0, 4)) + years <= 2100) expect(isDate(anniversaryOf(date, years))).toBe(true);
      }),
      { numRuns: randomRuns(1_000) },
    );
  });
});

describe('the day before', () => {
  it.each([
    ['2025-03-01', '2025-02-28'],
    ['2024-03-01', '2024-02-29'],
    ['2025-01-01', '2024-12-31'],
    ['2025-06-15', '2025-06-14'],
  ])('%s is %s', (date, before) => expect(dayBefore(date)).toBe(before));
});
