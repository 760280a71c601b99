/**
 * Plain reference arrears under any policy: every allowance in every month, what was paid against what is due, in fen without end. Of a period,
 * every year whole and then those of its months that count.
 */
import type { RequestTeacher } from './facts.ts';
import { monthsOf } from './facts.ts';
import { exact } from './figures.ts';
import type { Entitled, PaidIn, Payee, ReferencePolicy, ReferenceRun } from './policy.ts';

export interface ReferencePayment {
  readonly teacherId: string;
  readonly allowance: string;
  readonly month: string;
  readonly amount: string;
}

export interface ReferenceArrearsRequest {
  readonly teachers: readonly RequestTeacher[];
  /** The rules known now. */
  readonly now: ReferenceRun;
  /** What was paid, or the rules by which it was. */
  readonly before: { readonly paid: readonly ReferencePayment[] } | { readonly policy: ReferencePolicy; readonly run: ReferenceRun };
  /** Whether an allowance follows the same rules on both sides in a year: then a fact that neither knows changes nothing between them. */
  readonly isSame?: (allowance: string, year: number) => boolean;
}

/** The first and the last month, as YYYY-MM. */
export interface ReferencePeriod {
  readonly from: string;
  readonly to: string;
}

type Missing = Entitled['missing'][number];

/** Yuan with two decimals. */
interface Sums {
  readonly paid: string;
  readonly due: string;
  readonly difference: string;
}
interface SumsWithRest extends Sums {
  /** What is known of the months that cannot be compared. */
  readonly unresolved: { readonly paid: string; readonly due: string };
}

export interface ReferenceArrearsLine extends Sums {
  readonly allowance: string;
  readonly payee: Payee;
  readonly byMonth: readonly {
    readonly month: string;
    readonly paid: string | null;
    readonly due: string | null;
    readonly difference: string | null;
  }[];
}

export type ReferenceArrearsEntry = { readonly index: number; readonly teacherId: string } & (
  | { readonly status: 'error'; readonly code: 'duplicate-id' | 'out-of-range' }
  | (SumsWithRest & {
      readonly status: 'ok';
      /** Claims that are known, with their amounts, and those that are not. */
      readonly owed: readonly string[];
      readonly open: readonly string[];
      readonly complete: boolean;
      readonly lines: readonly ReferenceArrearsLine[];
      /** What both sides lack alike. */
      readonly undetermined?: readonly Missing[];
      readonly missing: Entitled['missing'];
      readonly missingKnown?: Entitled['missing'];
    })
);

export interface ReferenceArrears {
  readonly results: readonly ReferenceArrearsEntry[];
  readonly summary: SumsWithRest & {
    readonly teachers: number;
    readonly failed: number;
    readonly incomplete: number;
    readonly undetermined: number;
    readonly byAllowance: readonly (Sums & { readonly allowance: string })[];
    readonly byMonth: readonly (Sums & { readonly month: string })[];
    /** The months in which the policy is not in force, and what would be due if it were. */
    readonly notInForce?: { readonly months: readonly string[]; readonly wouldBe: { readonly due: string; readonly complete: boolean } };
  };
}

type Fen = bigint | null;

/** One allowance in one month of one person; an amount that is `null` is not known, for want of what is listed. */
interface Cell {
  readonly allowance: string;
  readonly month: string;
  readonly paid: Fen;
  readonly due: Fen;
  readonly lacked: readonly Missing[];
  readonly lacking: readonly Missing[];
}

/** Fen of an allowance in a month, or what is missing. */
type Side = (allowance: string, month: string) => { readonly fen: Fen; readonly lacks: readonly Missing[] };

/**
 * Sets what was paid against what is due in a year, for valid teachers; of the same id only the first counts.
 *
 * @param period of the year, the months outside which nothing counts
 */
export function referenceArrears(policy: ReferencePolicy, request: ReferenceArrearsRequest, period?: ReferencePeriod): ReferenceArrears {
  const { teachers, now, before, isSame = () => false } = request;
  const isAlike = (cell: Cell) => lackAlike(cell, () => isSame(cell.allowance, now.year));
  const months = monthsOf(now.year).filter((month) => isIn(month, period));
  const then = 'policy' in before ? before.policy.allowances : [];
  const allowances = [...policy.allowances, ...then.filter(({ id }) => !policy.allowances.some((one) => one.id === id))];
  const cells: Cell[] = [];
  const settled = new Set<string>();
  const outside = policy.outside(now).length > 0;
  let wouldBe = 0n;
  let wouldBeComplete = true;
  const results = teachers.map((teacher, index): ReferenceArrearsEntry => {
    const teacherId = teacher.id as string;
    const name = { index, teacherId };
    if (teachers.slice(0, index).some(({ id }) => id === teacherId)) return { ...name, status: 'error', code: 'duplicate-id' };
    const was = 'policy' in before ? before.policy.entitle(before.run, teacher) : null;
    const knownThen = was && 'policy' in before ? sideOf(was, before.policy.missingMonths(before.run, teacher)) : null;
    const paidIn: PaidIn = (allowance, month) => {
      if (knownThen) {
        const side = months.includes(month) ? knownThen(allowance, month).fen : null;
        return side === null ? null : exact(String(side)).dividedBy(100);
      }
      if (!('paid' in before) || !(period ? isIn(month, period) : months.includes(month))) return null;
      const own = before.paid.filter((one) => one.teacherId === teacherId && one.allowance === allowance && one.month === month);
      return own.reduce((sum, { amount }) => sum.plus(amount), exact('0'));
    };
    const due = policy.entitle(now, teacher, paidIn);
    const asIf = outside ? policy.entitle({ ...now, asIfInForce: true }, teacher) : due;
    if (due === null || asIf === null || ('policy' in before && was === null)) return { ...name, status: 'error', code: 'out-of-range' };
    wouldBe += totalIn(asIf, months);
    wouldBeComplete &&= missingIn(asIf, months).length === 0;
    settled.add(teacherId);
    const missing = policy.missingMonths(now, teacher);
    const missingThen = 'policy' in before ? before.policy.missingMonths(before.run, teacher) : {};
    const owed = sideOf(due, missing);
    const paid = 'policy' in before ? sideOf(was as Entitled, missingThen) : paidTo(teacherId, before.paid);
    const own = allowances.flatMap(({ id }) =>
      months.map((month): Cell => {
        const [one, other] = [paid(id, month), owed(id, month)];
        return { allowance: id, month, paid: one.fen, due: other.fen, lacked: one.lacks, lacking: other.lacks };
      }),
    );
    cells.push(...own);
    const lines = allowances.flatMap(({ id, payee }) => lineOf(id, payee, own));
    const undetermined = undeterminedIn(own.filter(isAlike));
    return {
      ...name,
      status: 'ok',
      ...sumsWithRest(own),
      complete: own.every((cell) => isKnown(cell) || isAlike(cell)),
      lines,
      ...(undetermined.length > 0 && { undetermined }),
      missing: missingIn(due, months),
      owed: (due.repayments ?? []).filter(({ date }) => months.includes(date.slice(0, 7))).map(({ claim, amount }) => `${claim} ${amount}`),
      open: (due.open ?? []).filter(({ date }) => date === undefined || months.includes(date.slice(0, 7))).map(({ claim }) => claim),
      ...(was && { missingKnown: missingIn(was, months) }),
    };
  });
  const inMonths = 'paid' in before ? before.paid.filter(({ month }) => months.includes(month)) : [];
  const lost = inMonths.filter(({ teacherId }) => !settled.has(teacherId));
  const unclaimed = lost.map(({ allowance, month, amount }): Cell => {
    return { allowance, month, paid: fen(amount), due: null, lacked: [], lacking: [] };
  });
  const byMonth = months.map((month) => ({ month, ...sumsOf(cells.filter((cell) => cell.month === month)) }));
  const good = results.filter((entry) => entry.status === 'ok');
  return {
    results,
    summary: {
      teachers: teachers.length,
      failed: results.length - good.length,
      incomplete: good.filter(({ complete }) => !complete).length,
      undetermined: good.filter(({ undetermined }) => undetermined !== undefined).length,
      ...sumsWithRest([...cells, ...unclaimed]),
      byAllowance: allowances.map(({ id }) => ({ allowance: id, ...sumsOf(cells.filter(({ allowance }) => allowance === id)) })),
      byMonth: byMonth.filter(({ paid, due }) => paid !== '0.00' || due !== '0.00'),
      ...notInForceIn(
        policy.outside(now).filter((month) => months.includes(month)),
        wouldBe,
        wouldBeComplete,
      ),
    },
  };
}

const notInForceIn = (months: readonly string[], due: bigint, complete: boolean) =>
  months.length === 0 ? {} : { notInForce: { months, wouldBe: { due: money(due), complete } } };

const totalIn = ({ lines }: Entitled, months: readonly string[]): bigint =>
  lines.flatMap(({ byMonth }) => byMonth).reduce((sum, { month, amount }) => (months.includes(month) ? sum + fen(amount) : sum), 0n);

const isIn = (month: string, period: ReferencePeriod | undefined) => !period || (period.from <= month && month <= period.to);

/** What a person is due by a run, not known where something is missing. */
function sideOf(entitled: Entitled, missing: Readonly<Record<string, readonly string[]>>): Side {
  const amounts = new Map(
    entitled.lines.flatMap(({ allowance, byMonth }) => byMonth.map(({ month, amount }) => [`${allowance} ${month}`, amount])),
  );
  return (allowance, month) => {
    if (!missing[allowance]?.includes(month)) return { fen: fen(amounts.get(`${allowance} ${month}`) ?? '0.00'), lacks: [] };
    const lacks = entitled.missing.filter((lack) => lack.allowance === allowance && lack.months?.includes(month));
    return { fen: null, lacks: lacks.map(({ months: _, ...lack }) => lack as Missing) };
  };
}

/** What is missing in some months of a year, with those of other years. */
function missingIn({ missing }: Entitled, months: readonly string[]): Missing[] {
  const year = months[0]?.slice(0, 4);
  return missing.flatMap((lack) => {
    const all = lack.months ?? [];
    const own = all.filter((month) => months.includes(month));
    const isListed = own.length > 0;
    const others = all.filter((month) => month.slice(0, 4) !== year);
    const listed = isListed ? [...others, ...own].sort() : [];
    return listed.length === 0 ? [] : [{ ...lack, months: listed }];
  });
}

/** What a person was paid, all of it together; a month without a payment is zero. */
function paidTo(teacherId: string, payments: readonly ReferencePayment[]): Side {
  const own = payments.filter((one) => one.teacherId === teacherId);
  return (allowance, month) => {
    const amounts = own.filter((one) => one.allowance === allowance && one.month === month).map(({ amount }) => fen(amount));
    return { fen: amounts.reduce((sum, amount) => sum + amount, 0n), lacks: [] };
  };
}

/** Whether both sides are not known and lack the same: figures that are awaited, or facts by which nothing could have become other. */
function lackAlike({ paid, due, lacked, lacking }: Cell, isSame: () => boolean): boolean {
  const names = (lacks: readonly Missing[]) => lacks.map((lack) => JSON.stringify(lack)).toSorted();
  if (paid !== null || due !== null || names(lacked).join() !== names(lacking).join()) return false;
  return lacking.every(({ code }) => code === 'no-figure') || isSame();
}

/** What is lacking in some cells, each with its months. */
function undeterminedIn(cells: readonly Cell[]): (Missing & { months: string[] })[] {
  const found = new Map<string, Missing & { months: string[] }>();
  for (const cell of cells) {
    for (const lack of cell.lacking) {
      const entry = found.get(JSON.stringify(lack)) ?? { ...lack, months: [] };
      found.set(JSON.stringify(lack), entry);
      entry.months.push(cell.month);
    }
  }
  return [...found.values()];
}

/** The months in which something was paid or is due, or in which one of the two is not known. */
function lineOf(allowance: string, payee: Payee, cells: readonly Cell[]): ReferenceArrearsLine[] {
  const own = cells.filter((cell) => cell.allowance === allowance);
  const orNull = (amount: Fen) => (amount === null ? null : money(amount));
  const byMonth = own
    .filter(({ paid, due }) => paid !== 0n || due !== 0n)
    .map(({ month, paid, due }) => {
      const difference = paid === null || due === null ? null : money(due - paid);
      return { month, paid: orNull(paid), due: orNull(due), difference };
    });
  return byMonth.length === 0 ? [] : [{ allowance, payee, byMonth, ...sumsOf(own) }];
}

const isKnown = ({ paid, due }: Cell): boolean => paid !== null && due !== null;
const add = (cells: readonly Cell[], side: 'paid' | 'due') => cells.reduce((sum, cell) => sum + (cell[side] ?? 0n), 0n);

/** The sums of the months that can be compared. */
function sumsOf(cells: readonly Cell[]): Sums {
  const known = cells.filter(isKnown);
  const [paid, due] = [add(known, 'paid'), add(known, 'due')];
  return { paid: money(paid), due: money(due), difference: money(due - paid) };
}

function sumsWithRest(cells: readonly Cell[]): SumsWithRest {
  const rest = cells.filter((cell) => !isKnown(cell));
  return { ...sumsOf(cells), unresolved: { paid: money(add(rest, 'paid')), due: money(add(rest, 'due')) } };
}

/** An amount in yuan as fen. */
export function fen(amount: string): bigint {
  const [yuan = '', cents = ''] = amount.split('.');
  return BigInt(`${yuan}${cents.padEnd(2, '0')}`);
}

function money(amount: bigint): string {
  const digits = String(amount < 0n ? -amount : amount).padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** Sums of one teacher over the years of a period. */
export type ReferencePeriodEntry = { readonly index: number; readonly teacherId: string } & (
  | { readonly status: 'error'; readonly code: 'duplicate-id' | 'out-of-range' }
  | (SumsWithRest & { readonly status: 'ok'; readonly complete: boolean })
);

export interface ReferenceArrearsOfPeriod {
  readonly years: readonly ReferenceArrears[];
  readonly results: readonly ReferencePeriodEntry[];
  readonly summary: ReferenceArrears['summary'];
}

/** Sets what was paid against what is due in the months of a period: the years one by one, and sums over them. */
export function referenceArrearsOfPeriod(
  policy: ReferencePolicy,
  { teachers, now, before, isSame }: ReferenceArrearsRequest,
  period: ReferencePeriod,
): ReferenceArrearsOfPeriod {
  const [first, last] = [Number(period.from.slice(0, 4)), Number(period.to.slice(0, 4))];
  const years: ReferenceArrears[] = [];
  for (let year = first; year <= last; year++) {
    const then = 'policy' in before ? { ...before, run: { ...before.run, year } } : before;
    years.push(referenceArrears(policy, { teachers, now: { ...now, year }, before: then, ...(isSame && { isSame }) }, period));
  }
  const results = teachers.map((teacher, index): ReferencePeriodEntry => {
    const entries = years.map((year) => year.results[index] as ReferenceArrearsEntry);
    const name = { index, teacherId: teacher.id as string };
    const bad = entries.find((entry) => entry.status === 'error');
    if (bad) return { ...name, status: 'error', code: bad.code };
    const good = entries.filter((entry) => entry.status === 'ok');
    return { ...name, status: 'ok', ...addSums(good), complete: good.every(({ complete }) => complete) };
  });
  const summaries = years.map(({ summary }) => summary);
  const ids = new Set(summaries.flatMap(({ byAllowance }) => byAllowance.map(({ allowance }) => allowance)));
  const good = results.filter((entry) => entry.status === 'ok');
  const isUndetermined = ({ index }: ReferencePeriodEntry) =>
    years.some(({ results: own }) => (own[index] as { undetermined?: object }).undetermined !== undefined);
  return {
    years,
    results,
    summary: {
      teachers: teachers.length,
      failed: results.length - good.length,
      incomplete: good.filter(({ complete }) => !complete).length,
      undetermined: good.filter(isUndetermined).length,
      ...addSums(summaries),
      byAllowance: [...ids].map((allowance) => {
        const own = summaries.flatMap(({ byAllowance }) => byAllowance.filter((one) => one.allowance === allowance));
        return { allowance, ...addPlain(own) };
      }),
      byMonth: summaries.flatMap(({ byMonth }) => byMonth),
    },
  };
}

function addPlain(all: readonly Sums[]): Sums {
  const total = (side: keyof Sums) => money(all.reduce((sum, one) => sum + fen(one[side]), 0n));
  return { paid: total('paid'), due: total('due'), difference: total('difference') };
}

function addSums(all: readonly SumsWithRest[]): SumsWithRest {
  const rest = (side: 'paid' | 'due') => money(all.reduce((sum, { unresolved }) => sum + fen(unresolved[side]), 0n));
  return { ...addPlain(all), unresolved: { paid: rest('paid'), due: rest('due') } };
}
