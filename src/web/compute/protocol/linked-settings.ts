import * as z from 'zod';

const name = z.string().max(200);
const said = z.string().max(64);
const texts = z.record(name, said);
const choices = {
  readings: z.record(name, name).optional(),
  parameters: z.record(name, z.union([said, z.array(z.strictObject({ from: said, value: said })).max(100)])).optional(),
  places: z.record(name, z.array(z.strictObject({ town: said, villages: z.array(said).max(1_000).optional() })).max(1_000)).optional(),
};
const split = z.union([
  z.literal('present'),
  z.array(z.strictObject({ count: z.int(), facts: z.record(name, z.union([said, z.boolean()])) })).max(500),
]);

/**
 * What a link carries: the settings of a budget request in the terms of the API, and the policy they belong to. There is no place in it for
 * teachers, cohorts or the inputs of checks. The only free text of the user's own is the names of scenarios and of places.
 */
export const linkedSettings = z.strictObject({
  policy: z.strictObject({ id: name, version: name }),
  year: z.int(),
  asIfInForce: z.literal(true).optional(),
  ...choices,
  scenarios: z
    .array(z.strictObject({ title: z.string().max(128).optional(), ...choices, targets: z.record(name, split).optional() }))
    .max(20)
    .optional(),
  payScales: z
    .array(z.strictObject({ from: said.nullable(), to: said.nullable(), steps: texts }))
    .max(50)
    .optional(),
  budgetCodes: z.strictObject({ allowances: texts.optional(), exceptions: texts.optional(), functional: texts.optional() }).optional(),
  projection: z
    .strictObject({
      headcountGrowth: said.optional(),
      headcountGrowthByStage: texts.optional(),
      rateGrowth: said.optional(),
      rateGrowthByParameter: texts.optional(),
    })
    .optional(),
});
export type LinkedSettings = z.infer<typeof linkedSettings>;

/** Settings that are all valid for the policy. */
export interface FittedSettings {
  readonly settings: LinkedSettings;
  /** What was dropped because the policy does not have it or cannot accept it: JSON Pointers into the original settings. */
  readonly left: readonly string[];
}
