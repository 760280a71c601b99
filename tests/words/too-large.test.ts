import { describe, expect, it } from 'vitest';
import { type Fraction, wholeNumber } from '../../src/money/fraction.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { compileAmount } from '../../src/words/amount.ts';
import { AmountTooLargeError, MOST_FEN, withinBounds } from '../../src/words/amounts/too-large.ts';
import type { AmountNode } from '../../src/words/grammar/slots.ts';
import { type Amount, NOT_KNOWN } from '../../src/words/grammar/word.ts';

const amountOf = (fen: number): Amount => ({ facts: [], readings: [], parameters: [], evaluate: () => fen });
const row = { facts: [], start: 0 };
const bounded = (fen: number) => withinBounds(amountOf(fen)).evaluate(row, []);
/** A product before it is rounded, within another one. */
const boundedProduct = (fen: Fraction | null) => withinBounds({ ...amountOf(0), exact: () => fen }).exact?.(row, []);

describe('an amount that may be too large to be exact', () => {
  it('is as it is up to the bound', () => {
    for (const fen of [0, 1, MOST_FEN - 1, MOST_FEN]) expect(bounded(fen)).toBe(fen);
    for (const fen of [0, MOST_FEN]) expect(boundedProduct(wholeNumber(fen))).toEqual(wholeNumber(fen));
    expect(boundedProduct(null)).toBeNull();
    expect(withinBounds(amountOf(1))).not.toHaveProperty('exact');
    expect(bounded(NOT_KNOWN)).toBe(NOT_KNOWN);
  });

  it('is refused beyond it, and where it is no number any more', () => {
    for (const fen of [MOST_FEN + 1, Number.POSITIVE_INFINITY, Number.NaN]) {
      expect(() => bounded(fen)).toThrow(AmountTooLargeError);
      expect(() => bounded(fen)).toThrow('an amount is too large to be exact');
    }
    const half = { numerator: 2n * BigInt(MOST_FEN) + 1n, denominator: 2n };
    for (const fen of [half, wholeNumber(MOST_FEN + 1)]) expect(() => boundedProduct(fen)).toThrow('too large to be exact');
    expect(new AmountTooLargeError().name).toBe('AmountTooLargeError');
  });
});

const rate = { parameter: 'rate' };
const FIGURES: Readonly<Record<string, number>> = { double: 2_000_000, whole: 1_000_000, 'levels/rural': 1_200_000 };
const exceeds = (node: AmountNode) =>
  compileAmount(node, {
    dictionary,
    year: 2025,
    scales: [],
    figure: (key) => [FIGURES[key] ?? 10_000],
    chosen: () => 'larger',
  }).exceeds === true;
const growing = { grow: rate, yearly: 'growth', at: 'since' };

describe('whether an amount can be larger than every part of it', () => {
  it.each([
    ['a figure', rate],
    ['a cell of a table', { parameter: 'meal', by: ['area'] }],
    ['a fact', { fact: 'monthlySalary' }],
    ['a percentage', { percent: 'uplift', of: rate }],
    ['a whole', { percent: 'whole', of: rate }],
    [
      'a step, or what the one above is more',
      { scale: 'step-pay', at: 'payStep', step: 'difference', beyond: 'last-difference', given: 'payStepIncrement' },
    ],
    [
      'the step above where the last one has none',
      { scale: 'step-pay', at: 'payStep', step: 'next', beyond: 'nothing', given: 'payStepIncrement' },
    ],
    ['what another allowance pays in a month', { allowance: 'other' }],
    ['the part of a service that was not served', { part: 'unserved', unit: 'months', begun: 'served', of: rate }],
    ['an amount rounded down', { round: 'yuan', mode: 'down', of: rate }],
    ['what is left', { rest: rate, less: { percent: 'uplift', of: rate } }],
    ['an amount for each value', { match: 'degree', amounts: { none: 'nothing', masters: rate } }],
    ['a band', { by: 'payStep', bands: [{ from: 1, amount: rate }] }],
    ['a choice of these', { reading: 'which', steady: rate, larger: { fact: 'monthlySalary' } }],
  ])('%s cannot', (_name, node) => expect(exceeds(node)).toBe(false));

  it.each([
    ['several together', { combine: 'sum', of: [rate, rate] }],
    ['a percentage above 100', { percent: 'double', of: rate }],
    ['a percentage of which one cell is above 100', { percent: 'levels', by: ['area'], of: rate }],
    ['a step above the last one', { scale: 'step-pay', at: 'payStep', step: 'next', beyond: 'last-difference', given: 'payStepIncrement' }],
    ['what another allowance pays in a year', { allowance: 'other', of: 'year' }],
    ['so much for each year that was not served', { unserved: 'years', begun: 'unserved', amount: rate }],
    ['what an allowance has paid until a day', { paid: 'other' }],
    ['an amount rounded up', { round: 'yuan', mode: 'up', of: rate }],
    ['a count times a price', { times: { fact: 'payStep' }, of: rate }],
    ['what grows', growing],
    ['a percentage of what grows', { percent: 'uplift', of: growing }],
    ['what is left after what grows', { rest: rate, less: growing }],
    ['an amount for each value, of which one grows', { match: 'degree', amounts: { none: 'nothing', masters: growing } }],
    ['a choice of which one option grows', { reading: 'which', steady: rate, larger: growing }],
    ['an amount for each unit', { each: 'payStep', amount: rate }],
    ['an amount for each unit by its band', { by: 'payStep', bands: [{ from: 1, amount: rate }], progressive: true }],
    ['a band that grows', { by: 'payStep', bands: [{ from: 1, amount: growing }] }],
  ])('%s can', (_name, node) => expect(exceeds(node)).toBe(true));
});
