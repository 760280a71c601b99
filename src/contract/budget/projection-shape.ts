import * as z from 'zod';
import { absentOr } from '../../facts/issue.ts';
import { integerFault } from '../../facts/teacher-schema.ts';
import { GROWTH_PATTERN, LEAST_GROWTH, MOST_GROWTH, parseGrowth } from '../../money/growth.ts';

/** The most years that a projection may have, and the number by default. */
const MOST_YEARS = 5;
export const USUAL_YEARS = 3;

const error = absentOr();
const growth: z.ZodType<string> = z
  .string({ error: absentOr('invalid-percent') })
  .check((ctx) => {
    if (parseGrowth(ctx.value) !== null) return;
    const params = { minimum: LEAST_GROWTH, maximum: MOST_GROWTH };
    ctx.issues.push({ code: 'custom', input: ctx.value, message: 'invalid-percent', params });
  })
  .meta({ pattern: GROWTH_PATTERN, description: `Percent a year, ${LEAST_GROWTH} to ${MOST_GROWTH}, with up to four decimals.` });
const growths = (description: string) => z.record(z.string(), growth.nullish(), { error }).nullish().meta({ description });

/** The years to come that a budget should show, and the assumed growth of headcount and rates. */
export const projectionShape = z
  .strictObject(
    {
      years: z
        .int({ error: integerFault })
        .min(1)
        .max(MOST_YEARS)
        .nullish()
        .meta({ description: `${USUAL_YEARS} where not given.` }),
      headcountGrowth: growth.nullish(),
      headcountGrowthByStage: growths('Growth of the headcount of single stages; the others grow as all do.'),
      rateGrowth: growth.nullish(),
      rateGrowthByParameter: growths(
        'Growth of single rates of money, by parameter with all cells of its table; the others grow as all do.',
      ),
    },
    { error },
  )
  .nullish()
  .meta({ description: 'The years to come, with growth of headcount and rates.' });
export type ProjectionRequest = z.infer<typeof projectionShape>;
