import type { TFunction } from 'i18next';
import { groupDigits } from './amounts.ts';

/** A floor, a ceiling, or both. */
export interface Ends {
  readonly atLeast?: string | undefined;
  readonly atMost?: string | undefined;
}

/** A floor, a ceiling or a range in words; `null` if neither is given. @param unit the unit of the numbers */
export function rangeText({ atLeast, atMost }: Ends, unit: string, t: TFunction): string | null {
  const [from, to] = [atLeast, atMost].map((value) => groupDigits(value ?? ''));
  if (atLeast !== undefined && atMost !== undefined) return t('unit.between', { from, to, unit });
  if (atLeast !== undefined) return t('unit.notBelow', { from, unit });
  return atMost === undefined ? null : t('unit.notAbove', { to, unit });
}
