import * as z from 'zod';
import { wireIssue } from '../batch/batch.ts';
import { wireClaimMissing } from '../teacher/repayments.ts';
import { amount, factValue, head, wireClause, wireMonth } from '../wire/head.ts';
import { budgetNotInForce } from '../wire/not-in-force.ts';
import { wireWarning } from '../wire/warnings.ts';
import { wireBudgetCodes } from './budget-codes.ts';
import { checkResult } from './checks.ts';
import { wireFunding } from './funding.ts';
import { projectionResult } from './projection-result.ts';
import { wireMetTarget, wireTarget } from './target-result.ts';

const counted = { headcount: z.int() };

/** A comparison with the totals of this run. */
const compared = { total: amount, difference: amount };

/** The least and the most over the options of readings that are not chosen. */
const span = { least: amount, most: amount };

/** What hangs on readings that have no default and are not chosen. */
const open = z
  .object({
    readings: z.array(z.object({ reading: z.string(), ...counted })),
    ...counted,
    ...span,
    byAllowance: z.array(z.object({ allowance: z.string(), ...span })),
  })
  .optional()
  .meta({
    description:
      'Where readings without a default are not chosen: how many people hang on each, and the least and the most that the total, with envelopes, and each allowance can come to. A reading has one option for everybody. What is missing for other reasons is in neither.',
  });

/** The same for what a run is compared with. */
const openTotal = z.object(span).optional().meta({ description: 'The least and the most of the total, where it leaves readings open.' });

/** The answer for a budget. Every breakdown adds up to its total exactly. */
export const budgetResult = head.extend({
  headcount: z.int(),
  incomplete: z.int(),
  failed: z.int(),
  failures: z.array(
    z.object({ index: z.int(), teacherId: z.string().optional(), cohort: z.literal(true).optional(), errors: z.array(wireIssue) }),
  ),
  total: amount,
  personalTotal: amount,
  institutionTotal: amount,
  envelopeTotal: amount,
  open,
  byAllowance: z.array(
    z.object({ allowance: z.string(), title: z.string(), payee: z.enum(['teacher', 'institution']), ...counted, amount }),
  ),
  byMonth: z.array(z.object({ month: wireMonth, amount })),
  paidOut: z
    .array(z.object({ month: wireMonth, amount }))
    .optional()
    .meta({
      description:
        'The same by the month in which it is paid out, where the policy says that of some allowance: cash beside what is due. What is due after the last such month is paid out in the next year; what was due in the year before is not in it.',
    }),
  byBudgetCode: z.array(z.object({ economic: z.string(), functional: z.string().nullable(), amount })),
  budgetCodes: wireBudgetCodes.optional().meta({ description: 'The budget codes that were set.' }),
  funding: wireFunding,
  repayments: z
    .object({
      amount,
      ...counted,
      byAllowance: z.array(z.object({ allowance: z.string(), title: z.string(), ...counted, amount })).meta({
        description: 'What is owed back of what one allowance has paid, without penalties; claims of other kinds are in `byClaim` alone.',
      }),
      byClaim: z.array(z.object({ claim: z.string(), title: z.string(), ...counted, amount, openHeadcount: z.int() })),
      openHeadcount: z
        .int()
        .meta({ description: 'For how many people something about a claim is not known: they are not in the amounts.' }),
      missing: z.array(z.object({ claim: z.string(), ...wireClaimMissing.omit({ months: true }).shape, ...counted })).meta({
        description: 'What is missing to know claims, and for how many people.',
      }),
    })
    .meta({ description: 'What people owe under claims, such as for leaving a service early; in no total.' }),
  envelopes: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      clause: wireClause,
      amount: amount.nullable(),
      atLeast: z.literal(true).optional(),
      parts: z.array(z.object({ id: z.string(), title: z.string(), amount: amount.nullable() })).optional(),
    }),
  ),
  groups: z.array(z.object({ key: z.record(z.string(), z.union([z.string(), z.null()])), ...counted, amount })),
  missing: z.array(
    z.object({
      allowance: z.string(),
      code: z.enum(['fact', 'no-figure', 'outside-employment', 'open-period', 'reading']),
      fact: z.string().optional(),
      parameter: z.string().optional(),
      reading: z.string().optional(),
      ...counted,
    }),
  ),
  assumed: z
    .array(z.object({ fact: z.string(), value: factValue, ...counted }))
    .meta({ description: 'Defaults that stood in for facts that were not given, and on how many people each rests.' }),
  unused: z
    .array(z.object({ fact: z.string(), ...counted }))
    .meta({ description: 'Facts that people give and that no rule in force reads.' }),
  awaited: z.array(z.object({ allowance: z.string(), parameter: z.string(), clause: wireClause, ...counted })),
  checks: z.array(checkResult),
  targets: z.array(wireTarget),
  sensitivity: z.array(
    z.object({
      reading: z.string(),
      option: z.string(),
      ...compared,
      least: z.literal(true).optional().meta({
        description: 'Where readings are open: the total is the least under this option, and the difference that to the least of this run.',
      }),
    }),
  ),
  scenarios: z.array(
    z.object({
      id: z.string(),
      title: z.string().nullable(),
      ...compared,
      open: openTotal,
      gaining: z.int(),
      losing: z.int(),
      unchanged: z.int(),
      byAllowance: z.array(z.object({ allowance: z.string(), amount, difference: amount })),
      envelopes: z.array(z.object({ id: z.string(), amount: amount.nullable(), difference: amount })).meta({
        description:
          'With the allowances they come to the total. `amount` is null while the figure is awaited; it then counts for nothing in total and difference.',
      }),
      targets: z.array(wireMetTarget).optional().meta({ description: 'The targets that it takes as met.' }),
    }),
  ),
  projection: projectionResult.optional(),
  warnings: z.array(wireWarning),
  notInForce: budgetNotInForce,
});
export type BudgetResult = z.infer<typeof budgetResult>;
