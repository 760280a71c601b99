import * as z from 'zod';
import { AMOUNT_WORDS } from './amounts/amount-words.ts';
import { CONDITION_WORDS } from './conditions/condition-words.ts';
import { testSchema } from './conditions/fact-test.ts';
import { type Choice, isChoice } from './grammar/choice.ts';
import { formOf, type Unfit } from './grammar/form.ts';
import { has } from './grammar/has.ts';
import { numberText } from './grammar/number.ts';
import type { AmountNode, ConditionNode, Forms, Shape, Slot, SlotOf } from './grammar/slots.ts';
import { amountWordOf, conditionWordOf } from './stands.ts';

/** The zod schema of a slot. */
export function schemaOf<T>(slot: Slot<T>): z.ZodType<T>;
export function schemaOf(slot: Slot): z.ZodType {
  switch (slot.kind) {
    case 'amount':
      return amountSchema;
    case 'condition':
      return conditionSchema;
    case 'figure':
      return slot.schema ?? z.string();
    case 'table':
    case 'fact':
    case 'kindOf':
      return z.string();
    case 'named':
    case 'value':
      return slot.schema;
    case 'oneOf':
      return z.enum(slot.names);
    case 'mapping':
      return mappingSchema(slot);
    case 'list': {
      const schema = z.array(schemaOf(slot.of)).min(slot.least);
      return Number.isFinite(slot.most) ? schema.max(slot.most) : schema;
    }
    case 'record':
      return z.record(slot.key, schemaOf(slot.of));
    case 'byValue':
      return z.record(z.string(), schemaOf(slot.of));
    case 'byBand':
      return z.array(z.strictObject({ from: numberText, amount: schemaOf(slot.of) })).min(1);
    case 'optional':
      return schemaOf(slot.of).optional();
    case 'orName': {
      const [name, other] = [z.literal(slot.name), schemaOf(slot.of)];
      return formOf((node) => (typeof node === 'string' ? name : other));
    }
    case 'orValue': {
      const [value, other] = [slot.value.schema, schemaOf(slot.of)];
      return formOf((node) => (typeof node === 'object' ? other : value));
    }
    case 'choosable':
      return choosable(schemaOf(slot.of));
    case 'refined':
      return schemaOf(slot.of).refine(slot.check as (node: unknown) => boolean, slot.fault);
  }
}

/** The zod schemas of some slots, by their keys. */
export function schemasOf<S extends Shape>(slots: S): { [K in keyof S]: SchemaOf<S[K]> } {
  return Object.fromEntries(Object.entries(slots).map(([key, slot]) => [key, schemaOf(slot)])) as never;
}

type SchemaOf<S> =
  S extends SlotOf<'optional', infer T> ? z.ZodOptional<z.ZodType<Exclude<T, undefined>>> : S extends Slot<infer T> ? z.ZodType<T> : never;

function mappingSchema({ slots, forms }: { readonly slots: Shape; readonly forms: Forms }): z.ZodType {
  const common = schemasOf(slots);
  const byKey = Object.entries(forms).map(([key, form]) => ({ key, schema: z.strictObject({ ...common, ...schemasOf(form) }) }));
  const last = byKey.at(-1);
  if (!last) return z.strictObject(common);
  return formOf((node) => (byKey.find(({ key }) => has(node, key)) ?? last).schema);
}

/** A value that is given outright or chosen by a reading; choices may be nested. */
function choosable<T>(value: z.ZodType<T>): z.ZodType<T | Choice<T>> {
  const schema: z.ZodType<T | Choice<T>> = formOf((node) => (isChoice(node) ? choice : value));
  const choice = choiceAmong(schema);
  return schema;
}

function choiceAmong(value: z.ZodType): z.ZodType {
  return z.looseObject({ reading: z.string() }).catchall(z.lazy(() => value));
}

const noAmount: Unfit = { unfit: 'not-an-amount', params: { allowed: ['nothing', ...AMOUNT_WORDS.map(({ key }) => key)] } };

/** An amount in a policy file: `nothing`, one of the words, or a choice among amounts by a reading. */
export const amountSchema: z.ZodType<AmountNode> = formOf((node): z.ZodType | Unfit => {
  if (node === 'nothing') return nothing;
  if (isChoice(node)) return amountChoice;
  return amountSchemas.get(amountWordOf(node)?.key ?? '') ?? noAmount;
});

const tests = z.record(z.string(), testSchema);

/**
 * A condition in a policy file: `always`; facts and what they must be, all of them (`{backboneLevel: {not: none}, assessment: passed}`);
 * a list, all of it; one of the words; or one chosen by a reading.
 */
export const conditionSchema: z.ZodType<ConditionNode> = formOf((node): z.ZodType | Unfit => {
  if (typeof node === 'string') return always;
  if (Array.isArray(node)) return conditions;
  if (isChoice(node)) return conditionChoice;
  if (typeof node !== 'object' || node === null) return { unfit: 'not-a-condition' };
  return conditionSchemas.get(conditionWordOf(node)?.key ?? '') ?? tests;
});

const always = z.literal('always');
const conditions = z.array(conditionSchema).min(1);
const nothing = z.literal('nothing');
const amountChoice = choiceAmong(amountSchema);
const conditionChoice = choiceAmong(conditionSchema);
const amountSchemas = new Map<string, z.ZodType>(AMOUNT_WORDS.map((word) => [word.key, mappingSchema(word)]));
const conditionSchemas = new Map<string, z.ZodType>(CONDITION_WORDS.map((word) => [word.key, mappingSchema({ forms: {}, ...word })]));
