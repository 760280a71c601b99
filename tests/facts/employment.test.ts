import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMonth } from '../../src/calendar/month.ts';
import { listMonths } from '../../src/calendar/month-set.ts';
import { employmentIn } from '../../src/facts/employment.ts';
import { randomRuns } from '../random-runs.ts';
import { type EmploymentDates, hasReturned, isEmployedIn, isOverruled, leavingMonth } from '../reference/employment.ts';
import { monthsOf } from '../reference/facts.ts';

const YEAR = 2025;
const month = fc
  .tuple(fc.constantFrom(YEAR - 1, YEAR, YEAR, YEAR, YEAR + 1), fc.integer({ min: 1, max: 12 }))
  .map(([year, at]) => `${year}-${String(at).padStart(2, '0')}`);
const day = fc.tuple(month, fc.constantFrom('01', '15', '28')).map(([of, at]) => `${of}-${at}`);
const datesArbitrary: fc.Arbitrary<EmploymentDates> = fc
  .record({ employedFrom: fc.option(month), employedTo: fc.option(month), arrivedOn: fc.option(day), leftOn: fc.option(day) })
  .filter(({ employedFrom, employedTo }) => employedFrom === null || employedTo === null || employedFrom <= employedTo);

function computed({ employedFrom, employedTo, arrivedOn = null, leftOn = null }: EmploymentDates) {
  const read = (text: string | null | undefined) => (text ? parseMonth(text) : null);
  return employmentIn(YEAR, { from: read(employedFrom), to: read(employedTo), arrivedOn, leftOn });
}

const spelt = (set: number) => listMonths(set).map((at) => monthsOf(YEAR)[at]);

describe('the months of an employment', () => {
  it('are those of the rules, for any dates', () => {
    fc.assert(
      fc.property(datesArbitrary, (dates) => {
        const { months, leaves, isReturn, overruled } = computed(dates);
        expect(spelt(months)).toEqual(monthsOf(YEAR).filter((one) => isEmployedIn(one, dates)));
        expect(spelt(overruled)).toEqual(monthsOf(YEAR).filter((one) => isOverruled(one, dates)));
        expect([leaves, isReturn]).toEqual([parseMonth(leavingMonth(dates) ?? ''), hasReturned(dates)]);
      }),
      { numRuns: randomRuns(5_000, 200_000) },
    );
  });

  it.each<[string, EmploymentDates, string]>([
    ['nothing is given', {}, '1-12'],
    ['of whoever leaves, the month of leaving counts', { leftOn: '2025-03-01' }, '1-3'],
    ['of whoever comes, the month of arriving counts', { arrivedOn: '2025-09-30' }, '9-12'],
    ['away between leaving and arriving again', { leftOn: '2025-03-31', arrivedOn: '2025-09-01' }, '1-3 9-12'],
    ['leaving and coming back in one month is not to be away', { leftOn: '2025-03-05', arrivedOn: '2025-03-20' }, '1-12'],
    ['coming and leaving in one month is to be there for that month', { arrivedOn: '2025-03-05', leftOn: '2025-03-20' }, '3-3'],
    ['months win over days', { employedFrom: '2025-01', employedTo: '2025-12', arrivedOn: '2025-09-01', leftOn: '2025-10-31' }, '1-12'],
    ['a day stands in at the end that is not given', { employedFrom: '2025-02', leftOn: '2025-05-31' }, '2-5'],
    ['whoever left before being employed left another employment', { employedFrom: '2025-09', leftOn: '2025-03-31' }, '9-12'],
    ['whoever arrives after the end arrives for another', { employedTo: '2025-03', arrivedOn: '2025-09-01' }, '1-3'],
  ])('%s', (_, dates, wanted) => {
    const expected = wanted.split(' ').flatMap((part) => {
      const [from, to] = part.split('-').map(Number) as [number, number];
      return monthsOf(YEAR).slice(from - 1, to);
    });
    expect(spelt(computed(dates).months)).toEqual(expected);
  });
});
