import * as z from 'zod';
import { isDate, parseMonth } from '../../calendar/month.ts';
import { factId, factsSchema, inBothLanguages, wording } from '../../facts/dictionary.ts';
import { plainSum } from '../../money/printed.ts';
import { DERIVATION_WORDS } from '../../words/derivations/derivation-words.ts';
import { ASK } from '../../words/grammar/choice.ts';
import { formOf } from '../../words/grammar/form.ts';
import { has } from '../../words/grammar/has.ts';
import { READERS, UNITS } from '../../words/grammar/unit.ts';
import { schemaOf, schemasOf } from '../../words/schema.ts';
import { monthsSchema } from '../../words/timing/months.ts';
import { economicCode } from '../common/codes-file.ts';
import {
  ALLOWANCE,
  CLAIM,
  type Clause,
  clause,
  DERIVATION,
  documentName,
  ENVELOPE,
  GROUP,
  kebab,
  LINE,
  parameterKey,
  TARGET,
  TOTAL,
} from './slots.ts';

const date = z.string().refine(isDate, 'invalid-date');
const monthText = z.string().refine((text) => parseMonth(text) !== null, 'invalid-month');

export type { Clause };

/** A figure: a decimal string, a list of them by the month from which each holds, or `null` while it is undetermined. */
export type FigureNode = string | null | { from: string; value: string }[];
type FigureTree = FigureNode | { [value: string]: FigureTree };

const dated = z.array(z.strictObject({ from: monthText, value: z.string() })).min(1);
const figureTree: z.ZodType<FigureTree> = formOf((node) => {
  if (node === null || typeof node === 'string') return z.union([z.string(), z.null()]);
  if (Array.isArray(node)) return dated;
  return typeof node === 'object' ? z.record(z.string().max(64), figureTree) : { unfit: 'not-a-figure' };
});
const figure = figureTree.refine(isFigure, 'one-figure') as unknown as z.ZodType<FigureNode>;

function isFigure(tree: FigureTree): tree is FigureNode {
  return tree === null || typeof tree === 'string' || Array.isArray(tree);
}

const parameterShape = z
  .strictObject({
    /** Its title, where the title of its owner does not say it. */
    title: wording.optional(),
    unit: z.enum(UNITS),
    period: z.enum(['month', 'year', 'once']).optional(),
    clause,
    by: z.array(z.string()).min(1).optional(),
    value: figure.optional(),
    values: figureTree.optional(),
    /** What the text gives as a floor, a ceiling or a range (不低于、不超过、300至600元): never a rate; other figures are compared with it. */
    atLeast: z.string().optional(),
    atMost: z.string().optional(),
    /** A figure that is commonly used where the text has none: offered with its source, never applied unasked. */
    suggestion: z.strictObject({ value: z.string(), source: wording }).optional(),
  })
  .check((ctx) => {
    const { unit, period, by, value, values, atLeast = null, atMost = null, suggestion } = ctx.value;
    const fault = (code: string, path: string[] = [], params: Record<string, string> = {}) =>
      ctx.issues.push({ code: 'custom', input: ctx.value, path, message: code, params });
    if (unit === 'yuan' && !period) fault('period-missing');
    if (unit !== 'yuan' && period) fault('period-without-yuan', ['period'], { unit });
    if ((value === undefined) === (values === undefined)) fault('value-or-values');
    if ((values === undefined) !== (by === undefined)) fault('values-and-by');
    const read = READERS[unit];
    if (suggestion && value !== null) fault('suggestion-beside-figure', ['suggestion']);
    const given = [...textsIn(value ?? null, ['value']), ...textsIn(values ?? null, ['values'])];
    const beside = [
      ...textsIn(atLeast, ['atLeast']),
      ...textsIn(atMost, ['atMost']),
      ...textsIn(suggestion?.value ?? null, ['suggestion', 'value']),
    ];
    for (const { text, path } of [...given, ...beside]) if (read(text) === null) fault('invalid-figure', path, { value: text, unit });
  });

/** Sums may stand as they are printed (0.3万); from here on they are plain decimals. */
const parameter = z.preprocess((node) => {
  if (!has(node, 'unit') || node.unit !== 'yuan') return node;
  const plain = Object.entries(node).map(([key, one]) => [key, SUMS.has(key) ? plainSums(one) : one]);
  return Object.fromEntries(plain);
}, parameterShape);

/** The keys of a parameter under which figures stand. */
const SUMS: ReadonlySet<string> = new Set(['value', 'values', 'atLeast', 'atMost', 'suggestion']);

/** A tree of figures with each sum as a plain decimal; dates, and what is no sum, as they are. */
function plainSums(tree: unknown): unknown {
  if (typeof tree === 'string') return plainSum(tree) ?? tree;
  if (Array.isArray(tree)) return tree.map(plainSums);
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(Object.entries(tree).map(([key, one]) => [key, key === 'from' || key === 'source' ? one : plainSums(one)]));
}

/** Every decimal string in a tree of figures, with the keys that lead to it. */
export function textsIn(tree: FigureTree, path: string[]): { text: string; path: string[] }[] {
  if (tree === null) return [];
  if (typeof tree === 'string') return [{ text: tree, path }];
  if (Array.isArray(tree)) return tree.map((entry, index) => ({ text: entry.value, path: [...path, String(index), 'value'] }));
  return Object.entries(tree).flatMap(([key, branch]) => textsIn(branch, [...path, key]));
}

const reading = z.strictObject({
  question: wording,
  clause,
  /** An option; or `ask`, where the text does not decide and a run has to choose. */
  default: kebab,
  reason: wording,
  options: z.record(
    kebab.refine((id) => id !== ASK, 'option-named-ask'),
    wording,
  ),
});

const rule = schemasOf(ALLOWANCE);
const derivationKeys = DERIVATION_WORDS.map(({ key }) => key);
const derivationShape = schemaOf(DERIVATION);
const derivation = formOf<z.infer<typeof derivationShape>>((node) =>
  derivationKeys.some((key) => has(node, key)) ? derivationShape : { unfit: 'not-a-derivation', params: { allowed: derivationKeys } },
);
export type DerivationNode = z.infer<typeof derivation>;

/** Yes or no, as the text says it, with its words. */
const treatment = z.strictObject({ is: z.boolean(), clause }).optional();

/** The sources of an allowance are wordings with their shares: each, on every level, in both languages. */
function namedSources(list: unknown): unknown {
  if (!Array.isArray(list)) return list;
  return list.map(inBothLanguages).map((source) => (has(source, 'split') ? { ...source, split: namedSources(source.split) } : source));
}

const allowanceShape = z.strictObject({
  title: wording,
  payee: z.enum(['teacher', 'institution']),
  /** Who pays, where the text names them. */
  payer: wording.optional(),
  /** The text allows it but does not require it (「可给予」). */
  optional: z.literal(true).optional(),
  economicCode,
  /** Whether it is taxed, and whether it is a part of the bases of social insurance with the housing fund (五险一金), and of pensions. */
  taxable: treatment,
  contributions: treatment,
  pension: treatment,
  clause,
  ...rule,
  funding: z.preprocess(namedSources, rule.funding),
});
/** Only a yearly standard is spread, and only what is paid every month goes by days: those of the employment, not from a start of its own. What is paid at a date has no other start and end; where it is one sum in parts, these say how many. */
const allowance = allowanceShape.check((ctx) => {
  const { pays } = ctx.value;
  if ('every' in pays && pays.spread && pays.every !== 'year')
    ctx.issues.push({ code: 'custom', input: ctx.value, path: ['pays', 'spread'], message: 'spread-without-year' });
  if ('every' in pays && pays.prorate) {
    const message = pays.every !== 'month' ? 'prorate-without-month' : ctx.value.starts || ctx.value.stops ? 'prorate-beside-limits' : null;
    if (message) ctx.issues.push({ code: 'custom', input: ctx.value, path: ['pays', 'prorate'], message });
  }
  if (!('at' in pays)) return;
  const keys = (['starts', 'stops'] as const).filter((key) => ctx.value[key] !== undefined);
  if (keys.length > 0) ctx.issues.push({ code: 'unrecognized_keys', keys, input: ctx.value });
  if (pays.shares && pays.count !== undefined)
    ctx.issues.push({ code: 'custom', input: ctx.value, path: ['pays', 'count'], message: 'count-beside-shares' });
});
export type AllowanceNode = z.infer<typeof allowance>;

/** What a person owes under a condition, such as for leaving a service early: in no total of what is paid. */
const claim = z.strictObject({ title: wording, clause, ...schemasOf(CLAIM) });
export type ClaimNode = z.infer<typeof claim>;

/** A cap may stand over a single allowance. */
const stacking = z.strictObject(schemasOf(GROUP)).check((ctx) => {
  const { allowances, keep, cap } = ctx.value;
  const fault = (message: string, path: string[]) => ctx.issues.push({ code: 'custom', input: ctx.value, path, message });
  if (keep === undefined && cap === undefined) fault('keep-or-cap', []);
  if (keep !== undefined && allowances.length < 2) fault('empty', ['allowances']);
});

const envelope = z.strictObject({
  title: wording,
  clause,
  /** The text sets a floor (「不少于」): the sum is the least, not the rate. */
  atLeast: z.literal(true).optional(),
  ...schemasOf(ENVELOPE),
});

const check = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pay-parity'), title: wording, clause }),
  z.strictObject({
    kind: z.literal('multiple-of-line'),
    title: wording,
    clause,
    multiple: z.string().regex(/^(0|[1-9]\d{0,5})(\.\d{1,4})?$/, 'invalid-multiple'),
    ...schemasOf(LINE),
  }),
]);
export type CheckNode = z.output<typeof check>;

/** A number of people that the text gives, with its parts. */
const headcount = z.strictObject({
  title: wording,
  clause,
  count: z.int().positive(),
  parts: z.record(kebab, z.strictObject({ title: wording, count: z.int().positive() })).optional(),
});

const target = z.strictObject({
  title: wording,
  clause,
  ...schemasOf(TARGET),
  /** The counted unit, where it is not people (个工作室). */
  unit: wording.optional(),
  by: z.int(),
});

/** A sum that the text prints of others, to compare with what they come to. */
const total = z.strictObject({
  title: wording,
  clause,
  printed: z.string().refine((text) => plainSum(text) !== null, 'invalid-amount'),
  /** The text says that it is more (余). */
  more: z.literal(true).optional(),
  ...schemasOf(TOTAL),
});

/** A number that a clause gives as a floor, a ceiling or a range (每年选派3-5名): shown, and nothing is computed from it. */
const bound = z.string().regex(/^(0|[1-9]\d{0,11})(\.\d{1,4})?$/, 'invalid-bound');
const range = z
  .strictObject({ unit: wording, atLeast: bound.optional(), atMost: bound.optional() })
  .refine(({ atLeast, atMost }) => atLeast !== undefined || atMost !== undefined, 'range-empty');

const place = z.strictObject({
  clause,
  towns: z.array(z.strictObject({ town: z.string().min(1), villages: z.array(z.string().min(1)).min(1).optional() })).min(1),
});

/** A policy document, as it is written in `rules/<policy-id>/policy.yaml`. */
export const policySchema = z.strictObject({
  id: kebab,
  title: wording,
  documentNumber: z.string().nullable(),
  issuer: wording,
  issuedOn: date.nullable(),
  effectiveFrom: date.nullable(),
  effectiveTo: date.nullable().default(null),
  supersedes: kebab.optional(),
  source: z.strictObject({ file: z.string(), note: wording.optional() }),
  /** Other documents that clauses quote, by the names that clauses give them. */
  sources: z.record(documentName, z.strictObject({ title: wording, file: z.string(), note: wording.optional() })).optional(),
  requires: z.array(z.string()),
  facts: factsSchema.default({}),
  derive: z.record(factId, derivation).default({}),
  places: z.record(z.string(), place).default({}),
  months: z.record(kebab, monthsSchema),
  readings: z.record(kebab, reading).default({}),
  parameters: z.record(parameterKey, parameter).default({}),
  allowances: z.record(kebab, allowance),
  claims: z.record(kebab, claim).default({}),
  stacking: z.array(stacking).default([]),
  envelopes: z.record(kebab, envelope).default({}),
  checks: z.record(kebab, check).default({}),
  targets: z.record(kebab, target).default({}),
  headcounts: z.record(kebab, headcount).default({}),
  totals: z.record(kebab, total).default({}),
  noted: z.array(z.strictObject({ title: wording, clause, range: range.optional() })).default([]),
});

/** A policy document that has passed its checks, as plain data. */
export type PolicyDocument = z.output<typeof policySchema>;
export type ParameterNode = PolicyDocument['parameters'][string];
export type ReadingNode = PolicyDocument['readings'][string];
export type { FigureTree };
