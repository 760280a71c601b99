/**
 * A plain reference evaluator of the policy `jinfeng-2021` for one teacher and one calendar year, written from the clauses alone.
 * The product's engine is tested against it; so it is slow, literal and knows this one policy by heart.
 */
import type { Decimal } from 'decimal.js';
import type { Amount, Condition, MonthlyAllowance, ReadingId, Readings } from './clauses.ts';
import { monthlyClauses, readingOptions } from './clauses.ts';
import { isInForce } from './employment.ts';
import type { MonthFacts, PlaceList, RequestTeacher } from './facts.ts';
import { factsByMonth } from './facts.ts';
import type { ParameterOverrides } from './figures.ts';
import { Exact, figureAt, percentOf } from './figures.ts';
import { type RequestScale, scaleAt } from './pay-scales.ts';

/** Every allowance, in the order of the policy. */
export const allowances = [
  'backbone',
  'master',
  'studio-host',
  'studio-running',
  'talent',
  'meal',
  'transport',
  'resettlement-uplift',
  'kindergarten-uplift',
  'principal',
  'class-teacher',
  'boarding',
  'township',
] as const;

export type Allowance = (typeof allowances)[number];
export type Payee = 'teacher' | 'institution';

/** What an allowance lacks: a fact of the teacher, or a figure that the policy does not give. */
export type Lack =
  | { readonly code: 'fact'; readonly fact: string }
  | { readonly code: 'no-figure'; readonly parameter: string }
  | { readonly code: 'outside-employment'; readonly fact: string };

/** What is missing, with the months in which it is, in order. */
type Missing = Lack & { readonly months: readonly string[] };

export interface ReferenceRequest {
  readonly year: number;
  /** Whether to go on as if the document were in force before August 2021. */
  readonly asIfInForce?: boolean | undefined;
  readonly teacher: RequestTeacher;
  readonly readings?: Readonly<Partial<Record<ReadingId, string>>>;
  readonly parameters?: ParameterOverrides;
  readonly payScales?: readonly RequestScale[] | undefined;
  readonly places?: { readonly resettlement?: PlaceList } | undefined;
}

/** Amounts are yuan with two decimals; `byMonth` holds only the months whose amount is not zero. */
export interface ReferenceLine {
  readonly allowance: Allowance;
  readonly payee: Payee;
  readonly amount: string;
  readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
}

export interface ReferenceDeclined {
  readonly allowance: Allowance;
  readonly code: 'not-eligible' | 'not-employed' | 'not-in-force' | 'outranked';
  readonly fact?: string;
  readonly by?: Allowance;
}

/** `lines`, `declined` and `missing` are in the order of `allowances`; what one allowance misses is in the order of the months. */
export interface ReferenceResult {
  readonly personalTotal: string;
  readonly institutionTotal: string;
  readonly complete: boolean;
  readonly lines: readonly ReferenceLine[];
  readonly declined: readonly ReferenceDeclined[];
  readonly missing: readonly (Missing & { readonly allowance: Allowance })[];
}

type Payment = { readonly month: string; readonly amount: Decimal };
type Declined = Omit<ReferenceDeclined, 'allowance'>;

/** What becomes of one allowance: payments (`null`: no line), what is missing, and why it is declined if it is. */
interface Outcome {
  readonly paid: readonly Payment[] | null;
  readonly missing: readonly Missing[];
  /** The months in which it is missing. */
  readonly missingMonths: readonly string[];
  readonly declined: Declined | null;
  /** What the rival lacks in months in which it may be paid instead. */
  readonly hanging?: readonly { readonly lacks: readonly Lack[]; readonly month: string }[];
}

/** One run: the request with its readings completed, and the months in which the teacher is employed and the document in force. */
interface Run {
  readonly year: number;
  readonly teacher: RequestTeacher;
  readonly readings: Readings;
  readonly parameters: ParameterOverrides;
  readonly payScales: readonly RequestScale[];
  readonly employed: readonly MonthFacts[];
  /** The twelve months, employed or not. */
  readonly months: readonly MonthFacts[];
  readonly isInForce: (month: string) => boolean;
}

/** One employed month of a monthly allowance. `holds` is `null` while unknown; `lacks` is why `amount` is not known. */
interface MonthState {
  readonly month: string;
  readonly payable: boolean;
  readonly conditions: readonly Condition[];
  readonly holds: boolean | null;
  readonly amount: Decimal | null;
  readonly lacks: readonly Lack[];
  outranked: boolean;
}

/** Readings of a request with the defaults filled in. */
export function completeReadings(readings: ReferenceRequest['readings'] = {}): Readings {
  const defaults = Object.entries(readingOptions).map(([id, options]) => [id, options[0]] as const);
  return { ...(Object.fromEntries(defaults) as Record<ReadingId, string>), ...readings };
}

/** What one teacher is due in one calendar year under `jinfeng-2021`. The request must be valid. */
export function referenceEntitlement(request: ReferenceRequest): ReferenceResult {
  const outcomes = outcomesOf(runOf(request));
  const lines: ReferenceLine[] = [];
  const totals = { teacher: new Exact(0), institution: new Exact(0) };
  for (const allowance of allowances) {
    const { paid } = outcomes[allowance];
    if (paid === null) continue;
    const payee = allowance === 'studio-running' ? 'institution' : 'teacher';
    const sum = paid.reduce((total, { amount }) => total.plus(amount), new Exact(0));
    totals[payee] = totals[payee].plus(sum);
    const byMonth = paid.filter(({ amount }) => !amount.isZero()).map(({ month, amount }) => ({ month, amount: amount.toFixed(2) }));
    lines.push({ allowance, payee, amount: sum.toFixed(2), byMonth });
  }
  const missing = allowances.flatMap((allowance) => outcomes[allowance].missing.map((lack) => ({ allowance, ...lack })));
  const declined = allowances.flatMap((allowance) => {
    const reason = outcomes[allowance].declined;
    return reason === null ? [] : [{ allowance, ...reason }];
  });
  return {
    personalTotal: totals.teacher.toFixed(2),
    institutionTotal: totals.institution.toFixed(2),
    complete: missing.length === 0,
    lines,
    declined,
    missing,
  };
}

/** The months in which an allowance is missing; the request must be valid. */
export function referenceMissingMonths(request: ReferenceRequest): Record<Allowance, readonly string[]> {
  const outcomes = outcomesOf(runOf(request));
  return Object.fromEntries(allowances.map((id) => [id, outcomes[id].missingMonths])) as Record<Allowance, readonly string[]>;
}

/** 银金党办发〔2021〕60号 is dated 20 August 2021. */
const IN_FORCE_FROM = '2021-08-20';

function runOf({ year, teacher, readings, parameters = {}, payScales = [], places, asIfInForce = false }: ReferenceRequest): Run {
  const inForce = (month: string) => asIfInForce || isInForce(month, IN_FORCE_FROM, null);
  const months = factsByMonth(year, teacher, places?.resettlement);
  const employed = months.filter((facts) => facts.employed && inForce(facts.month));
  return { year, teacher, readings: completeReadings(readings), parameters, payScales, employed, months, isInForce: inForce };
}

function outcomesOf(run: Run): Record<Allowance, Outcome> {
  if (run.employed.length === 0) {
    const refused = Object.fromEntries(allowances.map((allowance) => [allowance, refuse(absence(run))])) as Record<Allowance, Outcome>;
    return { ...refused, talent: talent(run) };
  }
  const backbone = monthStates('backbone', run);
  const master = monthStates('master', run);
  const isLarger = run.readings['backbone-and-master'] === 'larger';
  if (isLarger) outrank(backbone, master);
  const ofBackbone = settle(backbone, isFirstTen('backbone', run), 'master', isLarger ? master : []);
  const ofMaster = settle(master, isFirstTen('master', run), 'backbone', isLarger ? backbone : []);
  const monthly = (allowance: MonthlyAllowance) => settle(monthStates(allowance, run), isFirstTen(allowance, run));
  return {
    backbone: withHanging(ofBackbone, ofMaster),
    master: withHanging(ofMaster, ofBackbone),
    'studio-host': studio(run, 'host'),
    'studio-running': studio(run, 'running'),
    talent: talent(run),
    meal: monthly('meal'),
    transport: monthly('transport'),
    'resettlement-uplift': monthly('resettlement-uplift'),
    'kindergarten-uplift': monthly('kindergarten-uplift'),
    principal: monthly('principal'),
    'class-teacher': monthly('class-teacher'),
    boarding: monthly('boarding'),
    township: monthly('township'),
  };
}

/** Why somebody is refused who is employed in no month in which the document is in force. */
const absence = ({ months }: Run): Declined => ({ code: months.some(({ employed }) => employed) ? 'not-in-force' : 'not-employed' });

const refuse = (declined: Declined): Outcome => ({ paid: null, missing: [], missingMonths: [], declined });
const payOnce = (payment: Payment): Outcome => ({ paid: [payment], missing: [], missingMonths: [], declined: null });

/** A figure that the policy gives and a request can only replace. */
function given(run: Run, key: string, month: string): Decimal {
  const figure = figureAt(run.parameters, key, month);
  if (figure === null) throw new Error(`${key} has no figure`);
  return figure;
}

/** The reading that says in which months a monthly allowance pays, or `twelve`. */
function monthsRule(allowance: MonthlyAllowance, { readings }: Run): string {
  const { months } = monthlyClauses[allowance];
  const ten = months === 'ten' || (months === 'uplift' && readings['uplift-months'] === 'payment-months');
  return ten ? readings['payment-months'] : 'twelve';
}

const isFirstTen = (allowance: MonthlyAllowance, run: Run): boolean => monthsRule(allowance, run) === 'first-ten';

/** Each employed month of a monthly allowance on its own: what the clause says of it, before stacking and counting. */
function monthStates(allowance: MonthlyAllowance, run: Run): MonthState[] {
  const clause = monthlyClauses[allowance];
  const rule = monthsRule(allowance, run);
  const idle = rule === 'no-july-august' ? ['07', '08'] : rule === 'no-february-august' ? ['02', '08'] : [];
  return run.employed.map((facts) => {
    const { month } = facts;
    const figure = (key: string) => figureAt(run.parameters, key, month);
    const situation = { facts, readings: run.readings, figure, payScale: scaleAt(run.payScales, month) };
    const conditions = clause.conditions(situation);
    const unknown = conditions.filter(({ holds }) => holds === null);
    const holds = conditions.some((condition) => condition.holds === false) ? false : unknown.length > 0 ? null : true;
    const amount: Amount | null = holds === true ? clause.amount(situation) : null;
    let lacks: Lack[] = [];
    if (holds === null) lacks = unknown.map((condition) => ({ code: 'fact', fact: condition.lacks }));
    else if (amount !== null && amount.known === null) {
      lacks = [amount.code === 'fact' ? { code: 'fact', fact: amount.fact } : { code: 'no-figure', parameter: amount.parameter }];
    }
    return { month, payable: !idle.includes(month.slice(5)), conditions, holds, amount: amount?.known ?? null, lacks, outranked: false };
  });
}

/** Reading `backbone-and-master: larger`: in each payable month with both amounts known, the smaller gives way; of equals, master. */
function outrank(backbone: MonthState[], master: MonthState[]): void {
  backbone.forEach((one, index) => {
    const other = master[index];
    if (other === undefined || !one.payable || one.amount === null || other.amount === null) return;
    const loser = one.amount.lessThan(other.amount) ? one : other;
    loser.outranked = true;
  });
}

/**
 * Walks the months: who pays, what is missing, and if neither, why not. Under `first-ten` nothing pays or misses after ten paid months; one that may
 * be among the ten or not hangs on what is missing before it.
 */
function settle(states: readonly MonthState[], firstTen: boolean, rival?: Allowance, rivals: readonly MonthState[] = []): Outcome {
  const paid: Payment[] = [];
  const missing = new Map<string, Lack & { months: string[] }>();
  const note = (lacks: readonly Lack[], month: string) => {
    for (const lack of lacks) {
      const name = lack.code === 'no-figure' ? lack.parameter : lack.fact;
      missing.set(name, { ...lack, months: [...new Set([...(missing.get(name)?.months ?? []), month])] });
    }
  };
  const open: (readonly Lack[])[] = [];
  const hanging: { lacks: readonly Lack[]; month: string }[] = [];
  let sure = 0;
  for (const { month, payable, outranked, holds, amount, lacks } of states) {
    if (!payable || outranked || holds === false || (firstTen && sure >= 10)) continue;
    if (firstTen && open.length > 0 && sure + open.length >= 10) note(open.flat(), month);
    note(lacks, month);
    const doubts = amount === null ? [] : rivals.flatMap((one) => (one.month === month && one.payable ? one.lacks : []));
    if (doubts.length > 0) hanging.push({ lacks: doubts, month });
    if (amount !== null && !(firstTen && paid.length === 10)) paid.push({ month, amount });
    if (lacks.length + doubts.length > 0) open.push([...lacks, ...doubts]);
    else sure += 1;
  }
  const missingMonths = [...new Set([...missing.values()].flatMap(({ months }) => months))].sort();
  const holding = states.filter(({ holds }) => holds === true);
  const hasLine = paid.length > 0 || (holding.length > 0 && holding.every(({ payable }) => !payable));
  const declined = hasLine || missing.size > 0 ? null : reasonAgainst(states, rival);
  return { paid: hasLine ? paid : null, missing: [...missing.values()], missingMonths, declined, hanging };
}

/** What a rival lacks is said with it; where it needs nothing any more for itself, with the one before which it may stand. */
function withHanging(outcome: Outcome, rival: Outcome): Outcome {
  const missing = new Map(outcome.missing.map((lack) => [JSON.stringify({ ...lack, months: null }), lack]));
  for (const { lacks, month } of outcome.hanging ?? []) {
    for (const lack of lacks) {
      const name = JSON.stringify({ ...lack, months: null });
      const told = rival.missing.find((one) => JSON.stringify({ ...one, months: null }) === name);
      if (told?.months?.includes(month)) continue;
      missing.set(name, { ...lack, months: [...new Set([...(missing.get(name)?.months ?? []), month])].sort() });
    }
  }
  const all = [...missing.values()];
  const missingMonths = [...new Set(all.flatMap(({ months = [] }) => months))].sort();
  return { ...outcome, missing: all, missingMonths, declined: all.length > 0 ? null : outcome.declined };
}

/** Outranked in some month; else the first condition in file order that fails in some month; else the fact that the first unknown one lacks. */
function reasonAgainst(states: readonly MonthState[], rival: Allowance | undefined): Declined {
  if (rival !== undefined && states.some(({ outranked }) => outranked)) return { code: 'outranked', by: rival };
  for (const wanted of [false, null]) {
    for (const index of [0, 1]) {
      const found = states.map(({ conditions }) => conditions[index]).find((condition) => condition?.holds === wanted);
      if (found !== undefined) return { code: 'not-eligible', fact: wanted === false ? found.fact : found.lacks };
    }
  }
  throw new Error('declined without a reason');
}

/** 17: 每年给予8000元专项工作经费,其中30%用于奖励工作室主持人; once, in the last employed month as a host. */
function studio(run: Run, part: 'host' | 'running'): Outcome {
  const month = run.employed.filter(({ studioHost }) => studioHost).at(-1)?.month;
  if (month === undefined) return refuse({ code: 'not-eligible', fact: 'studioHost' });
  const annual = given(run, 'studio/annual', month);
  const host = percentOf(annual, given(run, 'studio/host-share', month));
  return payOnce({ month, amount: part === 'host' ? host : annual.minus(host) });
}

/** 17: 高学历(博士、硕士)、高水平(特级教师、地市级名师)分别一次性给予8万元5万元补助, in the month of recruitment. */
function talent(run: Run): Outcome {
  const { teacher, readings } = run;
  const { recruitedOn = null, degree, honour } = teacher;
  const isInYear = recruitedOn?.startsWith(`${run.year}-`) ?? false;
  if (recruitedOn === null || !isInYear)
    return refuse(run.employed.length === 0 ? absence(run) : { code: 'not-eligible', fact: 'recruitedOn' });
  const month = recruitedOn.slice(0, 7);
  if (!run.isInForce(month)) return refuse({ code: 'not-in-force' });

  const high = readings['talent-amounts'] === 'by-kind' ? ['doctorate', 'masters'] : ['doctorate', 'special-grade'];
  const merits = [degree, honour].filter((merit) => ['doctorate', 'masters', 'special-grade', 'city-master'].includes(String(merit)));
  const [first, second] = merits.map((merit) => given(run, high.includes(String(merit)) ? 'talent/high' : 'talent/low', month));
  if (first === undefined) return refuse({ code: 'not-eligible', fact: 'degree' });
  // somebody who is due it and was not employed then: one of the dates must be wrong
  if (!run.employed.some((facts) => facts.month === month)) {
    const lack = { code: 'outside-employment' as const, fact: 'recruitedOn', months: [month] };
    return { paid: null, missing: [lack], missingMonths: [month], declined: null };
  }
  if (second === undefined) return payOnce({ month, amount: first });
  return payOnce({ month, amount: readings['talent-both'] === 'sum' ? first.plus(second) : Exact.max(first, second) });
}
