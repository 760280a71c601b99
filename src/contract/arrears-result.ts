import * as z from 'zod';
import { wireIssue } from './batch.ts';
import { amount, head, wireMissing, wireMonth } from './head.ts';

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

/** The result of one teacher: line by line and month by month, or what is wrong with the request. */
export const arrearsEntry = z.union([
  z.object({
    index: z.int(),
    teacherId: z.string(),
    status: z.literal('ok'),
    ...sums,
    unresolved,
    complete: z.boolean(),
    lines: z.array(line),
    missing: z.array(wireMissing).meta({ description: 'What is missing under the rules known now.' }),
    missingKnown: z.array(wireMissing).optional().meta({ description: 'What was missing under the rules known then.' }),
  }),
  z.object({ index: z.int(), teacherId: z.string().optional(), status: z.literal('error'), errors: z.array(wireIssue) }),
]);
export type ArrearsEntry = z.infer<typeof arrearsEntry>;

/** The answer about arrears. */
export const arrearsResult = head.extend({
  known: head.omit({ year: true }).optional().meta({ description: 'The rules known then, where what was paid is computed by them.' }),
  results: z.array(arrearsEntry),
  summary: z.object({
    teachers: z.int(),
    failed: z.int(),
    incomplete: z.int(),
    ...sums,
    unresolved,
    byAllowance: z.array(z.object({ allowance: z.string(), ...sums })),
    byMonth: z.array(z.object({ month: wireMonth, ...sums })),
  }),
});
export type ArrearsResult = z.infer<typeof arrearsResult>;
