import { ArrearsLedger, type ArrearsLine, type ArrearsSums, compareYears, type Years, yearsOf } from '../budget/arrears.ts';
import { formatMonth, january } from '../calendar/month.ts';
import { entitle } from '../engine/entitle.ts';
import { type CompiledAllowance, type Plan, planRun } from '../engine/plan.ts';
import type { Issue } from '../facts/issue.ts';
import type { Teacher } from '../facts/teacher.ts';
import { translationOf } from '../facts/translate-teacher.ts';
import { formatFen } from '../money/fen.ts';
import type { Policy } from '../policy/policy.ts';
import type { ArrearsOrder } from './arrears-request.ts';
import type { ArrearsEntry, ArrearsResult } from './arrears-result.ts';
import { missingOf } from './entitlement.ts';
import { type EntryFaults, idOf } from './entries.ts';
import { headOf } from './head.ts';
import { type Listing, listEntries } from './listing.ts';
import type { Payments } from './payments.ts';
import { readTeacher } from './read-teacher.ts';
import { TOO_LARGE, whereExact } from './too-large.ts';
import { IssueRoom, say, type Wording } from './wording.ts';

type Missing = ReturnType<typeof missingOf>;

/** What was paid to one teacher; `missing` where it was computed by the rules known then. */
interface Before {
  readonly years: Years;
  readonly missing: Missing | null;
}

/** Arrears under way: teachers come one by one, sums are kept. */
class Arrears {
  readonly #plan: Plan;
  /** The rules known then, or `null` where payments are given. */
  readonly #then: Plan | null;
  /** Reads a teacher by the facts of those rules. */
  readonly #translate: (teacher: Teacher) => Teacher;
  /** Payments to teachers who have not come yet. */
  readonly #payments: Payments;
  /** The allowances of both policies: those of now first. */
  readonly #allowances: ReadonlyMap<string, CompiledAllowance>;
  readonly #ledger: ArrearsLedger;
  readonly #wording: Wording;
  readonly #room = new IssueRoom();
  #teachers = 0;
  #failed = 0;
  #incomplete = 0;

  constructor(policy: Policy, { settings, before }: ArrearsOrder, wording: Wording) {
    this.#plan = planRun(policy, settings);
    this.#then = 'payments' in before ? null : planRun(before.policy, before.settings);
    this.#translate = translationOf(policy.dictionary, (this.#then ?? this.#plan).policy.dictionary);
    this.#payments = 'payments' in before ? new Map(before.payments) : new Map();
    const all = [...this.#plan.allowances, ...(this.#then?.allowances ?? [])];
    this.#allowances = new Map(all.toReversed().map((allowance) => [allowance.id, allowance]));
    this.#ledger = new ArrearsLedger([...new Set(all.map(({ id }) => id))]);
    this.#wording = wording;
  }

  /** Computes the next teacher. @param base where the record stands in the body, for pointers */
  next(record: unknown, base: readonly (string | number)[]): ArrearsEntry {
    const { policy } = this.#plan;
    const read = readTeacher(policy, record);
    if ('issues' in read) return this.fail(read.issues, base, idOf(record));
    const teacherId = read.id;
    const now = whereExact(() => entitle(this.#plan, read.teacher));
    const before = now && whereExact(() => this.#before(read.teacher, teacherId));
    if (!now || !before) return this.fail([TOO_LARGE], base, teacherId);
    const missing = missingOf(this.#plan, now, true);
    const complete = missing.length === 0 && (before.missing ?? []).length === 0;
    if (!complete) this.#incomplete++;
    const lines = compareYears([...this.#ledger.byAllowance.keys()], before.years, yearsOf(now));
    return {
      index: this.#teachers++,
      teacherId,
      status: 'ok',
      ...withUnresolved(this.#ledger.add(lines)),
      complete,
      lines: lines.map((line) => this.#wire(line)),
      missing,
      ...(before.missing && { missingKnown: before.missing }),
    };
  }

  #before(teacher: Teacher, teacherId: string): Before {
    if (this.#then) {
      const entitlement = entitle(this.#then, this.#translate(teacher));
      return { years: yearsOf(entitlement), missing: missingOf(this.#then, entitlement, true) };
    }
    const years: Years = this.#payments.get(teacherId) ?? new Map();
    this.#payments.delete(teacherId);
    return { years, missing: null };
  }

  #wire({ allowance, months, sums }: ArrearsLine): Extract<ArrearsEntry, { status: 'ok' }>['lines'][number] {
    const { title, payee } = (this.#allowances.get(allowance) as CompiledAllowance).node;
    const first = january(this.#plan.settings.year);
    const byMonth = months.map(({ month, paidFen, dueFen }) => ({
      month: formatMonth(first + month),
      paid: paidFen === null ? null : formatFen(paidFen),
      due: dueFen === null ? null : formatFen(dueFen),
      difference: paidFen === null || dueFen === null ? null : formatFen(dueFen - paidFen),
    }));
    return { allowance, title: say(title, this.#wording), payee, byMonth, ...wireSums(sums) };
  }

  /** Counts an entry that cannot be computed. */
  fail(issues: readonly Issue[], base: readonly (string | number)[] = [], teacherId?: string): ArrearsEntry {
    this.#failed++;
    const errors = this.#room.list(issues, this.#wording, base);
    return { index: this.#teachers++, ...(teacherId === undefined ? {} : { teacherId }), status: 'error', errors };
  }

  /** The rules known now, and then. */
  head(): Listing<ArrearsResult>['head'] {
    return { ...headOf(this.#plan), ...(this.#then && { known: knownOf(this.#then) }) };
  }

  /** The sums of all; what was paid to teachers who could not be computed is unresolved. */
  summary(): ArrearsResult['summary'] {
    const { total, byAllowance, byMonth } = this.#ledger;
    for (const years of this.#payments.values()) for (const year of years.values()) for (const fen of year) total.add(fen, null);
    this.#payments.clear();
    const first = january(this.#plan.settings.year);
    return {
      teachers: this.#teachers,
      failed: this.#failed,
      incomplete: this.#incomplete,
      ...withUnresolved(total),
      byAllowance: [...byAllowance].map(([allowance, sums]) => ({ allowance, ...wireSums(sums) })),
      byMonth: byMonth.flatMap((sums, month) =>
        sums.paidFen === 0n && sums.dueFen === 0n ? [] : [{ month: formatMonth(first + month), ...wireSums(sums) }],
      ),
    };
  }
}

/** The rules known then: their year is that of the whole. */
function knownOf(plan: Plan): NonNullable<ArrearsResult['known']> {
  const { year: _, ...known } = headOf(plan);
  return known;
}

function wireSums({ paidFen, dueFen, differenceFen }: ArrearsSums) {
  return { paid: formatFen(paidFen), due: formatFen(dueFen), difference: formatFen(differenceFen) };
}

function withUnresolved(sums: ArrearsSums) {
  return { ...wireSums(sums), unresolved: { paid: formatFen(sums.unresolvedPaidFen), due: formatFen(sums.unresolvedDueFen) } };
}

/** Computes arrears teacher by teacher; a bad one is an error entry and spoils nothing else. */
export function listArrears(policy: Policy, order: ArrearsOrder, wording: Wording, lost: EntryFaults = new Map()): Listing<ArrearsResult> {
  const arrears = new Arrears(policy, order, wording);
  return { head: arrears.head(), results: listEntries(arrears, order.teachers, lost), summary: () => arrears.summary() };
}
