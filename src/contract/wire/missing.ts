import { formatMonth } from '../../calendar/month.ts';
import type { Entitlement, MissingInMonths } from '../../engine/item.ts';
import type { Plan } from '../../engine/plan.ts';
import { monthsIn } from '../../engine/warnings.ts';
import type { WireMissing } from './head.ts';

/** The missing inputs of a teacher, by allowance. @param withMonths whether to list the months of each */
export function missingOf({ settings }: Plan, { items }: Entitlement, withMonths: boolean): WireMissing[] {
  return items.flatMap(({ allowance, missing }) =>
    missing.map((one) => ({
      allowance: allowance.id,
      ...one.input,
      ...(withMonths && { months: wireMonthsOf(settings.year, one) }),
      ...wireUnder(one),
    })),
  );
}

/** The options of readings under which something is missing, where that is not under all. */
export function wireUnder({ under }: MissingInMonths): { under?: Record<string, string[]> } {
  if (!under) return {};
  return { under: Object.fromEntries(Object.entries(under).map(([reading, options]) => [reading, [...options]])) };
}

/** The months whose amount depends on a missing input, in order, for the wire. */
export function wireMonthsOf(year: number, { months, earlier = [] }: MissingInMonths): string[] {
  // A month can decide an amount of the year and, as the month of leaving, what is owed back.
  return [...new Set([...earlier.map(formatMonth), ...monthsIn(year, months)])].toSorted();
}
