import * as z from 'zod';
import { resolve } from './choice.ts';
import { choosable, fact, type NodeOf, value } from './slots.ts';
import type { ClaimRow, FactRow, Settings } from './word.ts';

/** No agreement binds for longer; a larger number in a policy file is a mistake. */
const MOST_YEARS = 50;

/** A service period (服务期): from which day on, and for how many years. */
export const SERVICE = {
  from: fact('lasting-date'),
  years: choosable(value(z.int().min(1).max(MOST_YEARS), 'years')),
};

/** In what a service is counted. */
export const UNIT = ['years', 'months'] as const;
export type Unit = (typeof UNIT)[number];
/** Whether a year, or a month, that has begun and is not complete counts as not served, or as served. */
export const BEGUN = ['unserved', 'served'] as const;
export type Begun = (typeof BEGUN)[number];

/** A service period under the settings of a run. */
export interface Service {
  /** The fact that says from which day on it runs. */
  readonly from: string;
  readonly years: number;
  readonly readings: readonly string[];
}

/** Compiles a service period. */
export function compileService(node: NodeOf<typeof SERVICE>, settings: Pick<Settings, 'chosen'>): Service {
  const { value: length, readings } = resolve<number>(node.years, settings);
  return { from: node.from, years: length, readings };
}

type OfService = NonNullable<ClaimRow['service']>;

/** How long a service is, in years or months. */
export function wholeOf({ years }: Pick<OfService, 'years'>, unit: Unit): number {
  return unit === 'years' ? years : years * 12;
}

/**
 * How many years, or months, of a service were not served.
 *
 * @example leftOf({served: servedBetween('2022-09-01', '2025-10-15'), years: 6}, 'years', 'unserved') // 3: the fourth year has begun
 */
export function leftOf(service: OfService, unit: Unit, begun: Begun): number {
  const { months, begunMonths } = service.served;
  const served =
    begun === 'served' ? Math.ceil(begunMonths / (unit === 'years' ? 12 : 1)) : Math.floor(months / (unit === 'years' ? 12 : 1));
  return Math.max(0, wholeOf(service, unit) - served);
}

/** The service of the claim that a row is of. @throws Error where there is none, which the checks of a policy exclude */
export function serviceIn({ claim }: FactRow): OfService {
  if (!claim?.service) throw new Error('this claim is not about a service');
  return claim.service;
}
