import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extremesOf } from '../../src/budget/extremes.ts';

const part = (...ways: (readonly [chosen: Record<string, string>, fen: number])[]) =>
  ways.map(([chosen, fen]) => ({ chosen, fen: BigInt(fen) }));
const span = (...parts: ReturnType<typeof part>[]) => {
  const { leastFen, mostFen } = extremesOf(parts);
  return [Number(leastFen), Number(mostFen)];
};

const READINGS = ['a', 'b', 'c', 'd'] as const;
const OPTIONS = ['x', 'y'] as const;

/** Every way to choose an option of each of some readings. */
function waysOf(readings: readonly string[]): Record<string, string>[] {
  return readings.reduce<Record<string, string>[]>(
    (ways, reading) => ways.flatMap((way) => OPTIONS.map((option) => ({ ...way, [reading]: option }))),
    [{}],
  );
}

/** A part that rests on some readings, with a sum for each way to choose them. */
const parts = fc.subarray([...READINGS]).chain((readings) => {
  const ways = waysOf(readings);
  return fc
    .array(fc.integer({ min: 0, max: 99 }), { minLength: ways.length, maxLength: ways.length })
    .map((sums) => part(...ways.map((way, at) => [way, sums[at] as number] as const)));
});

describe('the least and the most of a sum', () => {
  it('are those of all ways to choose, one by one', () => {
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 5 }), (list) => {
        const sums = waysOf(READINGS).map((way) => {
          const fitting = ({ chosen }: { chosen: Record<string, string> }) =>
            Object.entries(chosen).every(([id, option]) => way[id] === option);
          return list.reduce((sum, one) => sum + Number(one.find(fitting)?.fen ?? 0n), 0);
        });
        expect(span(...list)).toEqual([Math.min(...sums), Math.max(...sums)]);
      }),
      { numRuns: 200 },
    );
  });

  it('is the sum where nothing is open', () => {
    expect(span(part([{}, 5]), part([{}, 7]))).toEqual([12, 12]);
    expect(span()).toEqual([0, 0]);
  });

  it('adds up parts that rest on readings of their own', () => {
    expect(span(part([{ a: 'x' }, 1], [{ a: 'y' }, 3]), part([{ b: 'x' }, 10], [{ b: 'y' }, 40]))).toEqual([11, 43]);
  });

  it('gives a reading one option in all parts', () => {
    expect(span(part([{ a: 'x' }, 1], [{ a: 'y' }, 3]), part([{ a: 'x' }, 40], [{ a: 'y' }, 10]))).toEqual([13, 41]);
  });

  it('goes on to a reading that matters under one option alone', () => {
    const nested = part([{ a: 'x', b: 'x' }, 1], [{ a: 'x', b: 'y' }, 9], [{ a: 'y' }, 5]);
    expect(span(nested, part([{ b: 'x' }, 0], [{ b: 'y' }, 100]))).toEqual([1, 109]);
    expect(span(nested, part([{ a: 'x' }, 0], [{ a: 'y' }, 100]))).toEqual([1, 105]);
  });
});
