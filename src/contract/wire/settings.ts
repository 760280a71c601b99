import * as z from 'zod';
import { FIRST_YEAR, LAST_YEAR, parseYear } from '../../calendar/month.ts';
import type { RunSettings } from '../../engine/plan.ts';
import { absentOr, eachOnce, type Issue, issuesOf, listOf, MOST_MONTHS } from '../../facts/issue.ts';
import { integerFault, month, yuan } from '../../facts/teacher-schema.ts';
import { DECIMAL_PATTERN, parseDecimal } from '../../money/decimal.ts';
import { MOST_PART, MOST_PERCENT, PERCENT_PATTERN, parsePercent } from '../../money/fen.ts';
import type { ParameterValue } from '../../policy/document/figures.ts';
import type { PayScaleRecord } from '../../policy/pay-scales.ts';
import type { Policy } from '../../policy/policy.ts';
import { lineageOf, parameterOf, readingOptions } from '../../policy/succession.ts';
import { ASK } from '../../words/grammar/choice.ts';
import { payScales } from './pay-scales.ts';
import { placesShape, readPlaces } from './places.ts';
import { readRunFacts, runFactsShape } from './run-facts.ts';

/** The year of a run. */
export const year = z.int({ error: integerFault }).min(FIRST_YEAR).max(LAST_YEAR).meta({ description: 'The calendar (fiscal) year.' });

const percentIn = (most: string): z.ZodType<string> =>
  z.string({ error: absentOr('invalid-percent') }).check((ctx) => {
    const units = parsePercent(ctx.value);
    if (units !== null && units <= (parsePercent(most) as number)) return;
    ctx.issues.push({ code: 'custom', input: ctx.value, message: 'invalid-percent', params: { maximum: most } });
  });
const percent = percentIn(MOST_PERCENT).meta({
  pattern: PERCENT_PATTERN,
  description: `A percentage, 0 to ${MOST_PERCENT}, with up to four decimals; of a source, which bears a part, at most ${MOST_PART}.`,
});

/** A figure of a run: one value, or several dated by the month from which they hold. */
function figureSchema(value: z.ZodType<string>): (input: unknown) => z.ZodType<ParameterValue> {
  const byMonth = z
    .array(z.strictObject({ from: month, value }, { error: absentOr() }))
    .min(1)
    .check(eachOnce(({ from }: { from: string }) => from, 'duplicate-change', 'from'));
  const dated = listOf(MOST_MONTHS, byMonth);
  return (input) => (Array.isArray(input) ? dated : value) as z.ZodType<ParameterValue>;
}

const yearText: z.ZodType<string> = z
  .string({ error: absentOr() })
  .refine((value) => parseYear(value) !== null, { error: 'out-of-range' })
  .meta({ pattern: '^(20\\d{2}|2100)$', description: 'A year, 2000 to 2100.' });

const count: z.ZodType<string> = z
  .string({ error: absentOr('invalid-decimal') })
  .refine((value) => parseDecimal(value) !== null, { error: 'invalid-decimal' })
  .meta({ pattern: DECIMAL_PATTERN, description: 'A number of anything, at most nine digits and four decimals.' });

/** The schema of a single figure, by unit. */
export const FIGURE_TEXTS = { yuan, percent, year: yearText, count };

const FIGURES = { yuan: figureSchema(yuan), percent: figureSchema(percent), year: figureSchema(yearText), count: figureSchema(count) };
const PART = figureSchema(percentIn(MOST_PART));

/** The settings of a run in a request. The names in them are checked against the policy by {@link readSettings}. */
export const settingsShape = {
  year,
  readings: z
    .record(z.string(), z.unknown(), { error: absentOr() })
    .meta({ additionalProperties: { type: ['string', 'null'] } })
    .nullish()
    .meta({ description: 'Options chosen instead of the defaults, by reading; `ask` leaves a reading open that has no default.' }),
  parameters: z
    .record(z.string(), z.unknown(), { error: absentOr() })
    .meta({
      additionalProperties: {
        anyOf: [
          { type: ['string', 'null'] },
          {
            type: 'array',
            items: {
              type: 'object',
              properties: { from: { type: 'string' }, value: { type: 'string' } },
              required: ['from', 'value'],
              additionalProperties: false,
            },
          },
        ],
      },
    })
    .nullish()
    .meta({ description: 'Figures for this run, by parameter key: a decimal string, or a list by the month from which each value holds.' }),
  payScales: payScales.nullish(),
  places: placesShape,
  facts: runFactsShape,
  asIfInForce: z
    .boolean({ error: absentOr() })
    .nullish()
    .meta({ description: 'Whether to go on as if the policies were in force also before their dates of effect and after their end.' }),
};

export interface RawSettings {
  readings?: Record<string, unknown> | null | undefined;
  parameters?: Record<string, unknown> | null | undefined;
  places?: Record<string, unknown> | null | undefined;
  facts?: Record<string, unknown> | null | undefined;
}

/** A parsed value, or all of its faults. */
export type Read<T> = { readonly value: T; readonly issues: readonly [] } | { readonly value: null; readonly issues: readonly Issue[] };

const NO_OPTIONS: ReturnType<typeof readingOptions> = new Map();

/** Checks readings, parameters, places and facts against what the policy knows; `null` means not given. */
export function readSettings(policy: Policy, raw: RawSettings): Read<Omit<RunSettings, 'year'>> {
  const issues: Issue[] = [];
  const readings: Record<string, string> = {};
  const asked = Object.entries(raw.readings ?? {});
  const known = asked.length === 0 ? NO_OPTIONS : readingOptions(policy);
  for (const [id, option] of asked) {
    const path = ['readings', id];
    const options = known.get(id);
    if (!options) issues.push({ path, code: 'unknown-reading', params: { allowed: [...known.keys()] } });
    else if (option === null) continue;
    else if (typeof option !== 'string') issues.push({ path, code: 'wrong-type', params: { expected: 'string' } });
    else if (option === ASK && asks(policy, id)) readings[id] = option;
    else if (!options.includes(option)) issues.push({ path, code: 'unknown-option', params: { allowed: options } });
    else readings[id] = option;
  }
  const parameters: Record<string, ParameterValue> = {};
  for (const [key, value] of Object.entries(raw.parameters ?? {})) {
    const path = ['parameters', key];
    const parameter = parameterOf(policy, key);
    if (!parameter) {
      issues.push({ path, code: 'unknown-parameter' });
    } else if (value !== null) {
      const result = (parameter.isPart ? PART : FIGURES[parameter.unit])(value).safeParse(value);
      if (result.success) parameters[key] = result.data;
      else for (const issue of issuesOf(result.error)) issues.push({ ...issue, path: [...path, ...issue.path] });
    }
  }
  const { places, issues: misplaced } = readPlaces(policy, raw.places ?? {});
  const { facts, issues: misstated } = readRunFacts(policy, raw.facts ?? {});
  for (const issue of [...misplaced, ...misstated]) issues.push(issue);
  if (issues.length > 0) return { value: null, issues };
  const more = { ...(Object.keys(places).length > 0 && { places }), ...(Object.keys(facts).length > 0 && { facts }) };
  return { value: { readings, parameters, ...more }, issues: [] };
}

/** Whether a reading has no default under a policy or one that it supersedes, so that it may be left open. */
function asks(policy: Policy, id: string): boolean {
  return lineageOf(policy).some(({ document }) => document.readings[id]?.default === ASK);
}

/** Checks a body against a schema and its settings against the policy, listing the faults of both. */
export function readRequest<T extends RawSettings & CommonSettings & { year: number }>(
  policy: Policy,
  schema: z.ZodType<T>,
  body: unknown,
): Read<{ request: T; settings: RunSettings }> {
  const result = schema.safeParse(body);
  const settings = readSettings(policy, rawSettings(body));
  const issues = [...(result.success ? [] : issuesOf(result.error)), ...settings.issues];
  if (!result.success || settings.value === null || issues.length > 0) return { value: null, issues };
  const settled = { year: result.data.year, ...settings.value, ...commonSettings(result.data) };
  return { value: { request: result.data, settings: settled }, issues: [] };
}

/** The settings that do not depend on the policy. */
export interface CommonSettings {
  payScales?: PayScaleRecord[] | null | undefined;
  asIfInForce?: boolean | null | undefined;
}

/** The same for a run, without those that are not given. */
export function commonSettings({ payScales, asIfInForce }: CommonSettings): Pick<RunSettings, 'payScales' | 'asIfInForce'> {
  return { ...(payScales && payScales.length > 0 && { payScales }), ...(asIfInForce && { asIfInForce }) };
}

/** The settings of a body, unvalidated, so that their faults are listed even if the body has others. */
export function rawSettings(body: unknown): RawSettings {
  const part = (key: string) => rawRecord(body, key);
  return { readings: part('readings'), parameters: part('parameters'), places: part('places'), facts: part('facts') };
}

/** A mapping in a body that may have other faults; empty if there is none. */
export function rawRecord(body: unknown, key: string): Record<string, unknown> {
  const value = typeof body === 'object' && body !== null && Object.hasOwn(body, key) ? (body as Record<string, unknown>)[key] : null;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}
