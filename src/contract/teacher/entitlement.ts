import * as z from 'zod';
import { keepMonths } from '../../budget/keep-months.ts';
import { formatMonth, january } from '../../calendar/month.ts';
import { ALL_MONTHS, type MonthSet, NO_MONTHS } from '../../calendar/month-set.ts';
import type { PartOfYear, Period } from '../../calendar/period.ts';
import { cashOf } from '../../engine/cash.ts';
import { entitle } from '../../engine/entitle.ts';
import { assumptionsOf, monthsOf, segmentsOf } from '../../engine/explain.ts';
import { type Declined, type Item, isComplete, isDueKnown } from '../../engine/item.ts';
import type { CompiledAllowance, Plan, RunSettings } from '../../engine/plan.ts';
import { planFor } from '../../engine/plan-cache.ts';
import { totalsOf } from '../../engine/totals.ts';
import { unpaidOf } from '../../engine/unpaid.ts';
import { unusedOf } from '../../engine/unused.ts';
import { monthsIn, notesOf, rangeWarningsOf } from '../../engine/warnings.ts';
import { encodeTeacher, type Teacher } from '../../facts/teacher.ts';
import type { TeacherRecord } from '../../facts/teacher-schema.ts';
import { decodeFact } from '../../facts/value.ts';
import { formatFen } from '../../money/fen.ts';
import type { Policy } from '../../policy/policy.ts';
import { clauseOf } from '../wire/clause.ts';
import { amount, factValue, head, headOf, headOfPart, wireClause, wireMissing, wireMonth } from '../wire/head.ts';
import { missingOf } from '../wire/missing.ts';
import { notInForce, notInForceOf, planAsIfInForce, type WouldBe } from '../wire/not-in-force.ts';
import type { Read } from '../wire/settings.ts';
import { readSpanRequest } from '../wire/span.ts';
import { TOO_LARGE, whereExact } from '../wire/too-large.ts';
import { wireWarning } from '../wire/warnings.ts';
import { say, type Wording } from '../wire/wording.ts';
import { warningsWithin } from '../wire/year-warnings.ts';
import { itemsPaid, wireItems } from './items.ts';
import { repaymentsOf, wireOpenRepayment, wireRepayment } from './repayments.ts';
import { entitlementRequestOf } from './schemas.ts';
import { treatmentFlags, wireTreatments } from './treatments.ts';

const byMonth = z.array(z.object({ month: wireMonth, amount }));

/** When what is due is paid out, where that is not when it is due. */
export const paidOut = byMonth.meta({
  description: 'The months in which it is paid out, where these are others than those in which it is due; they may be of the next year.',
});

const uncapped = amount.optional().meta({ description: 'What the rate would be but for a cap across allowances.' });

const grantor = z.string().meta({ description: 'The policy that grants it, where it is not the one asked for: see `versions`.' });

const line = z.object({
  allowance: z.string(),
  policy: grantor.optional(),
  title: z.string(),
  payee: z.enum(['teacher', 'institution']),
  amount,
  byMonth,
  paidOut: paidOut.optional(),
  segments: z.array(
    z.object({
      from: wireMonth,
      to: wireMonth,
      months: z.int(),
      rate: amount,
      uncapped,
      items: itemsPaid.optional(),
      facts: z.record(z.string(), factValue),
    }),
  ),
  ...wireTreatments,
  clause: wireClause,
  readings: z.array(z.string()),
});

/** The answer for one teacher. */
export const entitlementResult = head.extend({
  teacherId: z.string(),
  personalTotal: amount,
  institutionTotal: amount,
  complete: z.boolean(),
  lines: z.array(line),
  declined: z.array(
    z.object({
      allowance: z.string(),
      code: z.enum(['not-eligible', 'not-employed', 'not-in-force', 'outranked', 'by-reading']),
      fact: z.string().optional(),
      by: z.string().optional(),
      readings: z.array(z.string()).optional(),
    }),
  ),
  missing: z.array(wireMissing),
  unpaid: z.array(
    z.object({
      allowance: z.string(),
      policy: grantor.optional(),
      months: z.array(wireMonth),
      code: z.enum([
        'not-employed',
        'off-payroll',
        'not-in-force',
        'not-in-months',
        'not-started',
        'stopped',
        'not-eligible',
        'outranked',
        'months-used-up',
        'by-reading',
      ]),
      fact: z.string().optional(),
      facts: z.record(z.string(), factValue).optional(),
      by: z.string().optional(),
      readings: z.array(z.string()).optional(),
    }),
  ),
  repayments: z.array(wireRepayment),
  openRepayments: z
    .array(wireOpenRepayment)
    .optional()
    .meta({ description: 'Claims of which something is not known, where there are some.' }),
  assumed: z.array(z.object({ fact: z.string(), value: factValue })),
  unused: z.array(z.string()).meta({ description: 'Facts that are given and that no rule in force reads.' }),
  warnings: z.array(wireWarning),
  notInForce,
});
export type EntitlementResult = z.infer<typeof entitlementResult>;

/** A request for one teacher; for a period, the settings are those of its first year. */
export interface EntitlementOrder {
  readonly teacher: TeacherRecord;
  readonly settings: RunSettings;
  readonly period: Period | null;
}

/** Reads a request for one teacher, over a year or a period. */
export function readEntitlementOrder(policy: Policy, body: unknown): Read<EntitlementOrder> {
  const read = readSpanRequest(policy, entitlementRequestOf(policy), body);
  if (read.value === null) return read;
  const { request, settings, period } = read.value;
  return { value: { teacher: request.teacher, settings, period }, issues: [] };
}

/** The same, for a request that may ask for a year only. */
export function readEntitlementRequest(policy: Policy, body: unknown): Read<Omit<EntitlementOrder, 'period'>> {
  const read = readEntitlementOrder(policy, body);
  if (read.value === null) return read;
  const { period, ...order } = read.value;
  return period === null ? { value: order, issues: [] } : { value: null, issues: [{ path: ['from'], code: 'unknown-field' }] };
}

/**
 * Computes and explains one teacher's entitlements.
 *
 * @param teacher valid, as {@link readEntitlementRequest} gives it
 * @throws AmountTooLargeError if an amount is too large to be exact; {@link answerEntitlement} does not throw
 */
export function explainEntitlement(
  policy: Policy,
  settings: RunSettings,
  teacher: TeacherRecord,
  wording: Pick<Wording, 'language'>,
): EntitlementResult {
  return explainTeacher(planFor(policy, settings), teacher.id as string, encodeTeacher(policy.dictionary, teacher), wording);
}

/**
 * The same for a teacher in the encoding of the engine, under a plan.
 *
 * @param part the months of the year that count, if it is part of a period
 */
export function explainTeacher(
  plan: Plan,
  id: string,
  teacher: Teacher,
  wording: Pick<Wording, 'language'>,
  part?: PartOfYear,
): EntitlementResult {
  const kept = part?.months ?? ALL_MONTHS;
  const entitlement = keepMonths(entitle(plan, teacher), kept);
  const missing = missingOf(plan, entitlement, true);
  const { personal, institution } = totalsOf(entitlement);
  return {
    ...(part ? headOfPart(plan, part) : headOf(plan)),
    teacherId: id,
    personalTotal: formatFen(personal),
    institutionTotal: formatFen(institution),
    complete: isComplete(entitlement),
    lines: entitlement.items.flatMap((item) => (item.paidStretches === null ? [] : [lineOf(plan, item, wording)])),
    declined: entitlement.items.flatMap(({ allowance, declined }) =>
      declined ? [{ allowance: allowance.id, ...withoutNull(declined) }] : [],
    ),
    missing,
    unpaid: wireUnpaid(plan, teacher, kept),
    ...repaymentsOf(plan, entitlement.claims, wording),
    assumed: assumptionsOf(plan, entitlement).map(({ fact, value }) => ({ fact: fact.id, value: decodeFact(fact, value) })),
    unused: unusedOf(plan, teacher).map(({ id: fact }) => fact),
    warnings: [...warningsWithin(plan, kept), ...rangeWarningsOf(plan), ...notesOf(plan, entitlement)],
    ...notInForceOf(plan, wouldBe(plan, teacher, kept), kept),
  };
}

/** What a teacher would be due in some months of the year if the policies were in force all year; `null` if they are. */
export function wouldBe(plan: Plan, teacher: Teacher, kept: MonthSet = ALL_MONTHS): WouldBe | null {
  const asIf = planAsIfInForce(plan);
  if (asIf === null) return null;
  const entitlement = keepMonths(entitle(asIf, teacher), kept);
  const { personal, institution } = totalsOf(entitlement);
  return { personalTotal: formatFen(personal), institutionTotal: formatFen(institution), complete: isDueKnown(entitlement) };
}

/** The same without throwing: if an amount is too large to be exact, the result is a fault of the teacher. */
export function answerEntitlement(
  policy: Policy,
  settings: RunSettings,
  teacher: TeacherRecord,
  wording: Pick<Wording, 'language'>,
): Read<EntitlementResult> {
  return whereComputed(() => explainEntitlement(policy, settings, teacher, wording));
}

/** The computed value, or a fault of the teacher if an amount is too large to be exact. */
export function whereComputed<T>(compute: () => T): Read<T> {
  const value = whereExact(compute);
  return value === null ? { value: null, issues: [{ ...TOO_LARGE, path: ['teacher'] }] } : { value, issues: [] };
}

function lineOf(plan: Plan, item: Item, wording: Pick<Wording, 'language'>): EntitlementResult['lines'][number] {
  const { allowance, amountFen } = item;
  const first = january(plan.settings.year);
  return {
    ...lineStartOf(plan, allowance, wording),
    amount: formatFen(amountFen),
    byMonth: wireMonths(plan, item),
    ...wirePaidOut(plan, item),
    segments: segmentsOf(plan, item).map(({ from, to, months, rateFen, uncappedFen, items, facts }) => ({
      from: formatMonth(first + from),
      to: formatMonth(first + to),
      months,
      rate: formatFen(rateFen),
      ...(uncappedFen !== undefined && { uncapped: formatFen(uncappedFen) }),
      ...(items.length > 0 && { items: wireItems(items) }),
      facts: Object.fromEntries(facts.map(([fact, value]) => [fact.id, decodeFact(fact, value)])),
    })),
    ...lineEndOf(allowance, wording),
  };
}

/** The start of a line item, which is the same for every teacher. */
export function lineStartOf(plan: Plan, allowance: CompiledAllowance, wording: Pick<Wording, 'language'>) {
  const { id, node } = allowance;
  return { allowance: id, ...grantedBy(plan, allowance), title: say(node.title, wording), payee: node.payee };
}

/** The end of a line item, which is the same for every teacher. */
export function lineEndOf({ node, readings }: CompiledAllowance, wording: Pick<Wording, 'language'>) {
  return { ...treatmentFlags(node), clause: clauseOf(node.clause, wording), readings: [...readings] };
}

/** The policy that grants an allowance, if it is not the requested one. */
export function grantedBy(plan: Plan, { policy }: CompiledAllowance): { policy?: string } {
  return policy === plan.policy ? {} : { policy: policy.document.id };
}

/** The months of a line that have an amount. */
export function wireMonths(plan: Plan, item: Item): { month: string; amount: string }[] {
  const first = january(plan.settings.year);
  return monthsOf(item).flatMap((fen, month) => (fen === 0 ? [] : [{ month: formatMonth(first + month), amount: formatFen(fen) }]));
}

/** The months in which a line is paid out, where its allowance says which. */
export function wirePaidOut(plan: Plan, item: Item): { paidOut?: { month: string; amount: string }[] } {
  if (!item.allowance.node.paid) return {};
  const first = january(plan.settings.year);
  return {
    paidOut: cashOf(item).flatMap((fen, month) => (fen === 0 ? [] : [{ month: formatMonth(first + month), amount: formatFen(fen) }])),
  };
}

/** Which months pay nothing of each allowance, and why. @param kept the months that are asked for */
export function wireUnpaid(plan: Plan, teacher: Teacher, kept: MonthSet): EntitlementResult['unpaid'] {
  return unpaidOf(plan, teacher).flatMap(({ allowance, months, why }) => {
    const within = months & kept;
    if (within === NO_MONTHS) return [];
    const { code } = why;
    return [
      {
        allowance: allowance.id,
        ...grantedBy(plan, allowance),
        months: monthsIn(plan.settings.year, within),
        code,
        ...('fact' in why && why.fact !== null && { fact: why.fact }),
        ...('facts' in why && { facts: Object.fromEntries(why.facts.map(([fact, value]) => [fact.id, decodeFact(fact, value)])) }),
        ...('by' in why && { by: why.by }),
        ...('readings' in why && { readings: [...why.readings] }),
      },
    ];
  });
}

function withoutNull(declined: Declined): Omit<EntitlementResult['declined'][number], 'allowance'> {
  if (declined.code === 'by-reading') return { code: declined.code, readings: [...declined.readings] };
  if (declined.code !== 'not-eligible') return declined;
  return { code: declined.code, ...(declined.fact === null ? {} : { fact: declined.fact }) };
}
