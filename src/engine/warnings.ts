import { formatMonth, january, monthOfDate } from '../calendar/month.ts';
import { listMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import { isOutside } from '../policy/bounds.ts';
import { type Note, unique } from '../words/word.ts';
import type { Entitlement } from './item.ts';
import type { Plan, Version } from './plan.ts';

/** What a reader of the result should know though it changes no amount. Months are written as on the wire, `YYYY-MM`. */
export type Warning = OutsideDates | PersonWarning | PlanWarning;

type OutsideDates = {
  readonly code: 'outside-effective-dates';
  readonly effectiveFrom?: string;
  readonly effectiveTo?: string;
  readonly months: string[];
  readonly asIfInForce?: true;
};

type PlanWarning =
  | { readonly code: 'predecessor-unknown'; readonly supersedes: string }
  | { readonly code: 'outside-range'; readonly parameter: string; readonly atLeast?: string; readonly atMost?: string }
  | { readonly code: 'shares-not-whole'; readonly allowance: string };

type PersonWarning =
  | { readonly code: 'employment-dates-differ'; readonly months: string[] }
  | { readonly code: 'service-interrupted'; readonly allowance: string }
  | (Note & { readonly allowance: string });

/** The months of a set, as on the wire. */
export function monthsIn(year: number, set: MonthSet): string[] {
  return listMonths(set).map((month) => formatMonth(january(year) + month));
}

/** Warns of months in which no policy is in force, and of months that a policy not at hand should rule. */
export function warningsOf({ versions, settings, outside }: Plan): Warning[] {
  const { effectiveTo } = versions[0].policy.document;
  const { effectiveFrom, supersedes } = (versions.at(-1) as Version).policy.document;
  const isEarliest = (versions.at(-1) as Version).policy.earlier === null;
  const unruled = isEarliest && supersedes !== undefined && effectiveFrom !== null && monthOfDate(effectiveFrom) > january(settings.year);
  const unknown: Warning[] = unruled ? [{ code: 'predecessor-unknown', supersedes }] : [];
  if (outside === NO_MONTHS) return unknown;
  const dates: Warning = {
    code: 'outside-effective-dates',
    ...(effectiveFrom !== null && { effectiveFrom }),
    ...(effectiveTo !== null && { effectiveTo }),
    months: monthsIn(settings.year, outside),
    ...(settings.asIfInForce && { asIfInForce: true }),
  };
  return [...unknown, dates];
}

/** Warns of figures of the run that lie outside the floor and the ceiling that the text sets for them. */
export function rangeWarningsOf({ versions, settings }: Plan): Warning[] {
  return Object.entries(settings.parameters).flatMap(([key, figure]): Warning[] => {
    const known = versions.flatMap(({ policy }) => policy.parameters.get(key) ?? []);
    const parameter = known.find((one) => isOutside(one, figure));
    if (!parameter) return [];
    const { atLeast, atMost } = parameter.bounds;
    return [{ code: 'outside-range', parameter: key, ...(atLeast !== null && { atLeast }), ...(atMost !== null && { atMost }) }];
  });
}

/** Warns of a person: of dates of employment that contradict one another, of services that go on after an absence, and of what was noted in some paid month of a line. */
export function notesOf({ versions: [{ ruled }], settings }: Plan, { employment, items, interrupted }: Entitlement): PersonWarning[] {
  const overruled = employment.overruled & ruled;
  const services = interrupted.map(({ allowance }): PersonWarning => ({ code: 'service-interrupted', allowance }));
  const noted = items.flatMap(({ allowance, stretches }) => {
    if (!stretches?.some(({ notes }) => notes.length > 0)) return [];
    const codes = stretches.flatMap(({ paid, notes }) => (paid === NO_MONTHS ? [] : notes.map(({ code }) => code)));
    return unique(codes).map((code) => ({ code, allowance: allowance.id }));
  });
  const notes = [...services, ...noted];
  return overruled === NO_MONTHS ? notes : [{ code: 'employment-dates-differ', months: monthsIn(settings.year, overruled) }, ...notes];
}
