import { january, type MonthIndex, monthOfDate } from '../calendar/month.ts';
import { ALL_MONTHS, listMonths } from '../calendar/month-set.ts';
import { isComplete, overOn, type Served, servedBetween } from '../calendar/served.ts';
import { factOf, isNeverWhenBlank } from '../facts/dictionary.ts';
import { EMPLOYMENT, leavingDay } from '../facts/employment.ts';
import type { Teacher } from '../facts/teacher.ts';
import { employmentDates, type Stretch, type TeacherYear } from '../facts/timeline.ts';
import { lineageOf, versionsInForce } from '../policy/succession.ts';
import { AmountTooLargeError, MOST_FEN } from '../words/amounts/too-large.ts';
import {
  type Diagnostic,
  FAILS,
  type FactRow,
  HOLDS,
  isMissingInput,
  type MissingInput,
  NOT_KNOWN,
  UNKNOWN,
} from '../words/grammar/word.ts';
import { type Due, type PaidOut, type PaidSum, paidSum } from './claim-paid.ts';
import type { CompiledClaim } from './compiled-claim.ts';
import type { Claim, Entitlement, MissingInMonths, Unsettled } from './item.ts';
import { joinMissing } from './missing-inputs.ts';
import type { Plan, Version } from './plan.ts';

/**
 * Adds what a teacher owes under the claims whose date lies in the year. A claim is on the person and in no sum. Where something about it is
 * not known, it is listed with what is missing.
 *
 * @param due what the teacher is entitled to in a year, without claims
 * @param paidOut what was paid as it is known; else it is reckoned
 * @throws AmountTooLargeError where an amount of one of the years is too large to be exact
 */
export function withClaims(plan: Plan, teacher: Teacher, entitlement: Entitlement, due: Due, paidOut?: PaidOut): Entitlement {
  if (plan.claiming.length === 0) return entitlement;
  const claims: Claim[] = [];
  const unsettled: Unsettled[] = [...entitlement.unsettled];
  const here: Due = (other, person) => (other === plan ? entitlement : due(other, person));
  for (const version of plan.claiming) {
    const year = version.timeline(teacher);
    for (const claim of version.claims) {
      const occasion = occasionOf(claim, plan, year);
      if (occasion === null) continue;
      const found =
        'date' in occasion
          ? reckon(claim, occasion, { plan, teacher, year, due: here, paidOut, figure: version.figure })
          : undated(claim, plan, year);
      if (found) claims.push(found);
    }
    unsettled.push(...interruptions(version, plan, year));
  }
  return { ...entitlement, claims, unsettled };
}

/** Whether a claim is about leaving. */
export function isOnLeaving({ node }: Pick<CompiledClaim, 'node'>): boolean {
  return node.at === EMPLOYMENT.left;
}

/** The date of a claim and its service, or that the date is not known; `null` where nothing can be claimed in the year. */
export type Occasion = { readonly date: string; readonly served: Served | null; readonly contradicts: boolean } | { readonly isOpen: true };

/** When a claim falls, as far as its dates decide it. @param year of the teacher, under the version of the claim */
export function occasionOf(claim: CompiledClaim, plan: Plan, year: TeacherYear): Occasion | null {
  const date = dateOf(claim, year);
  const { dictionary } = claim.policy;
  if (date === null) return isOnLeaving(claim) || isNeverWhenBlank(factOf(dictionary, claim.node.at)) ? null : OPEN;
  const { settings } = plan;
  if (Number(date.slice(0, 4)) !== settings.year || isBefore(monthOfDate(date), plan)) return null;
  const { service } = claim;
  const from = beganOn(claim, year);
  if (service && from === null && isNeverWhenBlank(factOf(dictionary, service.from))) return null;
  if (!isRuling(claim, plan, monthOfDate(from ?? date))) return null;
  const contradicts = from !== null && from > date;
  const served = from === null || contradicts ? null : servedBetween(from, date);
  if (service && served && isComplete(served, service.years)) return null;
  return { date, served, contradicts };
}

const OPEN = { isOpen: true } as const;

/** The day on which the service of a claim began; `null` where it is not known or there is none. */
function beganOn({ service, policy }: CompiledClaim, { base }: TeacherYear): string | null {
  return service && (base[factOf(policy.dictionary, service.from).index] as string | null);
}

function dateOf({ node, policy }: CompiledClaim, { base }: TeacherYear): string | null {
  if (node.at === EMPLOYMENT.left) return leavingDay(employmentDates(policy.dictionary, { base }));
  return base[factOf(policy.dictionary, node.at).index] as string | null;
}

/** Whether a month lies before the oldest version at hand took effect: nothing can have been owed then. What is owed outlives the policy. */
function isBefore(month: MonthIndex, { policy, settings }: Plan): boolean {
  const { effectiveFrom } = (lineageOf(policy).at(-1) as Plan['policy']).document;
  return !settings.asIfInForce && effectiveFrom !== null && month < monthOfDate(effectiveFrom);
}

/** Whether the policy of a claim rules a month, in force or not. */
function isRuling({ policy }: CompiledClaim, plan: Plan, month: MonthIndex): boolean {
  const year = Math.floor(month / 12);
  const ruling = versionsInForce(plan.policy, year).find(({ months }) => months & (1 << (month - january(year))));
  return ruling?.policy === policy;
}

interface Person {
  readonly plan: Plan;
  readonly teacher: Teacher;
  readonly year: TeacherYear;
  readonly due: Due;
  readonly paidOut: PaidOut | undefined;
  readonly figure: Version['figure'];
}

/** What a claim comes to; `null` where nothing is owed. */
function reckon(claim: CompiledClaim, { date, served, contradicts }: Extract<Occasion, { date: string }>, person: Person): Claim | null {
  const { plan, teacher, year, due, paidOut } = person;
  const { conditions, service } = claim;
  const place = monthOfDate(date) - january(plan.settings.year);
  const row = year.monthAt(place);
  if (conditions.some((condition) => condition.judge(row) === FAILS)) return null;
  const own = (inputs: readonly MissingInput[]) => inputs.map((input): MissingInMonths => ({ input, months: 1 << place }));
  const bare = { claim, date, month: place, served, paid: [], owedFen: null, penaltyFen: null, lateFen: null, lateDays: null, figures: [] };
  if (service && served === null) {
    const unknown = openInputs(claim, row);
    const missing: MissingInput[] = [{ code: contradicts ? 'outside-employment' : 'fact', fact: service.from }];
    return { ...bare, amountFen: null, missing: joinMissing(own(unknown.length > 0 ? unknown : missing)) };
  }
  const until = isOnLeaving(claim) ? untilLeft(monthOfDate(date)) : monthOfDate(date);
  const read = new Map<string, PaidSum>();
  const sumOf = (allowance: string): PaidSum => {
    const known = read.get(allowance) ?? paidSum(allowance, { plan, teacher, due, until, paidOut });
    read.set(allowance, known);
    return known;
  };
  // What is missing of it has months of its own, so it is added below.
  const paidFen = (allowance: string) => {
    const { fen, missing } = sumOf(allowance);
    return missing.length > 0 ? NOT_KNOWN : fen;
  };
  const found: Diagnostic[] = [];
  const on: FactRow = {
    ...row,
    claim: { paidFen, service: service && served && { served, years: service.years } },
  };
  const reckoned = claim.owes.evaluate(on, found);
  const sums = [...read.values()];
  const most =
    read.size === 0 || sums.some(({ missing }) => missing.length > 0)
      ? Number.POSITIVE_INFINITY
      : sums.reduce((all, { fen }) => all + fen, 0);
  const owedFen = reckoned === NOT_KNOWN ? NOT_KNOWN : Math.min(reckoned, most);
  const penaltyFen = claim.penalty ? claim.penalty.evaluate(on, owedFen, NOT_KNOWN, found) : 0;
  const lateFen = claim.late ? claim.late.evaluate(on, owedFen, penaltyFen, found) : 0;
  const parts = [owedFen, penaltyFen, lateFen];
  const isKnown = !parts.includes(NOT_KNOWN);
  const amountFen = isKnown ? parts.reduce((all, fen) => all + fen, 0) : null;
  if (amountFen === 0) return null;
  if (amountFen !== null && amountFen > MOST_FEN) throw new AmountTooLargeError();
  const unknown = openInputs(claim, row);
  if (unknown.length > 0) return { ...bare, amountFen: null, missing: joinMissing(own(unknown)) };
  const missing = joinMissing([...sums.flatMap((one) => one.missing), ...own(found.filter(isMissingInput))]);
  const known = (fen: number) => (fen === NOT_KNOWN ? null : fen);
  return {
    ...bare,
    paid: [...read].flatMap(([allowance, { fen, missing: open }]) => (open.length > 0 ? [] : [{ allowance, fen }])),
    owedFen: known(owedFen),
    penaltyFen: claim.penalty && known(penaltyFen),
    lateFen: claim.late && known(lateFen),
    lateDays: claim.late ? claim.late.daysIn(row, []) : null,
    amountFen,
    figures: figuresRead(claim, row).flatMap((parameter) => {
      const value = person.figure(parameter)[place];
      return typeof value === 'number' ? [{ parameter, value }] : [];
    }),
    missing,
  };
}

/** The figures that a claim reads by the facts of a row: of a table the cell that they choose. */
function figuresRead({ parameters, policy }: CompiledClaim, { facts }: Stretch): string[] {
  return parameters.filter((key) => {
    const table = policy.parameters.get(key)?.table ?? key;
    const by = policy.document.parameters[table]?.by ?? [];
    return key === [table, ...by.map((id) => facts[factOf(policy.dictionary, id).index])].join('/');
  });
}

/** What was earned by the last day is paid after leaving: in the year, or where that is its end, in the next. */
function untilLeft(month: MonthIndex): MonthIndex {
  const year = Math.floor(month / 12);
  return january(month % 12 === 11 ? year + 2 : year + 1) - 1;
}

/** What is missing to know whether the conditions of a claim hold. */
function openInputs({ conditions }: CompiledClaim, row: Stretch): MissingInput[] {
  const missing: MissingInput[] = [];
  for (const condition of conditions) if (condition.judge(row) === UNKNOWN) condition.collectMissing(row, missing);
  return missing;
}

/** A claim of which the date is not known: it may fall in any month of the year in which its conditions may hold. */
function undated(claim: CompiledClaim, plan: Plan, year: TeacherYear): Claim | null {
  const missing: MissingInMonths[] = [];
  for (const place of listMonths(ALL_MONTHS)) {
    const row = year.monthAt(place);
    const verdicts = claim.conditions.map((condition) => condition.judge(row));
    if (isBefore(january(plan.settings.year) + place, plan) || verdicts.includes(FAILS)) continue;
    const isSure = verdicts.every((verdict) => verdict === HOLDS);
    const inputs: MissingInput[] = isSure ? [{ code: 'fact', fact: claim.node.at }] : openInputs(claim, row);
    missing.push(...inputs.map((input) => ({ input, months: 1 << place })));
  }
  if (missing.length === 0) return null;
  const none = { served: null, paid: [], owedFen: null, penaltyFen: null, lateFen: null, lateDays: null, amountFen: null, figures: [] };
  return { claim, date: null, month: null, ...none, missing: joinMissing(missing) };
}

/**
 * The services that go on, or end in the year, although the teacher had left during them and came back: no document says whether that ends them,
 * so nothing is claimed and it is told.
 */
function interruptions({ claims }: Version, plan: Plan, year: TeacherYear): Unsettled[] {
  const { isReturn, leaves } = year.employment;
  const first = january(plan.settings.year);
  if (!isReturn || (leaves !== null && leaves < first)) return [];
  return claims.flatMap((claim): Unsettled[] => {
    const left = year.base[factOf(claim.policy.dictionary, EMPLOYMENT.left).index] as string;
    const from = beganOn(claim, year);
    const { service } = claim;
    if (!isOnLeaving(claim) || !service || from === null || from > left) return [];
    const month = monthOfDate(left) - first;
    const isOver = overOn(from, service.years) <= `${plan.settings.year}-01-01`;
    if (month > 11 || isOver || isComplete(servedBetween(from, left), service.years)) return [];
    if (!isRuling(claim, plan, monthOfDate(from))) return [];
    const row = year.monthAt(month);
    if (claim.conditions.some((condition) => condition.judge(row) === FAILS)) return [];
    return [{ code: 'service-interrupted', claim: claim.id, month }];
  });
}
