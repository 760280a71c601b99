import { ArrearsLedger, type ArrearsLine, type ArrearsSums, compareSides, type Side, sideOf } from '../../budget/arrears.ts';
import { ClaimTally } from '../../budget/claim-tally.ts';
import { keepMonths } from '../../budget/keep-months.ts';
import { NoteTally } from '../../budget/note-tally.ts';
import { sameRules } from '../../budget/same-rules.ts';
import { formatMonth, january } from '../../calendar/month.ts';
import { ALL_MONTHS, listMonths, type MonthSet } from '../../calendar/month-set.ts';
import { type PartOfYear, type Period, wholeYear } from '../../calendar/period.ts';
import type { PaidOut } from '../../engine/claim-paid.ts';
import { entitle } from '../../engine/entitle.ts';
import { type Entitlement, isDueKnown, type MissingInMonths } from '../../engine/item.ts';
import { type Plan, planRun } from '../../engine/plan.ts';
import { totalsOf } from '../../engine/totals.ts';
import { rangeWarningsOf } from '../../engine/warnings.ts';
import type { Issue } from '../../facts/issue.ts';
import type { Teacher } from '../../facts/teacher.ts';
import { translationOf } from '../../facts/translate-teacher.ts';
import { ExactSum, lessFen } from '../../money/exact-sum.ts';
import { formatFen } from '../../money/fen.ts';
import type { AllowanceNode } from '../../policy/document/schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { allowancesOf } from '../../policy/succession.ts';
import { type ReadTeacher, readTeacher } from '../teacher/read-teacher.ts';
import { repaymentsOf } from '../teacher/repayments.ts';
import { type EntryFaults, idOf } from '../wire/entries.ts';
import { headOf, headOfPart } from '../wire/head.ts';
import { type Listing, listEntries } from '../wire/listing.ts';
import { missingOf, wireUnder } from '../wire/missing.ts';
import { notInForceOf, planAsIfInForce } from '../wire/not-in-force.ts';
import { TOO_LARGE, whereExact } from '../wire/too-large.ts';
import { RemainingIssues, say, type Wording } from '../wire/wording.ts';
import { warningsWithin } from '../wire/year-warnings.ts';
import type { ArrearsOrder } from './arrears-request.ts';
import type { ArrearsEntry, ArrearsResult } from './arrears-result.ts';

type Computed = Extract<ArrearsEntry, { status: 'ok' }>;

/** What was paid to one teacher; `missing` is set if it was computed by the rules known then. */
interface Before {
  readonly side: Side;
  readonly missing: Computed['missing'] | null;
}

/** Options for a year that is part of a period. */
export interface ArrearsOfPart {
  /** The months that count. */
  readonly part: PartOfYear;
  /** Reads a teacher; one who occurs in several years need be read only once. */
  readonly read: (policy: Policy, record: unknown) => ReadTeacher;
}

/** The arrears of a year in progress: teachers are added one by one and only sums are kept. */
export class Arrears {
  readonly #plan: Plan;
  /** The rules known then, or `null` where payments are given. */
  readonly #then: Plan | null;
  /** Translates a teacher into the facts of those rules. */
  readonly #translate: (teacher: Teacher) => Teacher;
  readonly #isSame: (allowance: string) => boolean;
  readonly #before: ArrearsOrder['before'];
  /** The teachers whose payments have been compared with what is due. */
  readonly #settled = new Set<string>();
  /** The allowances of both policies, those of the current one first. */
  readonly #allowances: ReadonlyMap<string, AllowanceNode>;
  readonly #ledger: ArrearsLedger;
  readonly #of: ArrearsOfPart | null;
  readonly #wording: Wording;
  readonly #room = new RemainingIssues();
  readonly #notes = new NoteTally();
  readonly #notesThen = new NoteTally();
  readonly #claims = new ClaimTally();
  /** The months over which payments are asked for. */
  readonly #span: Period;
  /** The current rules as if in force all year, if they are not, and what would be due under them. */
  readonly #asIf: Plan | null;
  readonly #wouldBe = new ExactSum();
  #wouldBeComplete = true;
  #teachers = 0;
  #failed = 0;
  #incomplete = 0;
  #undetermined = 0;

  constructor(policy: Policy, { settings, period, before }: ArrearsOrder, wording: Wording, of: ArrearsOfPart | null = null) {
    const year = of?.part.year ?? settings.year;
    this.#plan = planRun(policy, { ...settings, year });
    this.#span = period ?? wholeYear(year);
    this.#asIf = planAsIfInForce(this.#plan);
    this.#then = 'payments' in before ? null : planRun(before.policy, { ...before.settings, year });
    this.#translate = translationOf(policy.dictionary, (this.#then ?? this.#plan).policy.dictionary);
    this.#isSame = this.#then ? sameRules(this.#plan, this.#then) : () => false;
    this.#before = before;
    const all = [...this.#plan.allowances, ...(this.#then?.allowances ?? [])].map(({ id, node }): [string, AllowanceNode] => [id, node]);
    const paid = 'payments' in before ? before.payments.allowances : new Set<string>();
    // Payments under another version of the policy are not due in this year, but still have to be paid back.
    all.push(...allowancesOf(policy).filter(([id]) => paid.has(id)));
    this.#allowances = new Map(all.toReversed());
    this.#ledger = new ArrearsLedger([...new Set(all.map(([id]) => id))]);
    this.#of = of;
    this.#wording = wording;
  }

  /** Computes the next teacher. @param base where the record stands in the body, for pointers */
  next(record: unknown, base: readonly (string | number)[]): ArrearsEntry {
    const { policy } = this.#plan;
    const read = (this.#of?.read ?? readTeacher)(policy, record);
    if ('issues' in read) return this.fail(read.issues, base, idOf(record));
    const teacherId = read.id;
    const before = whereExact(() => this.#sideBefore(read.teacher, teacherId));
    const paidOut = before && this.#paidOut(teacherId, before.side);
    const now = paidOut && whereExact(() => this.#entitle(this.#plan, read.teacher, paidOut));
    const asIf = this.#asIf;
    const wouldBe = asIf && whereExact(() => this.#entitle(asIf, read.teacher));
    if (!now || !before || (asIf && !wouldBe)) return this.fail([TOO_LARGE], base, teacherId);
    if (wouldBe) {
      const { personal, institution } = totalsOf(wouldBe);
      this.#wouldBe.addExact(personal + institution);
      this.#wouldBeComplete &&= isDueKnown(wouldBe);
    }
    this.#notes.add(this.#plan, now, 1);
    this.#settled.add(teacherId);
    const lines = compareSides([...this.#ledger.byAllowance.keys()], before.side, sideOf(now), this.#isSame);
    const complete = !lines.some(({ isIncomparable }) => isIncomparable);
    if (!complete) this.#incomplete++;
    const undetermined = lines.flatMap((line) => line.alike.map((one) => this.#wireAlike(line, one)));
    if (undetermined.length > 0) this.#undetermined++;
    return {
      index: this.#teachers++,
      teacherId,
      status: 'ok',
      ...withUnresolved(this.#ledger.add(lines)),
      complete,
      lines: lines.map((line) => this.#wire(line)),
      ...(undetermined.length > 0 && { undetermined }),
      missing: missingOf(this.#plan, now, true),
      ...(before.missing && { missingKnown: before.missing }),
      ...this.#wireClaims(now),
    };
  }

  /** What is owed under claims, apart from what was overpaid. */
  #wireClaims({ claims }: Entitlement) {
    if (claims.length === 0) return {};
    this.#claims.add({ claims }, 1);
    const { repayments, openRepayments } = repaymentsOf(this.#plan, claims, this.#wording);
    return { ...(repayments.length > 0 && { repayments }), ...(openRepayments && { openRepayments }) };
  }

  /** What a teacher is entitled to in the months that count. */
  #entitle(plan: Plan, teacher: Teacher, paidOut?: PaidOut): Entitlement {
    return keepMonths(entitle(plan, teacher, paidOut), this.#months);
  }

  /** What was paid in the months that are asked for, by which claims go: the payments, or what the rules known then came to. */
  #paidOut(teacherId: string, side: Side): PaidOut {
    const first = january(this.#plan.settings.year);
    const { from, to } = this.#span;
    return (allowance, month) => {
      if ('payments' in this.#before && month >= from && month <= to) return this.#before.payments.paidIn(teacherId, allowance, month);
      const place = month - first;
      if (!this.#then || place < 0 || place > 11 || !(this.#months & (1 << place))) return null;
      const known = side.get(allowance)?.fen;
      return known ? (known[place] ?? null) : 0;
    };
  }

  /** The months that count. */
  get #months(): MonthSet {
    return this.#of?.part.months ?? ALL_MONTHS;
  }

  #sideBefore(teacher: Teacher, teacherId: string): Before {
    if (this.#then) {
      const entitlement = this.#entitle(this.#then, this.#translate(teacher));
      this.#notesThen.add(this.#then, entitlement, 1);
      return { side: sideOf(entitlement), missing: missingOf(this.#then, entitlement, true) };
    }
    const side = new Map([...this.#paidTo(teacherId)].map(([allowance, fen]) => [allowance, { fen, missing: [] }]));
    return { side, missing: null };
  }

  #paidTo(teacherId: string) {
    return 'payments' in this.#before ? this.#before.payments.of(teacherId, this.#plan.settings.year) : [];
  }

  #month(month: number): string {
    return formatMonth(january(this.#plan.settings.year) + month);
  }

  #wire({ allowance, months, sums }: ArrearsLine): Computed['lines'][number] {
    const { title, payee } = this.#allowances.get(allowance) as AllowanceNode;
    const byMonth = months.map(({ month, paidFen, dueFen }) => ({
      month: this.#month(month),
      paid: paidFen === null ? null : formatFen(paidFen),
      due: dueFen === null ? null : formatFen(dueFen),
      difference: paidFen === null || dueFen === null ? null : formatFen(lessFen(dueFen, paidFen)),
    }));
    return { allowance, title: say(title, this.#wording), payee, byMonth, ...wireSums(sums) };
  }

  #wireAlike({ allowance }: ArrearsLine, one: MissingInMonths): NonNullable<Computed['undetermined']>[number] {
    return { allowance, ...one.input, months: listMonths(one.months).map((month) => this.#month(month)), ...wireUnder(one) };
  }

  /** Records an entry that cannot be computed. */
  fail(issues: readonly Issue[], base: readonly (string | number)[] = [], teacherId?: string): ArrearsEntry {
    this.#failed++;
    const errors = this.#room.list(issues, this.#wording, base);
    return { index: this.#teachers++, ...(teacherId === undefined ? {} : { teacherId }), status: 'error', errors };
  }

  /** The current rules, with those known then or the number of payments. */
  head(): Listing<ArrearsResult>['head'] {
    const then = this.#then && headOf(this.#then);
    const { year: _, ...known } = then ?? { year: 0 };
    return {
      ...(this.#of ? headOfPart(this.#plan, this.#of.part) : headOf(this.#plan)),
      ...(then && { known: known as NonNullable<ArrearsResult['known']> }),
      ...('payments' in this.#before && this.#of === null && { payments: this.#before.payments.counts }),
    };
  }

  /** The sums of all teachers. Payments to teachers who could not be computed are unresolved. */
  summary(): ArrearsResult['summary'] {
    const { total, byAllowance, byMonth } = this.#ledger;
    const unsettled = 'payments' in this.#before ? [...this.#before.payments.teachers].filter((id) => !this.#settled.has(id)) : [];
    for (const id of unsettled) {
      for (const [, fen] of this.#paidTo(id)) for (const amount of fen) total.add(amount, null);
      this.#settled.add(id);
    }
    const claims = this.#claims.close(this.#plan);
    const warnings = warningsUnder(this.#plan, this.#notes, this.#months);
    const warningsKnown = this.#then ? warningsUnder(this.#then, this.#notesThen, this.#months) : [];
    return {
      teachers: this.#teachers,
      failed: this.#failed,
      incomplete: this.#incomplete,
      undetermined: this.#undetermined,
      ...withUnresolved(total),
      byAllowance: [...byAllowance].map(([allowance, sums]) => ({ allowance, ...wireSums(sums) })),
      byMonth: byMonth.flatMap((sums, month) =>
        sums.paidFen === 0n && sums.dueFen === 0n ? [] : [{ month: this.#month(month), ...wireSums(sums) }],
      ),
      ...(claims.byClaim.length > 0 && {
        repayments: {
          amount: formatFen(claims.amountFen),
          headcount: claims.headcount,
          openHeadcount: claims.openHeadcount,
          byClaim: Object.fromEntries(claims.byClaim.map(({ claim, amountFen }) => [claim.id, formatFen(amountFen)])),
        },
      }),
      ...(warnings.length > 0 && { warnings }),
      ...(warningsKnown.length > 0 && { warningsKnown }),
      ...notInForceOf(this.#plan, this.#asIf && { due: formatFen(this.#wouldBe.value), complete: this.#wouldBeComplete }, this.#months),
    };
  }
}

function warningsUnder(plan: Plan, notes: NoteTally, months: MonthSet) {
  return [...warningsWithin(plan, months), ...rangeWarningsOf(plan), ...notes.list(plan)];
}

function wireSums({ paidFen, dueFen, differenceFen }: ArrearsSums) {
  return { paid: formatFen(paidFen), due: formatFen(dueFen), difference: formatFen(differenceFen) };
}

function withUnresolved(sums: ArrearsSums) {
  return { ...wireSums(sums), unresolved: { paid: formatFen(sums.unresolvedPaidFen), due: formatFen(sums.unresolvedDueFen) } };
}

/**
 * Computes the arrears of a year teacher by teacher. An invalid teacher becomes an error entry and does not affect the others.
 *
 * @throws RangeError if the order is for a period; use `listArrearsOfPeriod`
 */
export function listArrears(policy: Policy, order: ArrearsOrder, wording: Wording, lost: EntryFaults = new Map()): Listing<ArrearsResult> {
  if (order.period) throw new RangeError('a period is more than one year');
  const arrears = new Arrears(policy, order, wording);
  return { head: arrears.head(), results: listEntries(arrears, order.teachers, lost), summary: () => arrears.summary() };
}
