import { describe, expect, it } from 'vitest';
import { groupByWindow, type Window, windowOver } from '../../src/engine/columns/window.ts';

const bits = (shift: number, width: number): Window => ({ shift, mask: 2 ** width - 1 });
const groupsOf = (members: readonly Window[], width = 12, size = 31) => groupByWindow(members, width, size);

describe('what is decided by bits of a word', () => {
  it('goes together where few neighbouring bits decide', () => {
    const [low, high, far] = [bits(0, 3), bits(9, 3), bits(12, 2)];
    expect(groupsOf([far, high, low])).toEqual([
      { ...bits(0, 12), members: [low, high] },
      { ...bits(12, 2), members: [far] },
    ]);
  });

  it('goes with anything where no bit decides', () => {
    const [always, high] = [bits(0, 0), bits(24, 7)];
    expect(groupsOf([high, always])).toEqual([{ ...bits(24, 7), members: [always, high] }]);
    expect(groupsOf([always])).toEqual([{ ...bits(0, 0), members: [always] }]);
    const elsewhere = { shift: 20, mask: 0 };
    expect(groupsOf([bits(0, 3), elsewhere, high], 7)).toEqual([
      { ...bits(0, 3), members: [elsewhere, bits(0, 3)] },
      { ...bits(24, 7), members: [high] },
    ]);
  });

  it.each([
    ['the wider of two', bits(0, 12), bits(2, 3), bits(0, 12)],
    ['both and what is between', bits(9, 3), bits(2, 3), bits(2, 10)],
    ['the one of which bits decide', bits(3, 2), bits(9, 0), bits(3, 2)],
  ])('lies in a window of %s', (_title, one, other, both) => {
    expect(windowOver(one, other)).toEqual(both);
    expect(windowOver(other, one)).toEqual(both);
  });

  it('has a bit for each member of a group, however many are decided by the same', () => {
    const groups = groupsOf(Array.from({ length: 70 }, () => bits(4, 1)));
    expect(groups.map(({ members }) => members.length)).toEqual([31, 31, 8]);
  });

  it('reaches to the last bit of a word', () => {
    const [first, last] = [bits(0, 1), bits(30, 1)];
    expect(groupsOf([first, last], 31)).toEqual([{ shift: 0, mask: 0x7fffffff, members: [first, last] }]);
    expect(groupsOf([first, last], 30)).toHaveLength(2);
  });
});
