import * as z from 'zod';
import { ClaimTally, takenBack } from '../../budget/claim-tally.ts';
import { UnusedTally } from '../../budget/fact-tallies.ts';
import { keepMonths } from '../../budget/keep-months.ts';
import { NoteTally } from '../../budget/note-tally.ts';
import { formatMonth, january } from '../../calendar/month.ts';
import { ALL_MONTHS, type MonthSet } from '../../calendar/month-set.ts';
import type { Period } from '../../calendar/period.ts';
import { entitle } from '../../engine/entitle.ts';
import { type Claim, type Entitlement, isComplete, isDueKnown } from '../../engine/item.ts';
import type { Plan, RunSettings } from '../../engine/plan.ts';
import { planFor } from '../../engine/plan-cache.ts';
import { totalsOf } from '../../engine/totals.ts';
import { notesOf, rangeWarningsOf } from '../../engine/warnings.ts';
import type { CodedTeacher } from '../../facts/coded-teacher.ts';
import type { Issue } from '../../facts/issue.ts';
import { ExactSum } from '../../money/exact-sum.ts';
import { formatFen } from '../../money/fen.ts';
import type { Policy } from '../../policy/policy.ts';
import { grantedBy, paidOut, wireMonths, wirePaidOut } from '../teacher/entitlement.ts';
import { type ReadTeacher, readTeacher } from '../teacher/read-teacher.ts';
import { claimMissingOf, wireClaimMissing } from '../teacher/repayments.ts';
import { idOf } from '../wire/entries.ts';
import { amount, head, wireMissing, wireMonth } from '../wire/head.ts';
import { missingOf } from '../wire/missing.ts';
import { notInForce, notInForceOf, planAsIfInForce } from '../wire/not-in-force.ts';
import type { Read } from '../wire/settings.ts';
import { readSpanRequest } from '../wire/span.ts';
import { TOO_LARGE, whereExact } from '../wire/too-large.ts';
import { wireWarning } from '../wire/warnings.ts';
import { type RemainingIssues, type Wording, wireIssues } from '../wire/wording.ts';
import { warningsWithin } from '../wire/year-warnings.ts';
import { batchRequest } from './schemas.ts';

/** A fault, for the wire. */
export const wireIssue = z.object({ pointer: z.string(), code: z.string(), message: z.string() });

const batchLine = z.object({
  allowance: z.string(),
  policy: z.string().optional(),
  payee: z.enum(['teacher', 'institution']),
  amount,
  byMonth: z.array(z.object({ month: wireMonth, amount })).optional(),
  paidOut: paidOut.optional(),
});

/** The result of one teacher of a batch: the amounts, or the faults of the entry. */
export const batchEntry = z.union([
  z.object({
    index: z.int(),
    teacherId: z.string(),
    status: z.literal('ok'),
    personalTotal: amount,
    institutionTotal: amount,
    complete: z.boolean(),
    lines: z.array(batchLine),
    missing: z.array(wireMissing),
    repayments: z
      .array(z.object({ claim: z.string(), allowance: z.string().optional(), month: wireMonth, amount }))
      .optional()
      .meta({ description: 'What the teacher owes under claims, where something; in no total.' }),
    openRepayments: z
      .array(z.object({ claim: z.string(), missing: z.array(wireClaimMissing) }))
      .optional()
      .meta({ description: 'Claims of which something is not known, where there are some.' }),
    warnings: z.array(wireWarning).optional().meta({ description: 'What is to be known of this teacher, where something.' }),
  }),
  z.object({ index: z.int(), teacherId: z.string().optional(), status: z.literal('error'), errors: z.array(wireIssue) }),
]);
export type BatchEntry = z.infer<typeof batchEntry>;

export const batchSummary = z.object({
  teachers: z.int(),
  failed: z.int(),
  incomplete: z.int(),
  personalTotal: amount,
  institutionTotal: amount,
  byAllowance: z.record(z.string(), amount),
  repayments: z
    .record(z.string(), amount)
    .optional()
    .meta({ description: 'What teachers owe back of what one allowance has paid, by that allowance, where something; in no total.' }),
  repaymentsByClaim: z
    .record(z.string(), amount)
    .optional()
    .meta({ description: 'What teachers owe by claim, where something; in no total.' }),
  openRepayments: z
    .record(z.string(), z.int())
    .optional()
    .meta({ description: 'By claim: for how many teachers something about it is not known, where for some.' }),
  warnings: z
    .array(wireWarning)
    .optional()
    .meta({ description: 'Where there are some: of the run, and of allowances with the number of teachers.' }),
  unused: z
    .array(z.object({ fact: z.string(), headcount: z.int() }))
    .optional()
    .meta({ description: 'Facts that are given and that no rule in force reads, where there are some, with the number of teachers.' }),
  notInForce,
});
export type BatchSummary = z.infer<typeof batchSummary>;

/** The answer for many teachers. */
export const batchResult = head.extend({ results: z.array(batchEntry), summary: batchSummary });
export type BatchResult = z.infer<typeof batchResult>;

/** The last line of a streamed batch. */
export const batchSummaryLine = z.object({ summary: head.extend(batchSummary.shape) });

/** A request for many teachers; for a period, the settings are those of its first year. */
export interface BatchOrder {
  readonly teachers: readonly unknown[];
  readonly settings: RunSettings;
  readonly period: Period | null;
}

/** Reads a request for many teachers, over a year or a period. The teachers are validated one by one as they are computed. */
export function readBatchRequest(policy: Policy, body: unknown): Read<BatchOrder> {
  const read = readSpanRequest(policy, batchRequest, body);
  if (read.value === null) return read;
  const { request, settings, period } = read.value;
  return { value: { teachers: request.teachers, settings, period }, issues: [] };
}

export interface BatchOptions {
  /** Whether line items carry their months. */
  readonly months: boolean;
  /** Limits the faults if the answer is held whole; a stream needs no limit. */
  readonly room?: RemainingIssues;
  /** The months that count, if the year is part of a period. */
  readonly kept?: MonthSet;
  /** Reads a teacher; one who occurs in several years need be read only once. */
  readonly read?: (policy: Policy, record: unknown) => ReadTeacher;
}

/** A batch in progress: entries are added one by one and only sums are kept. */
export class Batch {
  readonly plan: Plan;
  readonly #wording: Wording;
  readonly #options: BatchOptions;
  readonly #sums: readonly ExactSum[];
  /** By allowance of the plan. */
  readonly #rowOf: readonly number[];
  readonly #personal = new ExactSum();
  readonly #institution = new ExactSum();
  #teachers = 0;
  #failed = 0;
  #incomplete = 0;
  readonly #notes = new NoteTally();
  readonly #unused: UnusedTally;
  /** The same run as if the policies were in force, if they are not all year, and its totals. */
  readonly #asIf: { readonly plan: Plan; readonly personal: ExactSum; readonly institution: ExactSum; complete: boolean } | null;
  readonly #claims = new ClaimTally();

  constructor(policy: Policy, settings: RunSettings, wording: Wording, options: BatchOptions) {
    this.plan = planFor(policy, settings);
    this.#wording = wording;
    this.#options = options;
    this.#sums = this.plan.rows.map(() => new ExactSum());
    this.#rowOf = this.plan.allowances.map(({ row }) => row);
    this.#unused = new UnusedTally(this.plan);
    const asIf = planAsIfInForce(this.plan);
    this.#asIf = asIf && { plan: asIf, personal: new ExactSum(), institution: new ExactSum(), complete: true };
  }

  /**
   * Computes the next teacher.
   *
   * @param record any value; one that is not a valid teacher becomes an error entry
   * @param base the place of the record in the body, for pointers
   */
  next(record: unknown, base: readonly (string | number)[] = []): BatchEntry {
    const { policy } = this.plan;
    const { read: reader = readTeacher, kept = ALL_MONTHS } = this.#options;
    const read = reader(policy, record);
    if ('issues' in read) return this.fail(read.issues, base, idOf(record));
    const entitlement = whereExact(() => keepMonths(entitle(this.plan, read.teacher), kept));
    const asIfPlan = this.#asIf?.plan;
    const asIf = asIfPlan && whereExact(() => withTotals(keepMonths(entitle(asIfPlan, read.teacher), kept)));
    if (entitlement === null || (this.#asIf && !asIf)) return this.fail([TOO_LARGE], base, idOf(record));
    if (this.#asIf && asIf) {
      this.#asIf.personal.addExact(asIf.personal);
      this.#asIf.institution.addExact(asIf.institution);
      this.#asIf.complete &&= asIf.complete;
    }
    const index = this.#teachers++;
    const warnings = notesOf(this.plan, entitlement);
    const missing = missingOf(this.plan, entitlement, this.#options.months);
    const totals = totalsOf(entitlement);
    const complete = isComplete(entitlement);
    if (!complete) this.#incomplete++;
    this.#notes.add(this.plan, entitlement, 1);
    this.#unused.add(read.teacher, 1);
    this.#claims.add(entitlement, 1);
    this.#personal.addExact(totals.personal);
    this.#institution.addExact(totals.institution);
    const lines = entitlement.items.flatMap((item) => {
      if (item.paidStretches === null) return [];
      this.#sums[item.allowance.row]?.add(item.amountFen);
      const { id, node } = item.allowance;
      const line = { allowance: id, ...grantedBy(this.plan, item.allowance), payee: node.payee, amount: formatFen(item.amountFen) };
      return [this.#options.months ? { ...line, byMonth: wireMonths(this.plan, item), ...wirePaidOut(this.plan, item) } : line];
    });
    return {
      index,
      teacherId: read.id,
      status: 'ok',
      personalTotal: formatFen(totals.personal),
      institutionTotal: formatFen(totals.institution),
      complete,
      lines,
      missing,
      ...this.#wireClaims(entitlement.claims),
      ...(warnings.length > 0 && { warnings }),
    };
  }

  /**
   * Looks at a teacher whose entry is written elsewhere because nothing needs explaining. Must be called while the codes are still valid.
   */
  see(teacher: CodedTeacher): void {
    this.#unused.see(teacher);
  }

  /**
   * Counts the teacher who was {@link see seen}.
   *
   * @param amountsFen by allowance of the plan
   * @returns the index of the entry
   */
  count(personalFen: number, institutionFen: number, amountsFen: Float64Array, isComplete: boolean): number {
    if (!isComplete) this.#incomplete++;
    this.#unused.addSeen();
    this.#personal.add(personalFen);
    this.#institution.add(institutionFen);
    for (let at = 0; at < amountsFen.length; at++) this.#sums[this.#rowOf[at] as number]?.add(amountsFen[at] as number);
    return this.#teachers++;
  }

  #wireClaims(claims: readonly Claim[]) {
    const first = january(this.plan.settings.year);
    const repayments = claims.flatMap((one) => {
      const { claim, month, amountFen } = one;
      if (month === null || amountFen === null) return [];
      const allowance = takenBack(one);
      return [
        { claim: claim.id, ...(allowance !== null && { allowance }), month: formatMonth(first + month), amount: formatFen(amountFen) },
      ];
    });
    const openRepayments = claims.flatMap((one) =>
      one.amountFen === null ? [{ claim: one.claim.id, missing: claimMissingOf(this.plan, one) }] : [],
    );
    return { ...(repayments.length > 0 && { repayments }), ...(openRepayments.length > 0 && { openRepayments }) };
  }

  /** Records an entry that cannot be computed. */
  fail(issues: readonly Issue[], base: readonly (string | number)[] = [], teacherId?: string): BatchEntry {
    this.#failed++;
    const { room } = this.#options;
    const errors = room ? room.list(issues, this.#wording, base) : wireIssues(issues, this.#wording, base);
    return { index: this.#teachers++, ...(teacherId === undefined ? {} : { teacherId }), status: 'error', errors };
  }

  /** The sums so far. */
  summary(): BatchSummary {
    const { byAllowance, byClaim } = this.#claims.close(this.plan);
    const owed = byAllowance.map(({ allowance, amountFen }) => [allowance, formatFen(amountFen)]);
    const claimed = byClaim.flatMap(({ claim, headcount, amountFen }) => (headcount > 0 ? [[claim.id, formatFen(amountFen)]] : []));
    const open = byClaim.flatMap(({ claim, openHeadcount }) => (openHeadcount > 0 ? [[claim.id, openHeadcount]] : []));
    const unused = this.#unused.list();
    const asIf = this.#asIf && {
      personalTotal: formatFen(this.#asIf.personal.value),
      institutionTotal: formatFen(this.#asIf.institution.value),
      complete: this.#asIf.complete,
    };
    const { kept = ALL_MONTHS } = this.#options;
    const warnings = [...warningsWithin(this.plan, kept), ...rangeWarningsOf(this.plan), ...this.#notes.list(this.plan)];
    return {
      teachers: this.#teachers,
      failed: this.#failed,
      incomplete: this.#incomplete,
      personalTotal: formatFen(this.#personal.value),
      institutionTotal: formatFen(this.#institution.value),
      byAllowance: Object.fromEntries(this.plan.rows.map(({ id, row }) => [id, formatFen(this.#sums[row]?.value ?? 0n)])),
      ...(owed.length > 0 && { repayments: Object.fromEntries(owed) }),
      ...(claimed.length > 0 && { repaymentsByClaim: Object.fromEntries(claimed) }),
      ...(open.length > 0 && { openRepayments: Object.fromEntries(open) }),
      ...(warnings.length > 0 && { warnings }),
      ...(unused.length > 0 && { unused }),
      ...notInForceOf(this.plan, asIf, kept),
    };
  }
}

function withTotals(entitlement: Entitlement) {
  return { ...totalsOf(entitlement), complete: isDueKnown(entitlement) };
}
