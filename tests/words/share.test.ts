import { describe, expect, it } from 'vitest';
import { dictionary } from '../../src/policy/bundled.ts';
import { compileAmount } from '../../src/words/amount.ts';
import type { AmountNode } from '../../src/words/grammar/slots.ts';

/** Percentages of the months of a year, in millionths. */
const FIGURES: Readonly<Record<string, readonly (number | null)[]>> = {
  tenth: new Array(12).fill(100_000),
  rising: [...new Array(6).fill(100_000), ...new Array(6).fill(200_000)],
  late: [...new Array(11).fill(100_000), 200_000],
  awaited: new Array(12).fill(null),
};

const shareOf = (node: AmountNode) =>
  compileAmount(node, {
    dictionary,
    year: 2025,
    scales: [],
    figure: (key) => FIGURES[key] ?? (FIGURES.tenth as readonly number[]),
    chosen: () => 'larger',
  }).share ?? null;

const salary = { fact: 'monthlySalary' };

describe('an amount that is a share of one number of the person', () => {
  it.each([
    ['the number itself', salary, 1_000_000],
    ['a percentage of it that is the same all year', { percent: 'tenth', of: salary }, 100_000],
    ['what is given where no scale is in force', { scale: 'step-pay', at: 'payStep', step: 'own', given: 'monthlySalary' }, 1_000_000],
  ])('is %s', (_title, node, percentUnits) => {
    expect(shareOf(node as AmountNode)).toEqual({ fact: 'monthlySalary', percentUnits });
  });

  it.each([
    ['a percentage that changes within the year', { percent: 'rising', of: salary }],
    ['one that changes in its last month', { percent: 'late', of: salary }],
    ['one that is awaited', { percent: 'awaited', of: salary }],
    ['the cell of a table', { percent: 'levels', by: ['area'], of: salary }],
    ['a percentage of a percentage, which is rounded twice', { percent: 'tenth', of: { percent: 'tenth', of: salary } }],
    ['a percentage of a figure', { percent: 'tenth', of: { parameter: 'rate' } }],
  ])('is not %s', (_title, node) => {
    expect(shareOf(node as AmountNode)).toBeNull();
  });
});
