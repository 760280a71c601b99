/** The targets of `jinfeng-2021` that have a rate, met by people of a given split: each kind of them is entitled alone, all year. */
import type { Decimal } from 'decimal.js';
import type { ReferenceBudgetRequest } from './budget.ts';
import { Exact } from './figures.ts';
import { completeReadings, type ReferenceRequest, referenceEntitlement } from './jinfeng.ts';
import { jinfengPolicy } from './jinfeng-policy.ts';
import type { ReferenceRun } from './policy.ts';
import { roundTogether } from './round-together.ts';

/** 二: 争取到2025年培养100名各级名师、500名各级骨干教师, each with the facts that its rate rests on and the values that are paid. */
export const TARGETS = {
  masters: { allowance: 'master', count: 100, level: 'masterLevel' },
  backbone: { allowance: 'backbone', count: 500, level: 'backboneLevel' },
} as const;
export type TargetId = keyof typeof TARGETS;

export const LEVELS = ['district', 'city', 'region', 'national'] as const;
export const AREAS = ['urban', 'rural'] as const;

export type Kind = Readonly<Record<string, string>>;
export type Split = 'present' | readonly { readonly count: number; readonly facts: Kind }[];

export interface ReferenceMet {
  readonly target: string;
  readonly allowance: string;
  readonly count: number;
  readonly split: readonly { readonly facts: Kind; readonly count: number; readonly amount: string | null }[];
  readonly costFrom: string | null;
  readonly costTo: string | null;
}

/** The kinds of people of a target, in the order of the dictionary; every level is paid alike where the reading says so. */
export function kindsOf(id: TargetId, run: ReferenceRun): Kind[] {
  const { level } = TARGETS[id];
  const alike = id === 'masters' && completeReadings(run.readings)['master-levels'] === 'all-levels';
  if (alike) return AREAS.map((area) => ({ area }));
  return LEVELS.flatMap((value) => AREAS.map((area) => ({ [level]: value, area })));
}

/** What one person of a kind is paid in the year, `null` while a figure is awaited. */
export function yearlyOf(id: TargetId, kind: Kind, run: ReferenceRun): Decimal | null {
  const { allowance, level } = TARGETS[id];
  const teacher = { post: 'established', area: 'urban', assessment: 'passed', [level]: 'district', ...kind };
  const { lines, missing } = referenceEntitlement({ ...run, teacher } as ReferenceRequest);
  if (missing.some((lack) => lack.allowance === allowance)) return null;
  return new Exact(lines.find((line) => line.allowance === allowance)?.amount ?? 0);
}

/** How many people are paid today, by kind: those of the last month in which something is paid. */
export function presentOf(id: TargetId, request: ReferenceBudgetRequest, there: ReferenceRun): number[] {
  const { teachers = [], cohorts = [] } = request;
  const everyone = [...cohorts, ...teachers.map((facts) => ({ count: 1, facts }))];
  const kinds = kindsOf(id, there);
  const counts = kinds.map(() => 0);
  for (const { count, facts } of everyone) {
    const line = jinfengPolicy.entitle(request, facts)?.lines.find(({ allowance }) => allowance === TARGETS[id].allowance);
    const last = line?.byMonth.at(-1)?.month;
    const then = jinfengPolicy.facts(request, facts).find(({ month }) => month === last) as Kind | undefined;
    const at = then ? kinds.findIndex((kind) => Object.entries(kind).every(([fact, value]) => then[fact] === value)) : -1;
    if (at >= 0) counts[at] = (counts[at] as number) + count;
  }
  return counts;
}

/** A target that is met under a scenario's run. */
export function referenceMet(id: TargetId, split: Split, request: ReferenceBudgetRequest, there: ReferenceRun): ReferenceMet {
  const { allowance, count } = TARGETS[id];
  const kinds = kindsOf(id, there);
  let parts = split === 'present' ? [] : split;
  if (split === 'present') {
    const present = presentOf(id, request, there);
    const all = present.reduce((sum, people) => sum + people, 0);
    const shares =
      all === 0
        ? []
        : roundTogether(
            present.map((people) => new Exact(people).times(count)),
            new Exact(all),
          );
    parts = shares.flatMap((people, at) => (people > 0 ? [{ count: people, facts: kinds[at] as Kind }] : []));
  }
  const priced = parts.map((part) => ({ ...part, amount: yearlyOf(id, part.facts, there)?.times(part.count) ?? null }));
  const wire = { target: id, allowance, count };
  if (priced.length === 0) {
    const yearly = kinds.map((kind) => yearlyOf(id, kind, there));
    const known = yearly.every((amount) => amount !== null);
    const ends = known ? [Exact.min(...yearly), Exact.max(...yearly)].map((amount) => amount.times(count).toFixed(2)) : [null, null];
    return { ...wire, split: [], costFrom: ends[0] ?? null, costTo: ends[1] ?? null };
  }
  const counted = priced.filter((part) => part.count > 0);
  const cost = counted.every(({ amount }) => amount !== null)
    ? counted.reduce((sum, { amount }) => sum.plus(amount as Decimal), new Exact(0)).toFixed(2)
    : null;
  const rows = priced.map((part) => ({
    facts: part.facts,
    count: part.count,
    amount: part.count === 0 ? '0.00' : (part.amount?.toFixed(2) ?? null),
  }));
  return { ...wire, split: rows, costFrom: cost, costTo: cost };
}
