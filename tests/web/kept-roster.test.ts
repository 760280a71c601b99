import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { SUMMARY_SHAPE } from '../../src/web/compute/protocol/orders.ts';
import { readKeptPeople } from '../../src/web/compute/worker/kept-people.ts';
import { correctedRoster } from '../../src/web/features/roster/kept-roster.ts';
import { readFile } from '../roster/read.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;
const { imported } = readFile(readFileSync(join(import.meta.dirname, '../../examples/jinfeng-roster.csv')));
const kept = structuredClone(imported.teachers);

describe('people who were kept', () => {
  it('are the same again where the rules are', () => {
    const { teachers, lost } = readKeptPeople(policy, kept);
    expect(teachers).toEqual(kept.map(({ record, row }) => ({ record, row })));
    expect(lost).toEqual({ people: 0, faults: [] });
  });

  it('and do not fit any more are left out, each with what is wrong and in which row', () => {
    const [one, two] = kept;
    if (!one || !two) throw new Error('there are people');
    const { area: _, ...nowhere } = one.record;
    const odd: unknown[] = [
      one,
      { ...one, record: { ...one.record, post: 'no-such-post' }, row: 7 },
      { ...one, record: nowhere, row: 8 },
      { ...one, record: { ...one.record, retiredFact: true, payStep: 'x' }, row: 9 },
      { ...one, record: { ...one.record, changes: [{ from: '2025-09', area: 'moon' }] }, row: 10 },
      { record: null, row: null },
      null,
      two,
    ];
    const { teachers, lost } = readKeptPeople(policy, odd);
    expect(teachers.map(({ row }) => row)).toEqual([one.row, two.row]);
    expect(lost.people).toBe(6);
    expect(lost.faults.filter(({ row }) => row > 0).map(({ row, fact, column, code }) => [row, fact, column, code])).toEqual([
      [7, 'post', null, 'unknown-value'],
      [8, 'area', null, 'required'],
      [9, 'payStep', null, 'wrong-type'],
      [9, null, 'retiredFact', 'unknown-field'],
      [10, 'area', null, 'unknown-value'],
    ]);
    // No fault repeats what is said of somebody.
    expect(JSON.stringify(lost.faults)).not.toMatch(/no-such-post|moon|JF0/);
  });
});

describe('what is said of a roster that was kept', () => {
  const restored = { roster: 3, people: 5, lost: { people: 0, faults: [] } };
  const before = {
    shape: SUMMARY_SHAPE,
    roster: 3,
    people: 7,
    name: '名册.csv',
    faults: [],
    faultyRows: 2,
    unmapped: ['备注'],
    notes: [],
    layout: { sheets: [], sheet: 0, mapping: null, skipped: [], mended: 0 },
    lost: { people: 9, faults: [] },
  };

  it('stays, with the people who are there now', () => {
    expect(correctedRoster(before, restored)).toEqual({ ...before, people: 5, lost: null });
    const lost = { people: 2, faults: [] };
    expect(correctedRoster(before, { ...restored, lost })).toEqual({ ...before, people: 5, lost });
  });

  it('is but its name where an earlier program has kept it otherwise, and nothing where it is of another roster', () => {
    const told = {
      shape: SUMMARY_SHAPE,
      roster: 3,
      people: 5,
      lost: null,
      faults: [],
      faultyRows: 0,
      unmapped: [],
      notes: [],
      layout: null,
    };
    const { shape: _, notes: __, layout: ___, ...old } = before;
    expect(correctedRoster(old, restored)).toEqual({ ...told, name: '名册.csv' });
    expect(correctedRoster({ ...before, shape: 0, faults: 'many' }, restored)).toEqual({ ...told, name: '名册.csv' });
    for (const other of [{ ...before, roster: 4 }, {}, null, undefined, 'x']) expect(correctedRoster(other, restored)).toBeNull();
  });
});
