import { describe, expect, it } from 'vitest';
import { quantile, spreadOf } from '../../bench/statistics.ts';

describe('what several rounds came to', () => {
  it('is the median with the least and the most, in whatever order they came', () => {
    expect(spreadOf([30, 9, 100])).toEqual({ median: 30, least: 9, most: 100 });
    expect(spreadOf([7])).toEqual({ median: 7, least: 7, most: 7 });
  });

  it('takes the lower of two in the middle', () => {
    expect(quantile([4, 1, 3, 2], 0.5)).toBe(2);
  });

  it('has 95 of a hundred at or under the 95th percentile', () => {
    const values = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect(quantile(values, 0.95)).toBe(95);
    expect(quantile([1, 2], 0.95)).toBe(2);
  });

  it('is nothing where nothing was measured', () => {
    expect(() => spreadOf([])).toThrow('nothing was measured');
  });
});
