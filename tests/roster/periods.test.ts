import { describe, expect, it } from 'vitest';
import { extendDictionary, factOf, factsSchema } from '../../src/facts/dictionary.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { CellFault } from '../../src/roster/cells/cell-value.ts';
import { cellReader } from '../../src/roster/cells/values.ts';

const own = extendDictionary(
  dictionary,
  factsSchema.parse({
    leave: { type: 'periods', label: '请假', kinds: { sick: { zh: '病假', also: ['病休'] }, secondment: { zh: '借调' } }, default: [] },
    absence: { type: 'periods', label: '病假', kinds: { sick: { zh: '病假' } }, default: [] },
    service: { type: 'periods', label: '任职经历' },
  }),
);
const read = (fact: string, cell: string) => cellReader(factOf(own, fact))(cell, 'text');
const sick = { kind: 'sick', from: '2025-01-10', to: '2025-03-31' };

describe('periods in one cell', () => {
  it.each([
    ['病假 2025-01-10至2025-03-31', [sick]],
    ['病休2025.1.10—2025.3.31', [sick]],
    ['2025年1月10日至2025年3月31日（病假）', [sick]],
    ['病假：2025/1/10-2025/3/31', [sick]],
    ['病假20250110-20250331；借调2025年9月1日起', [sick, { kind: 'secondment', from: '2025-09-01' }]],
    ['病假2025-01-10至2025-03-31、借调2025-09-01至今', [sick, { kind: 'secondment', from: '2025-09-01' }]],
    ['病假 2025-01-10~2025-03-31\n借调 2025-09-01 至', [sick, { kind: 'secondment', from: '2025-09-01' }]],
    ['无', []],
  ])('reads %j', (cell, periods) => expect(read('leave', cell)).toEqual(periods));

  it('needs no kind where there is only one, or none', () => {
    expect(read('absence', '2025-01-10至2025-03-31')).toEqual([sick]);
    expect(read('service', '2015-09-01至2020-08-31;2022-09-01起')).toEqual([
      { from: '2015-09-01', to: '2020-08-31' },
      { from: '2022-09-01' },
    ]);
  });

  it.each([
    '2025-01-10至2025-03-31',
    '病假 2025-01-10',
    '病假 3个月',
    '产假 2025-01-10至2025-03-31',
    '病假 2025-01至2025-03',
    '病假 2025-01-10至2025-03-31 住院',
    '病假 2025-01-10、2025-03-31',
    '病假 2025-01-10至2025-03-31至2025-04-01',
    '借调',
  ])('does not guess what %j means', (cell) => expect(read('leave', cell)).toEqual(new CellFault('unclear-periods')));

  it('takes none of other periods', () => expect(read('service', '病假 2025-01-10至2025-03-31')).toEqual(new CellFault('unclear-periods')));

  it('leaves days that the calendar lacks to the schema', () =>
    expect(read('service', '2025-02-30至2025-03-31')).toEqual([{ from: '2025-02-30', to: '2025-03-31' }]));
});
