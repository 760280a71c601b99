import { isDate } from '../calendar/month.ts';
import type { PeriodsFact } from './dictionary.ts';

/** A period of a person as on the wire: the first and the last day, both included; without a last day it is going on. */
export interface PeriodRecord {
  /** One of the kinds that the fact declares; none where it declares none. */
  readonly kind?: string | undefined;
  readonly from: string;
  readonly to?: string | undefined;
}

/** What a request may write for a period: `null` means not given. */
export type PeriodInput = { readonly [Key in keyof PeriodRecord]?: PeriodRecord[Key] | null };

/** A longer list is a mistake. */
export const MOST_PERIODS = 200;

/**
 * Periods as the value of a fact: text that is the same for the same periods in any order, so that values can be compared.
 *
 * @param periods valid ones
 */
export function writePeriods(periods: readonly PeriodInput[]): string {
  const written = periods.map(({ kind, from, to }) => JSON.stringify({ from, ...(to && { to }), ...(kind && { kind }) }));
  return `[${[...new Set(written)].toSorted().join()}]`;
}

/** The periods that {@link writePeriods} wrote, in order of their first day. */
export function readPeriods(text: string): PeriodRecord[] {
  return JSON.parse(text) as PeriodRecord[];
}

/** No periods, as {@link writePeriods} writes them. */
export const NO_PERIODS = writePeriods([]);

/**
 * The place of a period that has no last day although another of its kind begins after it: one of the two dates is wrong.
 *
 * @returns `null` where there is none
 */
export function notEnded(periods: readonly PeriodInput[]): number | null {
  const at = periods.findIndex(
    (one, place) =>
      !one.to &&
      periods.some(
        (other, index) => index !== place && (other.kind ?? null) === (one.kind ?? null) && String(other.from) > String(one.from),
      ),
  );
  return at === -1 ? null : at;
}

/** The value of a fact if something is certainly a list of its periods; else `null`, and the schema says what is wrong. */
export function plainPeriods(fact: PeriodsFact, value: unknown): string | null {
  if (!Array.isArray(value) || value.length > MOST_PERIODS || !value.every((one) => isPeriod(fact, one))) return null;
  return notEnded(value) === null ? writePeriods(value) : null;
}

function isPeriod({ kinds }: PeriodsFact, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (!Object.keys(value).every((key) => key === 'from' || key === 'to' || (key === 'kind' && kinds))) return false;
  const { kind, from, to } = value as Record<string, unknown>;
  const isKind = !kinds || (typeof kind === 'string' && Object.hasOwn(kinds, kind));
  if (!isKind || typeof from !== 'string' || !isDate(from)) return false;
  return to === undefined || to === null || (typeof to === 'string' && isDate(to) && to >= from);
}
