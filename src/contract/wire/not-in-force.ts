import * as z from 'zod';
import { ALL_MONTHS, type MonthSet, NO_MONTHS } from '../../calendar/month-set.ts';
import { type Plan, planRun } from '../../engine/plan.ts';
import { monthsIn } from '../../engine/warnings.ts';
import { amount, wireMonth } from './head.ts';

const months = z.array(wireMonth);
const complete = z.boolean().meta({ description: 'Whether nothing would be missing.' });
const note = 'Months of the year in which no policy is in force, so that nothing is paid, and what the answer would be as if it were.';

/** The part of an answer about months in which no policy is in force. */
export const notInForce = z
  .object({ months, wouldBe: z.object({ personalTotal: amount, institutionTotal: amount, complete }) })
  .optional()
  .meta({ description: note });

/** The same for a budget and its projection, including what does not depend on the roster. */
export const budgetNotInForce = z
  .object({
    months,
    wouldBe: z.object({ total: amount, personalTotal: amount, institutionTotal: amount, envelopeTotal: amount, complete }),
  })
  .optional()
  .meta({ description: note });

/** The same for arrears: what would be due. */
export const arrearsNotInForce = z
  .object({ months, wouldBe: z.object({ due: amount, complete }) })
  .optional()
  .meta({ description: note });

/** The totals of a run as if the policies were in force. */
export interface WouldBe {
  readonly personalTotal: string;
  readonly institutionTotal: string;
  /** Whether nothing would be missing. */
  readonly complete: boolean;
}

/**
 * The plan of the same run as if the policies were in force all year.
 *
 * @returns `null` if they are, or if the run already assumes it
 */
export function planAsIfInForce(plan: Plan): Plan | null {
  const { policy, settings, outside } = plan;
  if (outside === NO_MONTHS || settings.asIfInForce) return null;
  let asIf = AS_IF.get(plan);
  if (!asIf) {
    asIf = planRun(policy, { ...settings, asIfInForce: true });
    AS_IF.set(plan, asIf);
  }
  return asIf;
}

const AS_IF = new WeakMap<Plan, Plan>();

/** What an answer says of months not in force; empty if there are none. @param kept the months of the year that the answer covers */
export function notInForceOf<T>(
  { settings, outside }: Plan,
  wouldBe: T | null,
  kept: MonthSet = ALL_MONTHS,
): { notInForce?: { months: string[]; wouldBe: T } } {
  const months = monthsIn(settings.year, outside & kept);
  return wouldBe === null || months.length === 0 ? {} : { notInForce: { months, wouldBe } };
}
