import * as z from 'zod';
import { isDate, MONTH_PATTERN, parseMonth } from '../calendar/month.ts';
import { DECIMAL_PATTERN, parseDecimal } from '../money/decimal.ts';
import { parseSignedYuan, parseYuan, SIGNED_YUAN_PATTERN, YUAN_PATTERN } from '../money/fen.ts';
import type { BoundedFact, Dictionary, Fact, PeriodsFact } from './dictionary.ts';
import { EMPLOYMENT } from './employment.ts';
import { absentOr, alsoCheck, eachOnce, type IssueCode, listOf, MOST_MONTHS } from './issue.ts';
import { MOST_PERIODS, notEnded, type PeriodInput } from './periods.ts';
import { textFault } from './text.ts';
import { boundsOf, isBounded } from './value.ts';

/** A teacher as requested and already validated: facts by id, as on the wire. */
export type TeacherRecord = Record<string, unknown> & { changes?: ChangeRecord[] | null };
export type ChangeRecord = Record<string, unknown> & { from: string };

export const DATE_PATTERN = '^\\d{4}-\\d{2}-\\d{2}$';

/** Text of a person or place: one or more characters, not only white space, no half of a surrogate pair, no control character. */
export function text(maxLength: number): z.ZodType<string> {
  return z
    .string({ error: absentOr() })
    .max(maxLength)
    .check((ctx) => {
      const fault = textFault(ctx.value);
      if (fault) ctx.issues.push({ code: 'custom', input: ctx.value, message: fault });
    })
    .meta({ minLength: 1 });
}

/** Money on the wire: a decimal string in yuan. */
export const yuan: z.ZodType<string> = z
  .string({ error: moneyFault })
  .check((ctx) => {
    if (parseYuan(ctx.value) !== null) return;
    ctx.issues.push({ code: 'custom', input: ctx.value, message: /^\s*[-−－]/.test(ctx.value) ? 'negative-money' : 'invalid-money' });
  })
  .meta({ pattern: `^${YUAN_PATTERN.replace(/^\^|\$$/g, '')}$`, description: 'Yuan as a decimal string with at most two decimals.' });

/** Money on the wire that may be negative because it was taken back: as {@link yuan}, with an optional minus sign. */
export const signedYuan: z.ZodType<string> = z
  .string({ error: moneyFault })
  .refine((value) => parseSignedYuan(value) !== null, { error: 'invalid-money' })
  .meta({
    pattern: SIGNED_YUAN_PATTERN,
    description: 'Yuan as a decimal string with at most two decimals; with a minus sign where it was taken back.',
  });

/** A month on the wire, `YYYY-MM`. */
export const month: z.ZodType<string> = z
  .string({ error: absentOr('invalid-month') })
  .refine((value) => parseMonth(value) !== null, { error: 'invalid-month' })
  .meta({ pattern: MONTH_PATTERN });

/** A day on the wire, `YYYY-MM-DD`. */
export const date: z.ZodType<string> = z
  .string({ error: absentOr('invalid-date') })
  .refine(isDate, { error: 'invalid-date' })
  .meta({ pattern: DATE_PATTERN, format: 'date' });

/** The schema of a value of a fact, without its title. */
export function valueSchema(fact: Fact): z.ZodType {
  switch (fact.type) {
    case 'text':
      return text(fact.maxLength);
    case 'enum':
      return z.enum(Object.keys(fact.values) as [string, ...string[]], { error: choiceFault });
    case 'boolean':
      return z.boolean({ error: absentOr() });
    case 'integer':
      return z.int({ error: integerFault }).min(fact.minimum).max(fact.maximum);
    case 'decimal':
      return decimal(fact);
    case 'money':
      return yuan;
    case 'date':
      return date;
    case 'month':
      return month;
    case 'periods':
      return periods(fact);
  }
}

/** A list of periods on the wire. None may have an end that is not given although another of its kind begins later. */
function periods({ kinds }: PeriodsFact): z.ZodType {
  const named = kinds && { kind: z.enum(Object.keys(kinds) as [string, ...string[]], { error: choiceFault }) };
  const last = date.nullish().meta({ description: 'The last day; not given where it is going on.' });
  const one = z.strictObject({ ...named, from: date.meta({ description: 'The first day.' }), to: last }, { error: absentOr() }).check(
    alsoCheck((value, report) => {
      const { from, to } = Object(value) as Record<string, unknown>;
      if (typeof from === 'string' && typeof to === 'string' && isDate(from) && isDate(to) && to < from) report(['to'], 'invalid-period');
    }),
  );
  const all = z.array(one, { error: absentOr() }).check((ctx) => {
    const at = notEnded(ctx.value as PeriodInput[]);
    if (at !== null) ctx.issues.push({ code: 'custom', input: ctx.value, path: [at, 'to'], message: 'period-not-ended' });
  });
  return listOf(MOST_PERIODS, all);
}

/** A decimal on the wire, within the bounds of its fact. */
function decimal(fact: Extract<BoundedFact, { type: 'decimal' }>): z.ZodType<string> {
  const [least, most] = boundsOf(fact);
  const { minimum, maximum } = fact;
  return z
    .string({ error: (issue) => (typeof issue.input === 'number' ? 'decimal-not-string' : absentOr()(issue)) })
    .check((ctx) => {
      const value = parseDecimal(ctx.value);
      const fault = (message: IssueCode, params = {}) => ctx.issues.push({ code: 'custom', input: ctx.value, message, params });
      if (value === null) fault('invalid-decimal');
      else if (value < least) fault('out-of-range', { minimum });
      else if (value > most) fault('out-of-range', { maximum });
    })
    .meta({ pattern: DECIMAL_PATTERN });
}

/** A JSON number can lose digits, so money has to be a string. */
function moneyFault(issue: { input?: unknown }) {
  return typeof issue.input === 'number' ? 'money-not-string' : absentOr()(issue);
}

/** Text that is not one of the choices is an unknown value; anything else has the wrong type. */
export function choiceFault(issue: { input?: unknown }) {
  return typeof issue.input === 'string' ? 'unknown-value' : absentOr()(issue);
}

/** A number that is not an integer has the wrong type; one beyond the safe integers is out of range. */
export function integerFault(issue: { input?: unknown }) {
  if (typeof issue.input === 'number' && (!Number.isFinite(issue.input) || Math.abs(issue.input) > Number.MAX_SAFE_INTEGER))
    return 'out-of-range';
  return absentOr()(issue);
}

function titled(fact: Fact): z.ZodType {
  return valueSchema(fact).meta({ title: fact.label.zh, description: describe(fact) });
}

/** What JSON Schema cannot say of a decimal, because it is a string, its description does. */
function describe(fact: Fact): string {
  const range = fact.type === 'decimal' ? `from ${fact.minimum} to ${fact.maximum}` : '';
  const unit = isBounded(fact) ? fact.unit?.en : undefined;
  const more = [...(unit ? [`in ${unit}`] : []), ...(range ? [range] : [])].join(', ');
  return more === '' ? fact.label.en : `${fact.label.en} (${more})`;
}

/**
 * The schema of one teacher, derived from the dictionary of facts: what validates a request is also its JSON Schema.
 *
 * @param dictionary the facts of the policy
 * @param required ids of the facts that must be given, besides `id`
 * @param options `withId: false` for the people of a cohort, who have no id
 */
export function teacherSchema(
  dictionary: Dictionary,
  required: readonly string[],
  options: { withId?: boolean } = {},
): z.ZodType<TeacherRecord> {
  const { withId = true } = options;
  const must = new Set([...required, ...(withId ? ['id'] : [])]);
  const facts = dictionary.facts.filter((fact) => withId || fact.id !== 'id');
  const monthly = facts.filter((fact) => fact.monthly);
  // Periods say by themselves what is when: one is told that they are not among the changes.
  const whole = new Set(facts.flatMap(({ type, id }) => (type === 'periods' ? [id] : [])));
  const field = (fact: Fact) => [fact.id, must.has(fact.id) ? titled(fact) : titled(fact).nullish()] as const;
  const change = z.strictObject(
    {
      from: month.meta({ description: 'The month from which these facts hold.' }),
      ...Object.fromEntries(monthly.map((fact) => [fact.id, titled(fact).nullish()])),
    },
    {
      error: (issue) =>
        issue.code === 'unrecognized_keys' && issue.keys.every((key) => whole.has(key)) ? 'periods-in-change' : absentOr()(issue),
    },
  );
  const byMonth = z.array(change, { error: absentOr() }).check(eachOnce(({ from }: ChangeRecord) => from, 'duplicate-change', 'from'));
  const changes = listOf(MOST_MONTHS, byMonth).nullish().meta({ description: 'What changes from a month on; null means no longer known.' });
  return z.strictObject({ ...Object.fromEntries(facts.map(field)), changes }, { error: absentOr() }).check(
    alsoCheck((value, report) => {
      const { [EMPLOYMENT.from]: from, [EMPLOYMENT.to]: to } = Object(value) as Record<string, unknown>;
      if (isMonth(from) && isMonth(to) && to < from) report([EMPLOYMENT.to], 'invalid-period');
    }),
  ) as unknown as z.ZodType<TeacherRecord>;
}

function isMonth(value: unknown): value is string {
  return typeof value === 'string' && parseMonth(value) !== null;
}
