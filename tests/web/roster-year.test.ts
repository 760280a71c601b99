import { describe, expect, it } from 'vitest';
import type { RosterSummary } from '../../src/web/compute/protocol/orders.ts';
import { emptyBudget } from '../../src/web/features/budget/state.ts';
import type { LoadedRoster } from '../../src/web/features/roster/loaded-roster.ts';
import { withRoster, yearNote, yearOf } from '../../src/web/features/roster/roster-year.ts';

const TODAY = 2026;
const NAMED: RosterSummary['namedYear'] = { year: 2027, by: 'title', text: '2027年名册' };
const loaded = (name: string | null, namedYear: RosterSummary['namedYear'] = null) =>
  ({ roster: 1, name, ownYear: yearOf({ namedYear }, name, TODAY) }) as LoadedRoster;
const load = (before: ReturnType<typeof emptyBudget>, roster: LoadedRoster | null) => withRoster(before, roster, TODAY);
const empty = emptyBudget(TODAY);

describe('the year of a budget when a roster is loaded', () => {
  it('is not that of the sample once another file is there', () => {
    const sample = load(empty, loaded(null));
    expect(sample.year).toBe('2025');
    expect(load(sample, loaded('名册.xlsx')).year).toBe('2026');
    expect(load(sample, null).year).toBe('2026');
    expect(load(load(sample, null), loaded('名册.xlsx')).year).toBe('2026');
  });

  it('is that which the roster names, and that of the next roster after it', () => {
    const first = load(empty, loaded('名册2024.xlsx', NAMED));
    expect(first.year).toBe('2027');
    expect(load(first, loaded('名册2024.xlsx')).year).toBe('2024');
  });

  it('stays where somebody has set it', () => {
    const set = { ...load(empty, loaded(null)), year: '2028' };
    expect(load(set, loaded('名册.xlsx', NAMED)).year).toBe('2028');
    expect(load(set, null).year).toBe('2028');
    expect(load({ ...empty, year: ' ' }, loaded('名册.xlsx', NAMED)).year).toBe('2027');
  });

  it('is told with its reason, and another is one click away', () => {
    const note = (roster: LoadedRoster, year?: string) => yearNote({ ...load(empty, roster), ...(year && { year }) }, TODAY);
    expect(note(loaded(null))).toMatchObject({ text: 'sample', params: { year: '2025' }, instead: ['2026'] });
    expect(note(loaded('名册.xlsx'))).toMatchObject({ text: 'today', params: { year: '2026' }, instead: ['2025', '2027'] });
    expect(note(loaded('名册.xlsx', NAMED))).toMatchObject({ text: 'title', params: { text: '2027年名册' }, instead: ['2026'] });
    expect(note(loaded('名册2026.xlsx'))).toMatchObject({ text: 'file', instead: [] });
    expect(note(loaded('名册.xlsx', NAMED), '2025')).toMatchObject({
      text: 'otherThanNamed',
      params: { named: '2027' },
      instead: ['2027'],
    });
    expect(note(loaded('名册.xlsx'), '2025')).toMatchObject({ text: 'set', instead: ['2026'] });
    expect(note(loaded(null), '2026')).toMatchObject({ text: 'otherThanSample', instead: ['2025'] });
    const school = loaded('2025-2026学年名册.xlsx');
    expect(note(school)).toMatchObject({ text: 'school-year', params: { year: '2026' }, instead: ['2025'] });
    expect(note(school, '2025')).toMatchObject({ text: 'set', instead: ['2026'] });
    // While a year is being typed there is nothing to say.
    expect(note(loaded(null), '202')).toBeNull();
  });
});
