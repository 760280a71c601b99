import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMonth, isDate, MONTH_PATTERN, monthOfDate, parseMonth, parseYear } from '../../src/calendar/month.ts';
import { ALL_MONTHS, countMonths, firstMonths, lastMonth, listMonths, monthsBetween, stretchesOf } from '../../src/calendar/month-set.ts';
import { formatPeriod, periodOf, wholeYear, yearsIn } from '../../src/calendar/period.ts';
import { randomRuns } from '../random-runs.ts';

describe('months', () => {
  it('reads real months only', () => {
    expect(formatMonth(parseMonth('2025-03') as number)).toBe('2025-03');
    expect(
      ['2025-00', '2025-13', '2025-3', '2025-03-01', '25-03', '２０２５-03', '2025/03', '2101-01', '1899-12', ''].map(parseMonth),
    ).toEqual(Array(10).fill(null));
    expect(['1900-01', '2000-01', '2100-12'].map((text) => formatMonth(parseMonth(text) as number))).toEqual([
      '1900-01',
      '2000-01',
      '2100-12',
    ]);
  });

  it('reads exactly what its grammar says, which schemas show', () => {
    const grammar = new RegExp(MONTH_PATTERN);
    const text = fc.oneof(fc.stringMatching(/^(18|19|20|21)\d\d-[012]\d$/), fc.stringMatching(/^[0-9-]{6,8}$/), fc.string());
    fc.assert(
      fc.property(text, (one) => {
        expect(parseMonth(one) !== null).toBe(grammar.test(one));
      }),
      { numRuns: randomRuns(5_000) },
    );
  });

  it('reads no month in which one character is no digit', () => {
    for (const at of [0, 1, 2, 3, 5, 6]) {
      // The characters beside the digits would still make a number.
      for (const stray of ['/', ':', 'a', ' ', '-', '３']) {
        for (const month of ['2025-03', '2019-11', '2100-09']) {
          const text = month.slice(0, at) + stray + month.slice(at + 1);
          expect([text, parseMonth(text)]).toEqual([text, null]);
        }
      }
    }
  });

  it('reads the years that are budgeted for', () => {
    expect(['2000', '2025', '2100'].map(parseYear)).toEqual([2000, 2025, 2100]);
    expect(['1999', '2101', '', '202', '20255', '02025', '2025 ', ' 2025', '202a', '2e3', '２０２５'].map(parseYear)).toEqual(
      Array(11).fill(null),
    );
  });

  it('reads real days only', () => {
    expect(['2024-02-29', '2000-02-29', '2025-12-31', '2025-01-01', '2025-02-28'].map(isDate)).toEqual(Array(5).fill(true));
    expect(['2025-01-011', '2025-01-01 ', ' 2025-01-01', '2025-01-0', '2025-01-0a', '2025/01/01'].map(isDate)).toEqual(
      Array(6).fill(false),
    );
    expect(
      ['2025-02-29', '2100-02-29', '2025-04-31', '2025-1-1', '2025-01', '2025-01-00', '2025-01-01T00:00:00Z', '1899-01-01'].map(isDate),
    ).toEqual(Array(8).fill(false));
    expect(monthOfDate('2025-03-15')).toBe(parseMonth('2025-03'));
  });
});

describe('sets of months', () => {
  it('counts, lists and takes the first', () => {
    const summerOff = ALL_MONTHS & ~monthsBetween(6, 8);
    expect(countMonths(summerOff)).toBe(10);
    expect(listMonths(firstMonths(summerOff, 7))).toEqual([0, 1, 2, 3, 4, 5, 8]);
    expect(lastMonth(summerOff)).toBe(11);
    expect(monthsBetween(5, 5)).toBe(0);
    expect(firstMonths(summerOff, 0)).toBe(0);
    expect(firstMonths(0b101, 12)).toBe(0b101);
    expect(firstMonths(0b101, Number.POSITIVE_INFINITY)).toBe(0b101);
  });

  it('has none between a month and an earlier one', () => {
    for (let start = 0; start <= 12; start++) {
      for (let end = 0; end <= 12; end++) {
        expect(listMonths(monthsBetween(start, end))).toEqual(Array.from({ length: Math.max(0, end - start) }, (_, at) => start + at));
      }
    }
  });

  it('falls into unbroken stretches', () => {
    expect(stretchesOf(0)).toEqual([]);
    expect(stretchesOf(ALL_MONTHS)).toEqual([{ start: 0, end: 12 }]);
    expect(stretchesOf(0b1000_0110_0001)).toEqual([
      { start: 0, end: 1 },
      { start: 5, end: 7 },
      { start: 11, end: 12 },
    ]);
    for (let set = 0; set <= ALL_MONTHS; set++) {
      const stretches = stretchesOf(set);
      expect(stretches.reduce((all, { start, end }) => all | monthsBetween(start, end), 0)).toBe(set);
      // Each ends before the next begins, with a month between them.
      for (const [at, { start, end }] of stretches.entries())
        expect([start < end, (stretches[at + 1]?.start ?? 14) > end]).toEqual([true, true]);
    }
  });
});

describe('periods', () => {
  const month = (text: string) => parseMonth(text) as number;

  it('are cut into years', () => {
    const period = { from: month('2024-07'), to: month('2026-02') };
    expect(yearsIn(period)).toEqual([
      { year: 2024, months: monthsBetween(6, 12) },
      { year: 2025, months: ALL_MONTHS },
      { year: 2026, months: monthsBetween(0, 2) },
    ]);
    expect(yearsIn({ from: month('2025-03'), to: month('2025-03') })).toEqual([{ year: 2025, months: 1 << 2 }]);
    expect(yearsIn(wholeYear(2025))).toEqual([{ year: 2025, months: ALL_MONTHS }]);
    expect(formatPeriod(period)).toEqual({ from: '2024-07', to: '2026-02' });
  });

  it('have all of their months, each in its year', () => {
    const index = fc.integer({ min: month('2000-01'), max: month('2100-12') });
    fc.assert(
      fc.property(index, fc.nat({ max: 200 }), (from, more) => {
        const years = yearsIn({ from, to: from + more });
        const months = years.flatMap(({ year, months: set }) => listMonths(set).map((at) => year * 12 + at));
        expect(months).toEqual(Array.from({ length: more + 1 }, (_, at) => from + at));
        const [first, last] = [years[0], years.at(-1)].map((part) => part && periodOf(part));
        expect([first?.from, last?.to]).toEqual([from, from + more]);
      }),
    );
  });
});
