import { describe, expect, it } from 'vitest';
import { compareKeys, type Dimension, type KeyValue } from '../../src/budget/dimensions.ts';
import { dictionary } from '../../src/policy/bundled.ts';

const ALLOWANCES = ['transport', 'meal', 'award'];

/** Some keys in the order of their groups, whatever order they come in. */
function sorted(dimension: Dimension, keys: readonly KeyValue[]): KeyValue[] {
  const byKey = (a: KeyValue, b: KeyValue) => compareKeys(dictionary, ALLOWANCES, dimension, a, b);
  const one = keys.toSorted(byKey);
  expect(keys.toReversed().toSorted(byKey)).toEqual(one);
  return one;
}

describe('the order of groups', () => {
  it('is that of the dictionary, with what is not known last', () => {
    expect(sorted('area', [null, 'rural', 'urban'])).toEqual(['urban', 'rural', null]);
    expect(sorted('stage', ['junior', null, 'kindergarten', 'primary'])).toEqual(['kindergarten', 'primary', 'junior', null]);
  });

  it('is that of the policy for allowances, and by id for those that it does not have', () => {
    expect(sorted('allowance', ['award', 'old', 'transport', 'gone', 'meal'])).toEqual(['gone', 'old', 'transport', 'meal', 'award']);
  });

  it('is that of the calendar for months: ten after nine', () => {
    expect(sorted('month', [10, 2, 11, 1, 0])).toEqual([0, 1, 2, 10, 11]);
  });

  it('is by name for schools, with nobody’s school last', () => {
    expect(sorted('school', ['三小', null, '一小', '二小'])).toEqual(['一小', '三小', '二小', null]);
  });

  it('leaves alone what is the same, or unknown in two ways', () => {
    expect(compareKeys(dictionary, ALLOWANCES, 'area', 'urban', 'urban')).toBe(0);
    expect(compareKeys(dictionary, ALLOWANCES, 'area', null, null)).toBe(0);
    expect(compareKeys(dictionary, ALLOWANCES, 'area', undefined, 'urban')).toBe(1);
    expect(compareKeys(dictionary, ALLOWANCES, 'area', 'urban', undefined)).toBe(-1);
  });
});
