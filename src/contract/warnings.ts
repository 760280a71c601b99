import * as z from 'zod';

/** What a reader of a result should know though it changes no amount; by its code, with what it is about. */
export const wireWarning = z.object({
  code: z.string(),
  effectiveFrom: z.string().optional(),
  effectiveTo: z.string().optional(),
  supersedes: z.string().optional(),
  allowance: z.string().optional(),
  parameter: z.string().optional().meta({ description: 'A figure of the request that lies outside the range that the text sets for it.' }),
  atLeast: z.string().optional(),
  atMost: z.string().optional(),
  headcount: z.int().optional().meta({ description: 'Of how many people it is told, where it is told of an allowance of some of many.' }),
});
