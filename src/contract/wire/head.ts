import * as z from 'zod';
import { NO_MONTHS } from '../../calendar/month-set.ts';
import { formatPeriod, type PartOfYear, periodOf } from '../../calendar/period.ts';
import type { Plan, Version } from '../../engine/plan.ts';
import { monthsIn } from '../../engine/warnings.ts';
import type { ParameterValue } from '../../policy/document/figures.ts';
import { echoOf, wirePayScales } from './pay-scales.ts';
import { echoPlaces, wirePlaces } from './places.ts';

/** What is said of an amount of which nothing else is. */
export const AMOUNT_NOTE = 'Yuan with two decimals.';
/** Money out: yuan with two decimals, a minus sign in differences. */
export const amount = z
  .string()
  .regex(/^-?\d+\.\d{2}$/)
  .meta({ description: AMOUNT_NOTE });
/** A month out. */
export const wireMonth = z.string().regex(/^\d{4}-\d{2}$/);
/** A period of a person out: its days, both included. */
const wirePeriodOfPerson = z.object({
  from: z.string(),
  to: z.string().optional().meta({ description: 'The last day; absent where it is going on.' }),
  kind: z.string().optional(),
});
/** A fact's value out. */
export const factValue = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(wirePeriodOfPerson)]);

/** By what a result was computed: enough to compute it again. */
export const head = z.object({
  policy: z.object({ id: z.string(), version: z.string() }),
  year: z.int(),
  from: wireMonth.optional().meta({ description: 'The first month of the year that counts, where a period was asked for.' }),
  to: wireMonth.optional().meta({ description: 'The last one.' }),
  versions: z
    .array(z.object({ id: z.string(), version: z.string(), from: wireMonth, to: wireMonth }))
    .optional()
    .meta({ description: 'Which policy is in force in which months, where it is not the one policy all year: it superseded another.' }),
  readings: z
    .record(z.string(), z.string())
    .meta({ description: 'Every reading with the option in effect; `ask` where it has no default and none is chosen.' }),
  parameters: z
    .record(z.string(), z.union([z.string(), z.array(z.object({ from: wireMonth, value: z.string() }))]))
    .meta({ description: 'The parameters that were overridden.' }),
  payScales: wirePayScales.optional().meta({ description: 'The pay scales of the request, where it had some.' }),
  places: wirePlaces.optional().meta({ description: 'The lists of places that were set.' }),
  facts: z
    .record(z.string(), factValue)
    .optional()
    .meta({ description: 'The facts of the request that hold for everybody of whom they are not given.' }),
  asIfInForce: z
    .literal(true)
    .optional()
    .meta({ description: 'Where the run goes on as if the policies were in force also outside their dates.' }),
});
export type Head = z.infer<typeof head>;

/** The head of a result under a plan. */
export function headOf({ policy, settings, readings, versions }: Plan): Head {
  const alone = versions.length === 1 && versions[0].policy === policy;
  return {
    policy: { id: policy.document.id, version: policy.version },
    year: settings.year,
    ...(alone ? {} : { versions: versions.toReversed().flatMap((version) => wireVersion(version, settings.year)) }),
    readings: { ...readings },
    parameters: { ...settings.parameters } as Record<
      string,
      Exclude<ParameterValue, readonly object[]> | { from: string; value: string }[]
    >,
    ...(settings.payScales ? { payScales: echoOf(settings.payScales) } : {}),
    ...(settings.places ? { places: echoPlaces(settings.places) } : {}),
    ...(settings.facts ? { facts: { ...settings.facts } } : {}),
    ...(settings.asIfInForce ? { asIfInForce: true as const } : {}),
  };
}

/** The head of a result that tells of a part of a year only. */
export function headOfPart(plan: Plan, part: PartOfYear): Head {
  const { policy, year, ...rest } = headOf(plan);
  return { policy, year, ...formatPeriod(periodOf(part)), ...rest };
}

/** The months of a version, which are all in a row. */
function wireVersion({ policy, inForce }: Version, year: number): NonNullable<Head['versions']> {
  if (inForce === NO_MONTHS) return [];
  const months = monthsIn(year, inForce);
  return [{ id: policy.document.id, version: policy.version, from: months[0] as string, to: months.at(-1) as string }];
}

/** Where the document says it, out. */
export const wireClause = z.object({
  document: z.string().optional().meta({ description: 'The other document that is quoted; none where it is that of the policy.' }),
  item: z.string(),
  quote: z.string(),
  display: z.string().optional(),
  note: z.string().optional(),
});

const missingMonths = z
  .array(wireMonth)
  .optional()
  .meta({ description: 'The months in which it is missing; the others are final. A batch has them where it was asked for months.' });

/** The options of readings under which something is missing. */
export const missingUnder = z
  .record(z.string(), z.array(z.string()))
  .optional()
  .meta({ description: 'Where readings are not chosen: the options under which it is missing, by reading. It is not under the others.' });

const lack = { months: missingMonths, under: missingUnder };

/** What is missing, out: the fact, the parameter or the reading, by allowance, with its months. */
export const wireMissing = z.union([
  z.object({ allowance: z.string(), code: z.literal('fact'), fact: z.string(), ...lack }),
  z.object({ allowance: z.string(), code: z.literal('no-figure'), parameter: z.string(), ...lack }),
  z
    .object({ allowance: z.string(), code: z.literal('outside-employment'), fact: z.string(), ...lack })
    .meta({ description: 'The date of a one-off lies in the year and outside the months employed: one of the dates has to be corrected.' }),
  z
    .object({ allowance: z.string(), code: z.literal('open-period'), fact: z.string(), ...lack })
    .meta({ description: 'How long a period lasts that is going on decides: its last day has to be given.' }),
  z
    .object({ allowance: z.string(), code: z.literal('reading'), reading: z.string(), months: missingMonths })
    .meta({ description: 'A reading without a default: an option has to be chosen, on which the amount of these months rests.' }),
]);
export type WireMissing = z.infer<typeof wireMissing>;
