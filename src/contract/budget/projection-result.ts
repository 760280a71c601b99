import * as z from 'zod';
import { amount } from '../wire/head.ts';
import { budgetNotInForce } from '../wire/not-in-force.ts';
import { wireWarning } from '../wire/warnings.ts';
import { wireFunding } from './funding.ts';

/** The years to come, for the wire, with the growth that they assume. */
export const projectionResult = z.object({
  years: z.int(),
  headcountGrowth: z.string(),
  headcountGrowthByStage: z.record(z.string(), z.string()),
  rateGrowth: z.string(),
  rateGrowthByParameter: z.record(z.string(), z.string()),
  byYear: z.array(
    z.object({
      year: z.int(),
      employed: z.int().meta({ description: 'The people of this budget who are employed in that year.' }),
      headcount: z.int().meta({ description: 'The same with growth.' }),
      complete: z.boolean().meta({ description: 'Whether nothing is missing for anybody and no envelope is awaited.' }),
      total: amount,
      personalTotal: amount,
      institutionTotal: amount,
      envelopeTotal: amount,
      byAllowance: z.array(z.object({ allowance: z.string(), title: z.string(), payee: z.enum(['teacher', 'institution']), amount })),
      byStage: z.array(z.object({ stage: z.string().nullable(), headcount: z.int(), amount })),
      funding: wireFunding,
      warnings: z.array(wireWarning),
      notInForce: budgetNotInForce,
    }),
  ),
});
export type ProjectionResult = z.infer<typeof projectionResult>;
