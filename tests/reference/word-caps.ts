/** Limits on several allowances together, in exact decimals of yuan. */
import type { Decimal } from 'decimal.js';
import { monthsOf } from './facts.ts';
import { Exact, exact } from './figures.ts';
import type { Lack, Worth } from './word-amounts.ts';

/** A group of allowances with the limit that stands over it under the readings of a run. */
export interface CapGroup {
  /** In the order in which they are paid. */
  readonly allowances: readonly string[];
  readonly limit: { readonly parameter: string; readonly by?: readonly string[] };
  readonly period: 'month' | 'year';
}

interface Group {
  readonly allowances: readonly string[];
  readonly cap?: unknown;
}

/** The groups that have a limit, in file order. */
export function capGroups(
  groups: readonly Group[],
  periods: (parameter: string) => string | undefined,
  chosen: (reading: string) => string,
): CapGroup[] {
  const resolve = (node: unknown): unknown => {
    if (typeof node !== 'object' || node === null || !('reading' in node)) return node;
    const { reading, ...options } = node as Record<string, unknown>;
    const option = chosen(String(reading));
    return resolve(Object.keys(options).length === 0 ? option : options[option]);
  };
  return groups.flatMap(({ allowances, cap }) => {
    const node = resolve(cap);
    if (node === undefined || node === 'none') return [];
    const limit = node as CapGroup['limit'];
    return [{ allowances, limit, period: periods(limit.parameter) === 'year' ? 'year' : 'month' }];
  });
}

/** Something is known only where its limits are; nothing needs none. */
export function underCaps(worth: Worth, limits: readonly Worth[]): Worth {
  const lacks = limits.flatMap((limit) => limit.lacks);
  return worth.yuan === null || worth.yuan.isZero() || lacks.length === 0 ? worth : { yuan: null, lacks, notes: [] };
}

export interface CappedMonth {
  readonly month: string;
  readonly yuan: Decimal | null;
  readonly notes: readonly string[];
  /** The limits of the groups that the allowance is in, by their place in file order. */
  readonly limits: ReadonlyMap<number, Decimal>;
}

/**
 * Pays month by month, one after the other, until a limit is reached; each group over what the one before left.
 *
 * @param missingIn what an allowance lacks in a month: of the limit of a year, whatever comes after hangs on it
 */
export function applyCaps<T extends CappedMonth>(
  paid: ReadonlyMap<string, readonly T[]>,
  groups: readonly CapGroup[],
  missingIn: (allowance: string, month: string) => readonly Lack[],
): { left: Map<string, readonly T[]>; lacking: { id: string; lacks: readonly Lack[]; month: string }[] } {
  const left = new Map(paid);
  const lacking: { id: string; lacks: readonly Lack[]; month: string }[] = [];
  for (const [place, { allowances, period }] of groups.entries()) {
    const months = [...new Set([...left.values()].flatMap((states) => states.map(({ month }) => month)))].toSorted();
    let spent = exact('0');
    for (const month of months) {
      if (period === 'month') spent = exact('0');
      for (const id of allowances) {
        const states = left.get(id) ?? [];
        const state = states.find((one) => one.month === month);
        if (!state?.yuan || state.yuan.isZero()) continue;
        const limit = state.limits.get(place) as Decimal;
        const yuan = Exact.min(state.yuan, Exact.max(0, limit.minus(spent)));
        spent = spent.plus(yuan);
        const before = monthsOf(Number(month.slice(0, 4))).filter((one) => one < month);
        const lacks = period === 'year' ? before.flatMap((one) => allowances.flatMap((member) => missingIn(member, one))) : [];
        lacking.push({ id, lacks, month });
        if (yuan.equals(state.yuan)) continue;
        left.set(
          id,
          states.map((one) => (one === state ? { ...one, yuan, notes: [...one.notes, 'capped'] } : one)),
        );
      }
    }
  }
  return { left, lacking };
}
