import * as z from 'zod';
import { factValue } from './head.ts';

/** Something that a reader of a result should know although it changes no amount: its code and its subject. */
export const wireWarning = z.object({
  code: z.string(),
  effectiveFrom: z.string().optional(),
  effectiveTo: z.string().optional(),
  supersedes: z.string().optional(),
  allowance: z.string().optional(),
  claim: z.string().optional(),
  parameter: z.string().optional().meta({ description: 'A figure of the request that lies outside the range that the text sets for it.' }),
  atLeast: z.string().optional(),
  atMost: z.string().optional(),
  fact: z.string().optional().meta({
    description: 'A derived fact that is given otherwise than it follows from the others, or one of everybody that no rule in force reads.',
  }),
  given: factValue.optional().meta({ description: 'Its given value, which counts.' }),
  derived: factValue.optional().meta({ description: 'The value that follows from the other facts.' }),
  months: z.array(z.string()).optional().meta({ description: 'The months of the year that it is about.' }),
  asIfInForce: z.literal(true).optional().meta({ description: 'Of months outside: whether they were computed all the same.' }),
  headcount: z.int().optional().meta({ description: 'Of how many people it is told, where it is told of some of many.' }),
});
