import { expect } from 'vitest';
import { Columns } from '../../src/engine/columns/columns.ts';
import { layOut } from '../../src/engine/columns/layout.ts';
import { compileTables } from '../../src/engine/columns/tables.ts';
import { ColumnSums } from '../../src/engine/columns/totals.ts';
import { entitle } from '../../src/engine/entitle.ts';
import { monthsOf } from '../../src/engine/explain.ts';
import type { Plan } from '../../src/engine/plan.ts';
import { totalsOf } from '../../src/engine/totals.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';

/** Those of some people of whom columns tell all; the others are left to the engine, one by one. */
export function heldIn(plan: Plan, records: readonly object[]): readonly object[] {
  const layout = layOut([plan]);
  if (!layout) return records;
  const columns = new Columns(layout, plan, 1);
  const reader = new TeacherReader(plan.policy.dictionary, plan.policy.document.requires, columns.packing);
  return records.filter((record) => reader.read(record) && columns.holds(reader));
}

/** What those people come to by the engine, person by person, of whom columns tell all. */
export function oneByOne(plan: Plan, records: readonly object[]) {
  const reader = new TeacherReader(plan.policy.dictionary, plan.policy.document.requires);
  const byRow = plan.rows.map(() => 0n);
  const byMonth = Array.from({ length: 12 }, () => 0n);
  const people = heldIn(plan, records).map((record) => {
    expect(reader.read(record)).toBe(true);
    const entitlement = entitle(plan, reader.toTeacher());
    for (const item of entitlement.items) {
      if (item.paidStretches === null) continue;
      byRow[item.allowance.row] = (byRow[item.allowance.row] as bigint) + BigInt(item.amountFen);
      for (const [month, fen] of monthsOf(item).entries()) byMonth[month] = (byMonth[month] as bigint) + BigInt(fen);
    }
    const missing = entitlement.items.flatMap((item) => item.missing.map(({ input }) => JSON.stringify([item.allowance.id, input])));
    return { personal: totalsOf(entitlement).personal, missing: missing.toSorted() };
  });
  return { byRow, byMonth, people };
}

/** The same over columns; `null` where the plan has more to it, or a sum is too large. */
export function overColumns(plan: Plan, records: readonly object[]): ReturnType<typeof oneByOne> | null {
  const layout = layOut([plan]);
  const tables = layout && compileTables(plan, layout);
  if (!tables) return null;
  const columns = new Columns(tables.layout, plan, 1);
  const reader = new TeacherReader(plan.policy.dictionary, plan.policy.document.requires, columns.packing);
  for (const record of heldIn(plan, records)) {
    reader.read(record);
    columns.add(reader);
  }
  const totals = new ColumnSums(tables).of(columns);
  if (totals === null) return null;
  const people = Array.from(totals.personalFen, (fen, at) => ({
    personal: BigInt(fen),
    missing: tables.missingInputs
      .filter((_, bit) => ((totals.missing[at] as number) >> bit) & 1)
      .map(({ allowance, input }) => JSON.stringify([allowance, input]))
      .toSorted(),
  }));
  return { byRow: totals.byRow, byMonth: totals.byMonth, people };
}
