import * as z from 'zod';
import { valueId, wording } from '../../facts/dictionary.ts';
import { plainSum } from '../../money/printed.ts';
import { capSlot } from '../../words/cap.ts';
import { CLAIM_RULE } from '../../words/claim.ts';
import { cases } from '../../words/derivations/cases.ts';
import { days } from '../../words/derivations/days.ts';
import type { DerivationKey } from '../../words/derivations/derivation-words.ts';
import { inPeriod } from '../../words/derivations/in-period.ts';
import { longest } from '../../words/derivations/longest.ts';
import { nth } from '../../words/derivations/nth.ts';
import { years } from '../../words/derivations/years.ts';
import { FUNDING } from '../../words/funding.ts';
import { SERVICE } from '../../words/grammar/service.ts';
import {
  amount,
  choosable,
  condition,
  figure,
  list,
  mapping,
  named,
  oneOf,
  optional,
  record,
  type Shape,
  value,
} from '../../words/grammar/slots.ts';
import { DATED } from '../../words/timing/dated.ts';
import { IN_FORCE } from '../../words/timing/in-force.ts';
import { STARTS, STOPS } from '../../words/timing/limits.ts';
import { PAID } from '../../words/timing/paid.ts';
import { PRORATE } from '../../words/timing/prorate.ts';

/** The id of an entry. */
export const kebab = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'invalid-id');
/** The key of a parameter. */
export const parameterKey = z
  .string()
  .max(200)
  .regex(/^[a-z0-9-]+(\/[a-z0-9-]+)*$/, 'invalid-parameter-key');

/** How a document is named where another one is quoted: by its number, or its title. */
export const documentName = z.string().min(1).max(200);

/** The clause of the document, or of another one that its `sources` name: the number of the item and its exact words. */
export const clause = z.strictObject({
  document: documentName.optional(),
  item: z.string().min(1),
  quote: z.string().min(1).max(1000),
  display: z.string().min(1).optional(),
  note: wording.optional(),
});
export type Clause = z.infer<typeof clause>;

const pays = mapping(
  {},
  {
    at: { ...DATED, amount: amount() },
    every: { every: oneOf('month', 'year'), spread: optional(oneOf('months')), prorate: optional(mapping(PRORATE)), amount: amount() },
  },
);
const sumOfYear = figure('yuan', { period: 'year', schema: parameterKey });

/** The rule of an allowance: to whom it goes, how much it pays, and when. */
export const RULE = {
  when: condition(),
  pays,
  months: choosable(named('months', kebab)),
  ...IN_FORCE,
  paid: optional(mapping(PAID)),
  starts: optional(mapping(STARTS)),
  stops: optional(mapping(STOPS)),
};
/** What an allowance has of the rule language: its rule, and what each source bears of it. */
export const ALLOWANCE = {
  ...RULE,
  funding: optional(FUNDING),
};
/** A claim on a person: what is owed, from which date on. A service period usually has a sentence of its own. */
export const CLAIM = { ...CLAIM_RULE, service: optional(mapping({ ...SERVICE, clause: optional(value(clause)) })) };
/** A derived fact: what people read of it, where it rests on a clause of its own, and how it follows from other facts. */
export const DERIVATION = mapping({ label: optional(value(wording)), clause: optional(value(clause)) }, {
  years: years.slots,
  in: inPeriod.slots,
  nth: nth.slots,
  days: days.slots,
  longest: longest.slots,
  cases: { ...cases.slots, values: optional(record(valueId, value(wording))), clause: value(clause) },
} satisfies Record<DerivationKey, Shape>);
/** Rules across several allowances: which of them are paid in a month, and up to which sum. */
export const GROUP = {
  allowances: list(named('allowances', kebab)),
  keep: optional(choosable(oneOf('all', 'largest'))),
  cap: optional(capSlot),
};
/** A sum of the year and its parts. */
export const ENVELOPE = {
  parameter: sumOfYear,
  parts: optional(record(kebab, mapping({ title: value(wording), parameter: sumOfYear }))),
};
/** What a printed total is made of: sums, or figures of the policy, each for a number of people and of months. */
const printedSum = z.string().refine((text) => plainSum(text) !== null, 'invalid-amount');
const times = { count: optional(value(z.int().positive())), months: optional(value(z.int().min(1).max(12))) };
export const TOTAL = {
  of: list(
    mapping(times, { figure: { figure: figure('yuan', { period: 'any', schema: parameterKey }) }, amount: { amount: value(printedSum) } }),
    { mayRepeat: true },
  ),
};
/** The line of which a check knows a multiple. */
export const LINE = { line: sumOfYear };
/** How many a target counts, and the allowance by which it is priced. */
export const TARGET = {
  count: choosable(value(z.int().positive(), 'count')),
  costOf: optional(named('allowances', kebab)),
};
