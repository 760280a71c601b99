import * as z from 'zod';
import { shareOfFen } from '../../money/fen.ts';
import { resolve } from '../grammar/choice.ts';
import { choosable, type NodeOf, oneOf, value } from '../grammar/slots.ts';
import type { Settings } from '../grammar/word.ts';

/** No agreement binds for longer; a larger number in a policy file is a mistake. */
const MOST_YEARS = 50;
const years = z.int().min(1).max(MOST_YEARS);
export type Repay = 'all' | 'remaining-months' | 'remaining-years';

/**
 * The service period that a one-off is paid for (服务期), and the clawback from a person who leaves before its end: `{years: 5, repay: all}`,
 * or the share of the months (or of the years, counting years begun as whole) that are not served, rounded half up to the fen.
 */
export const SERVICE = {
  years: choosable(value(years, 'years')),
  repay: choosable(oneOf('all', 'remaining-months', 'remaining-years')),
};

/** A service period under the settings of a run. */
export interface Service {
  /** Its length; the month of the one-off is its first month. */
  readonly months: number;
  readonly repay: Repay;
  readonly readings: readonly string[];
}

/** Compiles a service period. */
export function compileService(node: NodeOf<typeof SERVICE>, settings: Pick<Settings, 'chosen'>): Service {
  const period = resolve<number>(node.years, settings);
  const basis = resolve<Repay>(node.repay, settings);
  return { months: period.value * 12, repay: basis.value, readings: [...period.readings, ...basis.readings] };
}

/**
 * The clawback of a sum after `served` months of service, in fen.
 *
 * @param served fewer than the months of the service
 * @example repaymentOf(10_000_00, 30, {months: 60, repay: 'remaining-years', readings: []}) // 600000: two years and a half make three of
 *   five
 */
export function repaymentOf(paidFen: number, served: number, { months, repay: basis }: Service): number {
  if (basis === 'all') return paidFen;
  const remaining = months - served;
  return basis === 'remaining-months'
    ? shareOfFen(paidFen, remaining, months)
    : shareOfFen(paidFen, Math.ceil(remaining / 12), months / 12);
}
