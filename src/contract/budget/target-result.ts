import * as z from 'zod';
import { targetUnit } from '../policy/policy-view.ts';
import { amount, wireClause } from '../wire/head.ts';

const kindFacts = z.record(z.string(), z.union([z.string(), z.boolean()]));

/** A target of the policy: what meeting it costs a year, and the kinds its people can be split into. */
export const wireTarget = z.object({
  id: z.string(),
  title: z.string(),
  clause: wireClause,
  count: z.int(),
  unit: targetUnit,
  by: z.int(),
  costFrom: amount.nullable(),
  costTo: amount.nullable(),
  awaited: z.array(z.string()),
  costOf: z.string().optional().meta({ description: 'The allowance that it is reckoned by, where it has a rate.' }),
  kinds: z
    .array(
      z.object({
        facts: kindFacts,
        present: z.int().meta({ description: 'How many people of this budget are paid so, in the last month that is.' }),
        yearly: amount.nullable().meta({ description: 'What one of them costs a year, paid all year; null while that is not known.' }),
      }),
    )
    .optional()
    .meta({ description: 'The kinds of people who can be paid the allowance, by the facts that its amount rests on.' }),
});
export type WireTarget = z.infer<typeof wireTarget>;

/** A target that a scenario assumes met. */
export const wireMetTarget = z.object({
  target: z.string(),
  allowance: z.string(),
  count: z.int(),
  split: z.array(z.object({ facts: kindFacts, count: z.int(), amount: amount.nullable() })).meta({
    description: 'The people of the target; empty where they are to be split as today and nobody is paid today.',
  }),
  costFrom: amount.nullable(),
  costTo: amount.nullable(),
  awaited: z.array(z.string()),
});
export type WireMetTarget = z.infer<typeof wireMetTarget>;
