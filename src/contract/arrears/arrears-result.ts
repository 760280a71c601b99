import * as z from 'zod';
import { wireIssue } from '../batch/batch.ts';
import { wireOpenRepayment, wireRepayment } from '../teacher/repayments.ts';
import { amount, head, wireMissing, wireMonth } from '../wire/head.ts';
import { arrearsNotInForce } from '../wire/not-in-force.ts';
import { wireWarning } from '../wire/warnings.ts';
import { wirePayments } from './payments.ts';

const orUnknown = z.union([amount, z.null()]);

/** What was paid, what is due, and what is due less what was paid: negative where too much was paid. */
const sums = { paid: amount, due: amount, difference: amount };

const unresolved = z
  .object({ paid: amount, due: amount })
  .meta({ description: 'What is known of the months that cannot be compared, because paid or due is not known; it is in no other sum.' });

const line = z.object({
  allowance: z.string(),
  title: z.string(),
  payee: z.enum(['teacher', 'institution']),
  byMonth: z
    .array(z.object({ month: wireMonth, paid: orUnknown, due: orUnknown, difference: orUnknown }))
    .meta({ description: 'The months in which paid or due is not zero; null where a fact or figure is missing.' }),
  ...sums,
});

/** The result of one teacher by line item and month, or the faults of the entry. */
export const arrearsEntry = z.union([
  z.object({
    index: z.int(),
    teacherId: z.string(),
    status: z.literal('ok'),
    ...sums,
    unresolved,
    complete: z
      .boolean()
      .meta({ description: 'False where a month cannot be compared: paid or due is not known, and not both for want of the same.' }),
    lines: z.array(line),
    undetermined: z
      .array(wireMissing)
      .optional()
      .meta({ description: 'What is missing now and was missing then alike, with the months: neither paid nor due as yet, in no sum.' }),
    missing: z.array(wireMissing).meta({ description: 'What is missing under the rules known now.' }),
    missingKnown: z.array(wireMissing).optional().meta({ description: 'What was missing under the rules known then.' }),
    repayments: z
      .array(wireRepayment)
      .optional()
      .meta({ description: 'What the teacher owes under claims, by what was paid; apart from what was overpaid, and in no sum.' }),
    openRepayments: z.array(wireOpenRepayment).optional().meta({ description: 'Claims of which something is not known.' }),
  }),
  z.object({ index: z.int(), teacherId: z.string().optional(), status: z.literal('error'), errors: z.array(wireIssue) }),
]);
export type ArrearsEntry = z.infer<typeof arrearsEntry>;

const sumsOfAll = {
  ...sums,
  unresolved,
  byAllowance: z.array(z.object({ allowance: z.string(), ...sums })),
  byMonth: z.array(z.object({ month: wireMonth, ...sums })),
};

/** How many teachers the sums cover, and for how many of them something is unknown. */
const headcounts = {
  teachers: z.int(),
  failed: z.int(),
  incomplete: z.int().meta({ description: 'Teachers with months that cannot be compared.' }),
  undetermined: z.int().meta({ description: 'Teachers with months that are undetermined on both sides alike.' }),
};

const summary = z.object({
  ...headcounts,
  ...sumsOfAll,
  repayments: z
    .object({ amount, headcount: z.int(), openHeadcount: z.int(), byClaim: z.record(z.string(), amount) })
    .optional()
    .meta({ description: 'What people owe under claims, where some do; apart from what was overpaid, and in no sum.' }),
  warnings: z.array(wireWarning).optional().meta({ description: 'Where there are some, under the rules known now.' }),
  warningsKnown: z.array(wireWarning).optional().meta({ description: 'The same under the rules known then.' }),
  notInForce: arrearsNotInForce,
});

const payments = wirePayments.optional().meta({ description: 'What is to be known of the payments, where what was paid is given.' });

/** The answer about the arrears of a year. */
export const arrearsResult = head.extend({
  known: head
    .omit({ year: true, from: true, to: true })
    .optional()
    .meta({ description: 'The rules known then, where what was paid is computed by them.' }),
  payments,
  results: z.array(arrearsEntry),
  summary,
});
export type ArrearsResult = z.infer<typeof arrearsResult>;

/** The sums of one teacher over the years of a period, or the faults of the teacher in one of them. */
const periodEntry = z.union([
  z.object({ index: z.int(), teacherId: z.string(), status: z.literal('ok'), ...sums, unresolved, complete: z.boolean() }),
  z.object({ index: z.int(), teacherId: z.string().optional(), status: z.literal('error'), errors: z.array(wireIssue) }),
]);
export type ArrearsPeriodEntry = z.infer<typeof periodEntry>;

/** The answer about the arrears of a period: that of each year, cut to the months of the period, and sums over them. */
export const arrearsPeriodResult = z.object({
  from: wireMonth,
  to: wireMonth,
  payments,
  years: z.array(arrearsResult),
  results: z.array(periodEntry),
  summary: z.object({ ...headcounts, ...sumsOfAll }),
});
export type ArrearsPeriodResult = z.infer<typeof arrearsPeriodResult>;
