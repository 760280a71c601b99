import { describe, expect, it } from 'vitest';
import { daysBetween, daysLater, monthsLater, wholeMonths } from '../../src/calendar/days.ts';
import { daysWithin, unbroken, wholeUnits, within } from '../../src/calendar/spells.ts';

describe('days and months', () => {
  it('goes on by days across leap days and years', () => {
    expect(daysLater('2024-02-28', 1)).toBe('2024-02-29');
    expect(daysLater('2025-02-28', 1)).toBe('2025-03-01');
    expect(daysLater('2100-02-28', 1)).toBe('2100-03-01');
    expect(daysLater('2025-01-01', -1)).toBe('2024-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
    expect(daysBetween('2025-01-02', '2025-01-01')).toBe(-1);
  });

  it('ends a month on the last day where there is no such day', () => {
    expect(monthsLater('2025-01-31', 1)).toBe('2025-02-28');
    expect(monthsLater('2024-01-31', 1)).toBe('2024-02-29');
    expect(monthsLater('2024-02-29', 12)).toBe('2025-02-28');
    expect(monthsLater('2024-12-31', 0)).toBe('2024-12-31');
    expect(monthsLater('2024-11-15', 2)).toBe('2025-01-15');
  });

  it('counts the months that are over', () => {
    expect(wholeMonths('2025-01-31', '2025-02-27')).toBe(0);
    expect(wholeMonths('2025-01-31', '2025-02-28')).toBe(1);
    expect(wholeMonths('2025-01-10', '2025-02-09')).toBe(0);
    expect(wholeMonths('2025-01-10', '2026-01-10')).toBe(12);
    expect(wholeMonths('2025-01-10', '2024-12-31')).toBe(0);
    expect(wholeUnits('2020-02-29', '2025-02-28', 'years')).toBe(5);
    expect(wholeUnits('2020-02-29', '2025-02-27', 'years')).toBe(4);
    expect(wholeUnits('2025-01-01', '2025-01-31', 'days')).toBe(30);
    expect(wholeUnits('2025-01-02', '2025-01-01', 'days')).toBe(0);
  });
});

describe('spells', () => {
  it('are one where they overlap or follow one another, whatever their order', () => {
    const spells = [
      { from: '2025-03-01', to: '2025-03-31' },
      { from: '2024-12-31', to: '2024-12-31' },
      { from: '2025-01-01', to: '2025-02-28' },
      { from: '2025-02-01', to: '2025-02-10' },
      { from: '2025-04-02', to: '2025-04-02' },
    ];
    expect(unbroken(spells)).toEqual([
      { from: '2024-12-31', to: '2025-03-31' },
      { from: '2025-04-02', to: '2025-04-02' },
    ]);
  });

  it('go on where one of them does', () => {
    expect(
      unbroken([
        { from: '2025-01-01', to: null },
        { from: '2025-02-01', to: '2025-03-01' },
      ]),
    ).toEqual([{ from: '2025-01-01', to: null }]);
    expect(
      unbroken([
        { from: '2025-01-01', to: '2025-02-01' },
        { from: '2025-02-02', to: null },
      ]),
    ).toEqual([{ from: '2025-01-01', to: null }]);
    expect(unbroken([])).toEqual([]);
  });

  it('lie within days', () => {
    expect(within({ from: '2025-01-31', to: null }, '2025-01-01', '2025-01-31')).toEqual({ from: '2025-01-31', to: '2025-01-31' });
    expect(within({ from: '2025-02-01', to: null }, '2025-01-01', '2025-01-31')).toBeNull();
    expect(daysWithin([{ from: '2024-02-20', to: '2024-03-10' }], '2024-02-01', '2024-02-29')).toBe(10);
  });
});
