/** What people owe under the claims of a policy, in exact decimals of yuan, written from docs/rule-language.md. */
import type { Decimal } from 'decimal.js';
import { type EmploymentDates, firstOfAll, hasReturned, lastDay } from './employment.ts';
import { Exact, exact } from './figures.ts';
import { type Lack, lackOf, type Situation, TooLarge, type Worth, worthOf } from './word-amounts.ts';
import { conditionsOf } from './word-conditions.ts';
import type { Given, MonthRow } from './word-facts.ts';

/** As much of a year's result as claims rest on. */
export interface YearResult {
  readonly lines: readonly {
    readonly allowance: string;
    readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
  }[];
  readonly missing: readonly (Lack & { readonly allowance: string; readonly months: readonly string[] })[];
}

export interface ClaimNode {
  readonly when: unknown;
  readonly at: string;
  readonly service?: { readonly from: string; readonly years: unknown };
  readonly owes: unknown;
  readonly penalty?: unknown;
  readonly late?: unknown;
}

export interface Owed {
  readonly claim: string;
  readonly date: string;
  readonly amount: string;
  readonly owed: string;
  readonly penalty?: string;
  readonly late?: { readonly days: number; readonly amount: string };
  readonly paid?: string;
  readonly serviceMonths?: number;
  readonly servedMonths?: number;
}
export interface OpenClaim {
  readonly claim: string;
  /** Where it is known. */
  readonly date?: string;
  readonly missing: readonly (Lack & { readonly months: readonly string[] })[];
}

/** What claims are reckoned from. */
export interface ClaimRun {
  readonly claims: Readonly<Record<string, ClaimNode>>;
  readonly allowances: Readonly<Record<string, { readonly pays: object }>>;
  readonly teacher: Given;
  readonly year: number;
  /** The first month in which the document is in force; `null` where it always was, or the run goes on as if. */
  readonly since: string | null;
  readonly chosen: (reading: string) => string;
  /** Whether a blank date says that there is none. */
  readonly isNever: (fact: string) => boolean;
  readonly rowAt: (month: string) => MonthRow;
  readonly situationAt: (row: MonthRow) => Situation;
  /** What the person is due in a year, claims aside. */
  readonly resultOf: (year: number) => YearResult;
  /** What was paid in a month where that is known otherwise. */
  readonly paidIn?: ((allowance: string, month: string) => Decimal | null) | undefined;
}

type Lacks = (Lack & { months: readonly string[] })[];

/** All claims whose date is in the year, or may be. */
export function claimsOf(run: ClaimRun): { repayments: Owed[]; open: OpenClaim[] } {
  const repayments: Owed[] = [];
  const open: OpenClaim[] = [];
  for (const [id, node] of Object.entries(run.claims)) {
    const found = claimOf(run, id, node);
    if (found === null) continue;
    if ('missing' in found) open.push(found);
    else repayments.push(found);
  }
  return { repayments, open };
}

const isLeaving = ({ at }: ClaimNode) => at === 'leftOn';

function claimOf(run: ClaimRun, id: string, node: ClaimNode): Owed | OpenClaim | null {
  const { teacher, year, chosen, since } = run;
  const date = isLeaving(node) ? lastDay(teacher as EmploymentDates) : ((teacher[node.at] ?? null) as string | null);
  if (date === null) return isLeaving(node) || run.isNever(node.at) ? null : undated(run, id, node);
  if (Number(date.slice(0, 4)) !== year || (since !== null && date.slice(0, 7) < since)) return null;
  const from = node.service ? ((teacher[node.service.from] ?? null) as string | null) : null;
  if (node.service && from === null && run.isNever(node.service.from)) return null;
  const years = node.service ? Number(resolve(node.service.years, chosen)) : 0;
  const served = from !== null && from <= date ? servedTime(from, date) : null;
  if (served && served.whole >= years * 12) return null;
  const month = date.slice(0, 7);
  const row = run.rowAt(month);
  const judged = conditionsOf(node.when, row.facts, chosen);
  if (judged.some(({ holds }) => holds === false)) return null;
  const here = (lacks: readonly Lack[]): Lacks => lacks.map((lack) => ({ ...lack, months: [month] }));
  const unsure = lacksOf(judged, row);
  if (node.service && !served) {
    const contradiction: Lack = { code: from === null ? 'fact' : 'outside-employment', fact: node.service.from };
    return { claim: id, date, missing: joined(here(unsure.length > 0 ? unsure : [contradiction])) };
  }
  const read = new Map<string, Paid>();
  const lacks: Lacks = [];
  const paidOf = (allowance: string): Worth => {
    const paid = read.get(allowance) ?? paidUntil(run, allowance, date, isLeaving(node));
    if (!read.has(allowance)) lacks.push(...paid.lacks);
    read.set(allowance, paid);
    return { yuan: paid.lacks.length > 0 ? null : paid.yuan, lacks: [], notes: [] };
  };
  const base = run.situationAt(row);
  const situation: Situation = { ...base, claim: { paidOf, service: served && { ...served, months: years * 12 } } };
  const behind = (worth: Worth): Worth => ({
    ...worth,
    lacks: worth.lacks.flatMap((lack): Lack[] => (lack.code === 'fact' ? (row.behind[lack.fact] ?? [lack.fact]).map(lackOf) : [lack])),
  });
  const reckoned = behind(worthOf(node.owes, situation));
  lacks.push(...here(reckoned.lacks));
  const sums = [...read.values()];
  const paid = sums.reduce((sum, one) => sum.plus(one.yuan), exact('0'));
  const owed = reckoned.yuan && (read.size > 0 ? Exact.min(reckoned.yuan, paid) : reckoned.yuan);
  const penalty = behind(penaltyOf(resolve(node.penalty ?? 'none', chosen), owed, situation));
  const late = lateOf(run, resolve(node.late ?? 'none', chosen), owed, penalty.yuan, situation, row);
  lacks.push(...here([...penalty.lacks, ...late.lacks]));
  if (owed && penalty.yuan && late.yuan) {
    const total = owed.plus(penalty.yuan).plus(late.yuan);
    if ([total, late.yuan].some((yuan) => yuan.greaterThan('3000000000000'))) throw new TooLarge();
    if (total.isZero()) return null;
    if (unsure.length === 0) {
      return {
        claim: id,
        date,
        amount: total.toFixed(2),
        owed: owed.toFixed(2),
        ...(isSome(node.penalty, chosen) && { penalty: penalty.yuan.toFixed(2) }),
        ...(isSome(node.late, chosen) && late.days !== null && { late: { days: late.days, amount: late.yuan.toFixed(2) } }),
        ...(read.size > 0 && { paid: paid.toFixed(2) }),
        ...(served && { serviceMonths: years * 12, servedMonths: served.whole }),
      };
    }
  }
  return { claim: id, date, missing: joined(unsure.length > 0 ? here(unsure) : lacks) };
}

const isSome = (node: unknown, chosen: ClaimRun['chosen']) => node !== undefined && resolve(node, chosen) !== 'none';

function lacksOf(judged: ReturnType<typeof conditionsOf>, { behind }: MonthRow): Lack[] {
  return judged.flatMap(({ holds, lacks }) => (holds === null ? lacks.flatMap((fact) => behind[fact] ?? [fact]).map(lackOf) : []));
}

/** It may fall in any month in which its conditions may hold. */
function undated(run: ClaimRun, id: string, node: ClaimNode): OpenClaim | null {
  const lacks: Lacks = [];
  for (let number = 1; number <= 12; number++) {
    const month = `${run.year}-${String(number).padStart(2, '0')}`;
    if (run.since !== null && month < run.since) continue;
    const row = run.rowAt(month);
    const judged = conditionsOf(node.when, row.facts, run.chosen);
    if (judged.some(({ holds }) => holds === false)) continue;
    const unsure = lacksOf(judged, row);
    const missing: Lack[] = judged.every(({ holds }) => holds === true) ? [{ code: 'fact', fact: node.at }] : unsure;
    lacks.push(...missing.map((lack) => ({ ...lack, months: [month] })));
  }
  return lacks.length > 0 ? { claim: id, missing: joined(lacks) } : null;
}

interface Paid {
  readonly yuan: Decimal;
  readonly lacks: Lacks;
}

/** What an allowance has paid until a day: of whoever leaves, also what was earned by then and is paid after. */
function paidUntil(run: ClaimRun, allowance: string, date: string, leaves: boolean): Paid {
  const { teacher, paidIn = () => null } = run;
  const pays = run.allowances[allowance]?.pays as { at?: string } | undefined;
  let first: number;
  if (pays?.at !== undefined) {
    const at = (teacher[pays.at] ?? null) as string | null;
    if (at === null) return { yuan: exact('0'), lacks: run.isNever(pays.at) ? [] : [{ code: 'fact', fact: pays.at, months: [] }] };
    first = Number(at.slice(0, 4));
  } else {
    const known = [firstOfAll(teacher as EmploymentDates), run.since].filter((month) => month !== null).sort();
    const last = known.at(-1);
    if (last === undefined) return { yuan: exact('0'), lacks: [{ code: 'fact', fact: 'employedFrom', months: [] }] };
    first = Number(last.slice(0, 4));
  }
  const end = Number(date.slice(0, 4)) + (leaves && date.slice(5, 7) === '12' ? 1 : 0);
  const counts = (month: string) => leaves || month <= date.slice(0, 7);
  let yuan = exact('0');
  const lacks: Lacks = [];
  for (let year = first; year <= end; year++) {
    const { lines, missing } = run.resultOf(year);
    for (let number = 1; number <= 12; number++) {
      const month = `${year}-${String(number).padStart(2, '0')}`;
      if (!counts(month)) continue;
      const given = paidIn(allowance, month);
      const due = lines
        .filter((line) => line.allowance === allowance)
        .flatMap(({ byMonth }) => byMonth.filter((one) => one.month === month));
      yuan = given ? yuan.plus(given) : due.reduce((sum, { amount }) => sum.plus(exact(amount)), yuan);
    }
    for (const { allowance: of, months, ...lack } of missing) {
      if (of !== allowance) continue;
      const open = months.filter((month) => Number(month.slice(0, 4)) !== year || (counts(month) && paidIn(allowance, month) === null));
      if (open.some((month) => Number(month.slice(0, 4)) === year)) lacks.push({ ...lack, months: open });
    }
  }
  return { yuan: yuan.isNegative() ? exact('0') : yuan, lacks };
}

/** Complete months from one day through another, and those begun. */
function servedTime(from: string, last: string): { whole: number; begun: number } {
  const next = new Date(Date.parse(last) + 86_400_000).toISOString().slice(0, 10);
  let whole = 0;
  while (monthsLater(from, whole + 1) <= next) whole++;
  return { whole, begun: monthsLater(from, whole) === next ? whole : whole + 1 };
}

/** The same day so many months later, or the last of the month. */
function monthsLater(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const last = new Date(Date.UTC(year, month + months, 0));
  return new Date(Date.UTC(last.getUTCFullYear(), last.getUTCMonth(), Math.min(day, last.getUTCDate()))).toISOString().slice(0, 10);
}

const NONE: Worth = { yuan: exact('0'), lacks: [], notes: [] };

function penaltyOf(node: unknown, owed: Decimal | null, situation: Situation): Worth {
  if (node === 'none') return NONE;
  const { percent, by, amount } = node as { percent?: string; by?: string[]; amount?: unknown };
  if (percent === undefined) return worthOf(amount, situation);
  if (owed?.isZero()) return NONE;
  const share = cellOf(percent, by, situation);
  return { ...share, yuan: share.yuan && owed && rounded(owed.times(share.yuan).dividedBy(100)) };
}

function lateOf(run: ClaimRun, node: unknown, owed: Decimal | null, penalty: Decimal | null, situation: Situation, row: MonthRow) {
  if (node === 'none') return { ...NONE, days: null };
  const { perDay, by, of, from, after, to } = node as {
    perDay: string;
    by?: string[];
    of: unknown;
    from: string;
    after: unknown;
    to: string;
  };
  const sum = resolve(of, run.chosen) === 'owed' ? owed : owed && penalty && owed.plus(penalty);
  const [begins, ends] = [row.facts[from], row.facts[to]] as (string | null | undefined)[];
  const lacks: Lack[] = [];
  let days: number | null = null;
  if (!begins && run.isNever(from)) days = 0;
  else {
    for (const [fact, day] of [
      [from, begins],
      [to, ends],
    ] as const)
      if (!day) lacks.push({ code: 'fact', fact });
    if (begins && ends) days = Math.max(0, (Date.parse(ends) - Date.parse(begins)) / 86_400_000 - Number(resolve(after, run.chosen)));
  }
  if (sum?.isZero()) return { ...NONE, days };
  if (days === 0) return { ...NONE, days };
  const rate = cellOf(perDay, by, situation);
  const yuan = sum && days !== null && rate.yuan ? rounded(sum.times(rate.yuan).dividedBy(100).times(days)) : null;
  return { yuan, lacks: [...lacks, ...rate.lacks], notes: [], days };
}

/** A percentage, or the cell of a table of them. */
function cellOf(parameter: string, by: readonly string[] | undefined, { figure, facts }: Situation): Worth {
  const lacks = (by ?? []).filter((fact) => (facts[fact] ?? null) === null).map((fact): Lack => ({ code: 'fact', fact }));
  if (lacks.length > 0) return { yuan: null, lacks, notes: [] };
  const key = [parameter, ...(by ?? []).map((fact) => facts[fact])].join('/');
  const value = figure(key);
  return value === null
    ? { yuan: null, lacks: [{ code: 'no-figure', parameter: key }], notes: [] }
    : { yuan: exact(value), lacks: [], notes: [] };
}

const rounded = (yuan: Decimal) => yuan.toDecimalPlaces(2, Exact.ROUND_HALF_UP);

/** Each thing that is missing once, in all of its months. */
export function joined(lacks: Lacks): OpenClaim['missing'] {
  const known = new Map<string, Lacks[number]>();
  for (const { months, ...lack } of lacks) {
    const name = JSON.stringify(lack);
    known.set(name, { ...(lack as Lack), months: [...new Set([...(known.get(name)?.months ?? []), ...months])].sort() });
  }
  return [...known.values()];
}

/** Whoever left during a service and came back: it goes on, and that is said until it is over. */
export function interruptedServices({
  claims,
  teacher,
  year,
  chosen,
  rowAt,
}: ClaimRun): { code: string; allowance: string; claim: string }[] {
  if (!hasReturned(teacher as EmploymentDates)) return [];
  const left = String(teacher.leftOn);
  const gone = lastDay(teacher as EmploymentDates);
  if (Number(left.slice(0, 4)) > year || (gone !== null && Number(gone.slice(0, 4)) < year)) return [];
  return Object.entries(claims).flatMap(([claim, node]) => {
    const from = node.service ? ((teacher[node.service.from] ?? null) as string | null) : null;
    if (!isLeaving(node) || !node.service || from === null || from > left) return [];
    const months = 12 * Number(resolve(node.service.years, chosen));
    if (servedTime(from, left).whole >= months || monthsLater(from, months) <= `${year}-01-01`) return [];
    const judged = conditionsOf(node.when, rowAt(left.slice(0, 7)).facts, chosen);
    return judged.some(({ holds }) => holds === false) ? [] : [{ code: 'service-interrupted', allowance: '', claim }];
  });
}

function resolve(node: unknown, chosen: (reading: string) => string): unknown {
  if (typeof node !== 'object' || node === null || !Object.hasOwn(node, 'reading')) return node;
  const { reading, ...options } = node as Record<string, unknown>;
  const option = chosen(String(reading));
  return Object.keys(options).length === 0 ? option : resolve(options[option], chosen);
}
