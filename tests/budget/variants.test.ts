import { describe, expect, it } from 'vitest';
import { Variants } from '../../src/budget/variants.ts';
import { readSettings } from '../../src/contract/wire/settings.ts';
import { planRun } from '../../src/engine/plan.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';

const policy = bundledPolicies.get('jinfeng-2021') as Policy;

describe('another plan for many people', () => {
  const master = { post: 'temporary', area: 'urban', commute: 'near', masterLevel: 'district', assessment: 'passed' };
  const { assessment: _, ...unassessed } = master;
  const flags = { principal: true, classTeacher: true, boardingSchool: true, townshipSchool: true };
  const flagged = ['principal/monthly', 'class-teacher/monthly', 'boarding/monthly', 'township/monthly'];
  const figures = ['meal/urban', 'master/district/urban', 'transport/near', ...flagged];
  const large = Object.fromEntries(figures.map((figure) => [figure, '999999999999.99']));

  /** What 600 masters come to who must be assessed, one of whom at some place is another. */
  function figuresOf(at: number, other: Record<string, unknown>, parameters: Record<string, unknown> = {}) {
    const read = readSettings(policy, { readings: { 'master-assessment': 'required' }, parameters });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const variants = new Variants([planRun(policy, { year: 2025, ...read.value })], 0);
    const reader = new TeacherReader(policy.dictionary, policy.document.requires, variants.packing);
    for (let place = 0; place < 600; place++) {
      expect(reader.read({ ...(place === at ? other : master), id: `P${place}` })).toBe(true);
      const teacher = reader.toTeacher();
      variants.add(teacher, variants.judge(teacher, reader), 1, 0n, reader);
    }
    return variants.close()[0];
  }

  it.each([
    ['the first', 0],
    ['one after some hundred', 400],
    ['the last', 599],
  ])('is incomplete where something is missing of %s', (_title, at) => {
    expect(figuresOf(at, master)?.isComplete).toBe(true);
    expect(figuresOf(at, unassessed)?.isComplete).toBe(false);
  });

  it('is so too, and adds up, where one comes to more than numbers hold', () => {
    const found = figuresOf(400, { ...master, ...flags }, large);
    // Meals, transport and the award in ten months; one has four more figures, in twelve.
    const months = 600n * 3n * 10n + 4n * 12n;
    expect(found).toMatchObject({ personalFen: months * 99_999_999_999_999n, gaining: 600, losing: 0, unchanged: 0, isComplete: true });
    expect(figuresOf(400, { ...unassessed, ...flags }, large)?.isComplete).toBe(false);
  });
});
