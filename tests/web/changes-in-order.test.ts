import { expect, it } from 'vitest';
import { changesInOrder } from '../../src/web/features/hand-in/paper/changes-in-order.ts';

it('lists the changes of a year by month, whatever their order in the roster', () => {
  const [september, march, also] = [
    { from: '2025-09', area: 'urban' },
    { from: '2025-03', area: 'rural' },
    { from: '2025-09', commute: 'far' },
  ];
  expect(changesInOrder([september, march, also])).toEqual([march, september, also]);
});
