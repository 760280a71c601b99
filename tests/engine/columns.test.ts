import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettings } from '../../src/contract/settings.ts';
import { Columns } from '../../src/engine/columns/columns.ts';
import { layOut } from '../../src/engine/columns/layout.ts';
import { compileTables } from '../../src/engine/columns/tables.ts';
import { ColumnSums } from '../../src/engine/columns/totals.ts';
import { entitle } from '../../src/engine/entitle.ts';
import { monthsOf } from '../../src/engine/explain.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { totalsOf } from '../../src/engine/totals.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { AmountTooLargeError } from '../../src/words/too-large.ts';
import {
  parametersArbitrary,
  placesArbitrary,
  readingsArbitrary,
  teacherArbitraryOf,
  teachersArbitrary,
} from '../reference/arbitraries.ts';
import { orderArbitrary } from '../words/random-people.ts';
import { datesArbitrary } from '../words/random-policy.ts';

const runs = process.env.JINTIE_DEEP ? 100_000 : 2_000;
const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;

/** The same by the engine, person by person. */
function oneByOne(plan: Plan, records: readonly object[]) {
  const reader = new TeacherReader(plan.policy.dictionary, plan.policy.document.requires);
  const byRow = plan.rows.map(() => 0n);
  const byMonth = Array.from({ length: 12 }, () => 0n);
  const people = records.map((record) => {
    expect(reader.read(record)).toBe(true);
    const entitlement = entitle(plan, reader.toTeacher());
    for (const item of entitlement.items) {
      if (item.stretches === null) continue;
      byRow[item.allowance.row] = (byRow[item.allowance.row] as bigint) + BigInt(item.amountFen);
      for (const [month, fen] of monthsOf(item).entries()) byMonth[month] = (byMonth[month] as bigint) + BigInt(fen);
    }
    const missing = entitlement.items.flatMap((item) => item.missing.map((lack) => JSON.stringify([item.allowance.id, lack])));
    return { personal: totalsOf(entitlement).personal, missing: missing.toSorted() };
  });
  return { byRow, byMonth, people };
}

/** The same over columns; `null` where the plan has more to it, or a sum is too large. */
function overColumns(plan: Plan, records: readonly object[]): ReturnType<typeof oneByOne> | null {
  const layout = layOut([plan]);
  const tables = layout && compileTables(plan, layout);
  if (!tables) return null;
  const reader = new TeacherReader(plan.policy.dictionary, plan.policy.document.requires);
  const columns = new Columns(tables.layout, plan.settings.year, plan.versions[0].places, 1);
  for (const record of records) {
    reader.read(record);
    columns.add(reader);
  }
  const totals = new ColumnSums(tables).of(columns);
  if (totals === null) return null;
  const people = Array.from(totals.personalFen, (fen, at) => ({
    personal: BigInt(fen),
    missing: tables.lacks
      .filter((_, bit) => ((totals.missing[at] as number) >> bit) & 1)
      .map(({ allowance, lack }) => JSON.stringify([allowance, lack]))
      .toSorted(),
  }));
  return { byRow: totals.byRow, byMonth: totals.byMonth, people };
}

/** A policy without what only the engine does: dated figures, limits across allowances and in time. */
function plain(document: object): unknown {
  const { parameters, allowances } = document as { parameters: unknown; allowances: unknown };
  const undated = JSON.parse(JSON.stringify(parameters), (_, value) =>
    Array.isArray(value) && Object.hasOwn(Object(value[0]), 'from') ? value[0].value : value,
  );
  const timeless = JSON.parse(JSON.stringify(allowances), (key, value) =>
    ['starts', 'stops', 'instalments', 'service'].includes(key) ? undefined : value,
  );
  return { ...document, parameters: undated, allowances: timeless, stacking: [] };
}

describe('teachers in columns', () => {
  it(`come to what the engine finds one by one, under any reading and figure of a policy, in ${runs} runs`, { timeout: 600_000 }, () => {
    let counted = 0;
    fc.assert(
      fc.property(
        teachersArbitrary(2025, 6),
        readingsArbitrary,
        parametersArbitrary,
        placesArbitrary,
        (teachers, readings, parameters, places) => {
          const read = readSettings(jinfeng, { readings, parameters, ...(places && { places }) });
          if (read.value === null) throw new Error(JSON.stringify(read.issues));
          const plan = planRun(jinfeng, { year: 2025, ...read.value });
          const found = overColumns(plan, teachers);
          if (found === null) return;
          counted++;
          expect(found).toEqual(oneByOne(plan, teachers));
        },
      ),
      { numRuns: runs },
    );
    expect(counted).toBeGreaterThan(runs / 10);
  });

  it(`do so under random policies, in ${runs} runs`, { timeout: 600_000 }, () => {
    let counted = 0;
    const orders = orderArbitrary((year) =>
      fc.array(
        fc.tuple(teacherArbitraryOf(year), datesArbitrary(year)).map(([teacher, dates]) => ({ ...teacher, ...dates })),
        { minLength: 1, maxLength: 3 },
      ),
    );
    fc.assert(
      fc.property(orders, ({ document, year, rules, payScales = [], more: teachers }) => {
        const policy = readPolicy(policySchema.parse(plain(document as object)), 'random', dictionary);
        const read = readSettings(policy, { ...rules, parameters: {} });
        if (read.value === null) throw new Error(JSON.stringify(read.issues));
        const plan = planRun(policy, { year, payScales, ...read.value });
        const found = overColumns(plan, teachers);
        if (found === null) return;
        counted++;
        try {
          expect(found).toEqual(oneByOne(plan, teachers));
        } catch (error) {
          if (!(error instanceof AmountTooLargeError)) throw error;
        }
      }),
      { numRuns: runs },
    );
    expect(counted).toBeGreaterThan(runs / 50);
  });
});
