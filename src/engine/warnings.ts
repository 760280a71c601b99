import { formatMonth, january, monthOfDate } from '../calendar/month.ts';
import { listMonths, type MonthSet, NO_MONTHS } from '../calendar/month-set.ts';
import type { FactValue } from '../facts/dictionary.ts';
import { isOutside } from '../policy/document/bounds.ts';
import { type Note, unique } from '../words/grammar/word.ts';
import type { Differing, Entitlement } from './item.ts';
import type { CompiledAllowance, Plan, Version } from './plan.ts';
import { unreadFacts } from './unused.ts';

/** What a reader of the result should know although it changes no amount. Months are written as on the wire, `YYYY-MM`. */
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
  | { readonly code: 'run-fact-unread'; readonly fact: string }
  | { readonly code: 'shares-not-whole' | 'rhythm-changes'; readonly allowance: string }
  | { readonly code: 'funding-fact-missing'; readonly allowance: string; readonly fact: string; readonly headcount: number };

/** A derived fact was given otherwise than it follows from the others; what was given counted. */
type DerivedDiffers = {
  readonly code: 'derived-differs';
  readonly fact: string;
  readonly given: FactValue;
  readonly derived: FactValue;
  readonly months: string[];
};

type PersonWarning =
  | { readonly code: 'employment-dates-differ'; readonly months: string[] }
  | DerivedDiffers
  | { readonly code: 'service-interrupted'; readonly claim: string }
  | { readonly code: 'granted-before'; readonly allowance: string }
  | (Note & { readonly allowance: string });

/** The months of a set, as on the wire. */
export function monthsIn(year: number, set: MonthSet): string[] {
  return listMonths(set).map((month) => formatMonth(january(year) + month));
}

/**
 * Warns about months in which no policy is in force, months ruled by an unavailable policy, and allowances that two versions pay
 * differently.
 */
export function warningsOf(plan: Plan): Warning[] {
  const { versions, settings, outside } = plan;
  const { effectiveTo } = versions[0].policy.document;
  const { effectiveFrom, supersedes } = (versions.at(-1) as Version).policy.document;
  const isEarliest = (versions.at(-1) as Version).policy.earlier === null;
  const unruled = isEarliest && supersedes !== undefined && effectiveFrom !== null && monthOfDate(effectiveFrom) > january(settings.year);
  const told: Warning[] = [
    ...(unruled ? [{ code: 'predecessor-unknown' as const, supersedes }] : []),
    ...unreadRunFacts(plan),
    ...changedRhythms(plan),
  ];
  if (outside === NO_MONTHS) return told;
  const dates: Warning = {
    code: 'outside-effective-dates',
    ...(effectiveFrom !== null && { effectiveFrom }),
    ...(effectiveTo !== null && { effectiveTo }),
    months: monthsIn(settings.year, outside),
    ...(settings.asIfInForce && { asIfInForce: true }),
  };
  return [...told, dates];
}

/** Warns about facts that the run gives for everybody and that no rule in force reads. */
function unreadRunFacts(plan: Plan): Warning[] {
  const { facts } = plan.settings;
  if (!facts) return [];
  return unreadFacts(plan).flatMap(({ id }): Warning[] => (Object.hasOwn(facts, id) ? [{ code: 'run-fact-unread', fact: id }] : []));
}

/**
 * Warns about allowances that two policies in force in the year pay in different ways. Each counts the year by its own rules, so that a
 * yearly sum, ten months or an instalment may be paid twice or not at all, which no document settles.
 */
function changedRhythms({ versions, rows }: Plan): Warning[] {
  const inForce = versions.filter((version) => version.inForce !== NO_MONTHS);
  if (inForce.length < 2) return [];
  return rows.flatMap(({ id }): Warning[] => {
    const ways = inForce.flatMap(({ allowances }) => allowances.flatMap((one) => (one.id === id ? [JSON.stringify(wayOf(one))] : [])));
    return new Set(ways).size > 1 ? [{ code: 'rhythm-changes', allowance: id }] : [];
  });
}

/** The properties of an allowance that decide when it is counted. */
function wayOf({ rhythm, months, spread, node: { pays } }: CompiledAllowance): unknown {
  if (rhythm.kind === 'month') return [rhythm.kind, months.atMost, spread?.months];
  if (rhythm.kind === 'year') return [rhythm.kind, months.set];
  const { kind, fact, after, count, isPostponed } = rhythm;
  return [kind, fact, after, count, isPostponed, 'at' in pays ? (pays.shares ?? null) : null];
}

/** Warns about figures of the run outside the floor and the ceiling that the text sets for them. */
export function rangeWarningsOf({ versions, settings }: Plan): Warning[] {
  return Object.entries(settings.parameters).flatMap(([key, figure]): Warning[] => {
    const known = versions.flatMap(({ policy }) => policy.parameters.get(key) ?? []);
    const parameter = known.find((one) => isOutside(one, figure));
    if (!parameter) return [];
    const { atLeast, atMost } = parameter.bounds;
    return [{ code: 'outside-range', parameter: key, ...(atLeast !== null && { atLeast }), ...(atMost !== null && { atMost }) }];
  });
}

/**
 * The warnings about a person: contradictory dates of employment, derived facts that are given otherwise, service periods and dates that no document settles, and notes on paid
 * months of a line.
 */
export function notesOf(
  { versions: [{ ruled }], settings }: Plan,
  { employment, items, unsettled, differing }: Entitlement,
): PersonWarning[] {
  const overruled = employment.overruled & ruled;
  const dated = unsettled.map(({ month: _, ...one }): PersonWarning => one);
  const noted = items.flatMap(({ allowance, paidStretches }) => {
    if (!paidStretches?.some(({ notes }) => notes.length > 0)) return [];
    const codes = paidStretches.flatMap(({ paid, notes }) => (paid === NO_MONTHS ? [] : notes.map(({ code }) => code)));
    return unique(codes).map((code) => ({ code, allowance: allowance.id }));
  });
  const notes = [...differingFacts(differing, settings.year), ...dated, ...noted];
  return overruled === NO_MONTHS ? notes : [{ code: 'employment-dates-differ', months: monthsIn(settings.year, overruled) }, ...notes];
}

/** The derived facts that are given otherwise, each pair of values once, with its months. */
function differingFacts(differing: readonly Differing[], year: number): DerivedDiffers[] {
  const months = new Map<string, { first: Differing; set: MonthSet }>();
  for (const one of differing) {
    const name = JSON.stringify([one.fact, one.given, one.derived]);
    const known = months.get(name);
    if (known) known.set |= one.months;
    else months.set(name, { first: one, set: one.months });
  }
  return [...months.values()].map(({ first: { fact, given, derived }, set }) => ({
    code: 'derived-differs',
    fact,
    given,
    derived,
    months: monthsIn(year, set),
  }));
}
