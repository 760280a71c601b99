import { lastMonth, NO_MONTHS } from '../calendar/month-set.ts';
import type { Plan, Version } from './plan.ts';

/** The version that is in force last in the year of a plan, and its last month (0 to 11); `null` where none is in force in the year. */
export function lastInForce({ versions }: Plan): { readonly version: Version; readonly month: number } | null {
  const version = versions.find(({ inForce }) => inForce !== NO_MONTHS);
  return version ? { version, month: lastMonth(version.inForce) } : null;
}
