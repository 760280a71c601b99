import { ALL_MONTHS, lastMonth, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { amountOf, type Declined, type Entitlement, type Item, type MissingInMonths, type PaidStretch } from '../engine/item.ts';
import type { Stretch } from '../facts/timeline.ts';

/**
 * The part of a yearly entitlement that falls in some months. Nothing is counted again, so that the ten months of a year, a yearly sum and
 * a one-off stay where they are. An allowance without a payment in these months keeps its line, of 0.00.
 *
 * @param months consecutive months
 */
export function keepMonths(entitlement: Entitlement, months: MonthSet): Entitlement {
  if (months === ALL_MONTHS) return entitlement;
  const { year, stretches, employment, items, claims, unsettled, under, differing } = entitlement;
  return {
    year,
    stretches: stretches.flatMap((stretch) => stretchWithin(stretch, months) ?? []),
    employment: { ...employment, months: employment.months & months, overruled: employment.overruled & months },
    items: items.map((item) => itemWithin(item, months)),
    // One of which the date is not known may fall in these months.
    claims: claims.filter(({ month }) => month === null || months & (1 << month)),
    unsettled: unsettled.filter(({ month }) => month <= lastMonth(months)),
    under: under.map((part) => part.map((one) => keepMonths(one, months))),
    differing: differing.flatMap((one) => (one.months & months ? [{ ...one, months: one.months & months }] : [])),
  };
}

function stretchWithin(stretch: Stretch, months: MonthSet): Stretch | null {
  const kept = stretch.months & months;
  if (kept === NO_MONTHS) return null;
  return { ...stretch, months: kept, start: 31 - Math.clz32(kept & -kept), end: 32 - Math.clz32(kept) };
}

const NOT_ELIGIBLE: Declined = { code: 'not-eligible', fact: null };

function itemWithin(item: Item, months: MonthSet): Item {
  const kept = item.paidStretches && paidWithin(item.paidStretches, months);
  const missing = item.missing.flatMap((one): MissingInMonths[] => {
    const own = { ...one, months: one.months & months };
    return own.months === NO_MONTHS ? [] : [own];
  });
  const isOver = kept === null && missing.length === 0 && item.missing.length > 0;
  return {
    ...item,
    amountFen: amountOf(kept ?? []),
    paidStretches: kept,
    elsewhere: paidWithin(item.elsewhere, months),
    missing,
    missingMonths: item.missingMonths & months,
    declined: isOver ? NOT_ELIGIBLE : item.declined,
  };
}

function paidWithin(paidStretches: readonly PaidStretch[], months: MonthSet): PaidStretch[] {
  return paidStretches.flatMap((paidStretch) => {
    const stretch = stretchWithin(paidStretch.stretch, months);
    return stretch ? [{ ...paidStretch, stretch, paid: paidStretch.paid & months }] : [];
  });
}
