/** Plain reference arrears under any policy: every allowance in every month, what was paid against what is due, in fen without end. */
import type { RequestTeacher } from './facts.ts';
import { monthsOf } from './facts.ts';
import type { Entitled, Payee, ReferencePolicy, ReferenceRun } from './policy.ts';

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
}

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
      readonly complete: boolean;
      readonly lines: readonly ReferenceArrearsLine[];
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
    readonly byAllowance: readonly (Sums & { readonly allowance: string })[];
    readonly byMonth: readonly (Sums & { readonly month: string })[];
  };
}

type Fen = bigint | null;

/** One allowance in one month of one person; `null` is not known. */
interface Cell {
  readonly allowance: string;
  readonly month: string;
  readonly paid: Fen;
  readonly due: Fen;
}

/** Fen of an allowance in a month. */
type Side = (allowance: string, month: string) => Fen;

/** Sets what was paid against what is due, for valid teachers; of the same id only the first counts. */
export function referenceArrears(policy: ReferencePolicy, request: ReferenceArrearsRequest): ReferenceArrears {
  const { teachers, now, before } = request;
  const months = monthsOf(now.year);
  const then = 'policy' in before ? before.policy.allowances : [];
  const allowances = [...policy.allowances, ...then.filter(({ id }) => !policy.allowances.some((one) => one.id === id))];
  const cells: Cell[] = [];
  const settled = new Set<string>();
  const results = teachers.map((teacher, index): ReferenceArrearsEntry => {
    const teacherId = teacher.id as string;
    const name = { index, teacherId };
    if (teachers.slice(0, index).some(({ id }) => id === teacherId)) return { ...name, status: 'error', code: 'duplicate-id' };
    const due = policy.entitle(now, teacher);
    const was = 'policy' in before ? before.policy.entitle(before.run, teacher) : null;
    if (due === null || ('policy' in before && was === null)) return { ...name, status: 'error', code: 'out-of-range' };
    settled.add(teacherId);
    const owed = sideOf(due, policy.missingMonths(now, teacher));
    const paid =
      'policy' in before ? sideOf(was as Entitled, before.policy.missingMonths(before.run, teacher)) : paidTo(teacherId, before.paid);
    const own = allowances.flatMap(({ id }) =>
      months.map((month) => ({ allowance: id, month, paid: paid(id, month), due: owed(id, month) })),
    );
    cells.push(...own);
    const lines = allowances.flatMap(({ id, payee }) => lineOf(id, payee, own));
    return {
      ...name,
      status: 'ok',
      ...sumsWithRest(own),
      complete: due.complete && (was?.complete ?? true),
      lines,
      missing: due.missing,
      ...(was && { missingKnown: was.missing }),
    };
  });
  const lost = 'paid' in before ? before.paid.filter(({ teacherId }) => !settled.has(teacherId)) : [];
  const unclaimed = lost.map(({ allowance, month, amount }): Cell => ({ allowance, month, paid: fen(amount), due: null }));
  const byMonth = months.map((month) => ({ month, ...sumsOf(cells.filter((cell) => cell.month === month)) }));
  return {
    results,
    summary: {
      teachers: teachers.length,
      failed: results.filter(({ status }) => status === 'error').length,
      incomplete: results.filter((entry) => entry.status === 'ok' && !entry.complete).length,
      ...sumsWithRest([...cells, ...unclaimed]),
      byAllowance: allowances.map(({ id }) => ({ allowance: id, ...sumsOf(cells.filter(({ allowance }) => allowance === id)) })),
      byMonth: byMonth.filter(({ paid, due }) => paid !== '0.00' || due !== '0.00'),
    },
  };
}

/** What a person is due by a run, not known where something is missing. */
function sideOf({ lines }: Entitled, missing: Readonly<Record<string, readonly string[]>>): Side {
  const amounts = new Map(lines.flatMap(({ allowance, byMonth }) => byMonth.map(({ month, amount }) => [`${allowance} ${month}`, amount])));
  return (allowance, month) => (missing[allowance]?.includes(month) ? null : fen(amounts.get(`${allowance} ${month}`) ?? '0.00'));
}

/** What a person was paid; a month without a payment is zero. */
function paidTo(teacherId: string, payments: readonly ReferencePayment[]): Side {
  const own = payments.filter((one) => one.teacherId === teacherId);
  return (allowance, month) => fen(own.find((one) => one.allowance === allowance && one.month === month)?.amount ?? '0.00');
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
