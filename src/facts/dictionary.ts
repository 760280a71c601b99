import * as z from 'zod';
import { isDate, parseMonth } from '../calendar/month.ts';
import { parseDecimal } from '../money/decimal.ts';
import { plainSum } from '../money/printed.ts';
import { EMPLOYMENT } from './employment.ts';

/** A sentence or name in both languages of the product. */
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });
export type Bilingual = z.infer<typeof bilingual>;

/** A wording that a file has to give in both languages. */
const inBoth = <T extends z.ZodType<Bilingual>>(schema: T): T => schema;

/** A wording of which a file may write the Chinese alone, `交通补助` or `{zh: 交通补助}`: the English then says the same. */
const inEither = <T extends z.ZodType<Bilingual>>(schema: T): T => z.preprocess(inBothLanguages, schema) as unknown as T;

/** A wording with its English, which says the same as the Chinese where a file leaves it out; anything else as it is. */
export function inBothLanguages(node: unknown): unknown {
  if (typeof node === 'string') return { zh: node, en: node };
  const isChinese = typeof node === 'object' && node !== null && 'zh' in node && !('en' in node);
  return isChinese ? { ...node, en: node.zh } : node;
}

/** A sentence or name as a policy may write it. */
export const wording = inEither(bilingual);

/** The id of a fact. */
export const factId = z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'invalid-fact-id');
/** The id of a value of a fact. */
export const valueId = z.string().regex(/^[a-z][a-z0-9-]*$/, 'invalid-value-id');

const enumValue = bilingual.extend({
  also: z.array(z.string()).default([]),
  roughly: z.array(z.string()).default([]),
  undecided: z.boolean().default(false),
});
/** What a number counts (公里, 平方米), and further spellings of that in a roster. */
const unit = bilingual.extend({ also: z.array(z.string().min(1)).default([]) });
/** A kind of periods (病假, 借调), and further spellings of it in a roster. */
const periodKind = bilingual.extend({ also: z.array(z.string().min(1)).default([]) });

/** A text that one of our readers understands. @param fault the code where it does not */
const read = (reads: (text: string) => unknown, fault: string) =>
  z.string().refine((text) => reads(text) !== null && reads(text) !== false, fault);
const decimal = read(parseDecimal, 'invalid-decimal');
/** A sum of money, printed in any way: kept as a plain decimal in yuan. */
const sum = read(plainSum, 'invalid-amount').transform((text) => plainSum(text) ?? text);

/** The schema of a fact. @param worded what makes of the schema of a wording that of how a file may write it */
const factSchemaOf = (worded: typeof inBoth | typeof inEither) => {
  const common = {
    label: worded(bilingual),
    headers: z.array(z.string()).default([]),
    monthly: z.boolean().default(false),
    follows: z.array(factId).default([]),
  };
  return z.discriminatedUnion('type', [
    z.strictObject({ type: z.literal('text'), maxLength: z.int().positive(), default: z.string().min(1).optional(), ...common }),
    z.strictObject({ type: z.literal('enum'), values: z.record(valueId, worded(enumValue)), default: valueId.optional(), ...common }),
    z.strictObject({
      type: z.literal('boolean'),
      default: z.boolean().optional(),
      place: z.strictObject({ town: factId, village: factId }).optional(),
      ...common,
    }),
    z.strictObject({
      type: z.literal('integer'),
      minimum: z.int(),
      maximum: z.int(),
      unit: worded(unit).optional(),
      default: z.int().optional(),
      ...common,
    }),
    z.strictObject({
      type: z.literal('decimal'),
      minimum: decimal,
      maximum: decimal,
      unit: worded(unit).optional(),
      default: decimal.optional(),
      ...common,
    }),
    z.strictObject({ type: z.literal('money'), default: sum.optional(), ...common }),
    z.strictObject({
      type: z.literal('date'),
      blank: z.literal('never').optional(),
      default: read(isDate, 'invalid-date').optional(),
      ...common,
    }),
    z.strictObject({ type: z.literal('month'), default: read(parseMonth, 'invalid-month').optional(), ...common }),
    z.strictObject({
      type: z.literal('periods'),
      kinds: z.record(valueId, worded(periodKind)).optional(),
      // No periods: of a history, nobody knows that without asking.
      default: z.tuple([]).optional(),
      ...common,
      // A list of periods says by itself what is when.
      monthly: z.literal(false).default(false),
    }),
  ]);
};

/** Facts as a policy writes those of its own. */
export const factsSchema = z.record(factId, factSchemaOf(inEither));

/** The dictionary as it is written in `rules/facts.yaml`. */
export const dictionarySchema = z.strictObject({ facts: z.record(factId, factSchemaOf(inBoth)) });
export type DictionaryDocument = z.input<typeof dictionarySchema>;

/** A fact of a policy; a derived one follows from other facts by its rules, and may be given like any other. */
export type FactEntry = z.output<ReturnType<typeof factSchemaOf>> & { derived?: true };

/** One entry of the dictionary, with its id and its place in every row of facts. */
export type Fact = FactEntry & { id: string; index: number };
export type EnumFact = Extract<Fact, { type: 'enum' }>;
/** A fact that is a list of periods by days. */
export type PeriodsFact = Extract<Fact, { type: 'periods' }>;
/** A fact that is a number with bounds of its own. */
export type BoundedFact = Extract<Fact, { type: 'integer' | 'decimal' }>;

/**
 * What is known of a fact: text, an enum value, a boolean, an integer, ten-thousandths of a decimal, fen of a money fact, a month as a count
 * of months, a date as `YYYY-MM-DD`, periods as `writePeriods` writes them; `null` where nothing is known. The same text means the same value.
 */
export type FactValue = string | number | boolean | null;

/** The facts of a policy in a fixed order: a row of facts is an array in this order. */
export interface Dictionary {
  readonly facts: readonly Fact[];
  readonly byId: ReadonlyMap<string, Fact>;
}

/**
 * Reads a dictionary.
 *
 * @param document the content of `rules/facts.yaml`
 * @throws ZodError where an entry is malformed; Error where one refers to a fact or a value that is not there
 */
export function readDictionary(document: unknown): Dictionary {
  return index(Object.entries(dictionarySchema.parse(document).facts));
}

/** A dictionary extended by the facts of a policy. @throws Error as {@link readDictionary}, also where a fact already exists */
export function extendDictionary(dictionary: Dictionary, own: FactsDocument): Dictionary {
  const entries = Object.entries(own);
  if (entries.length === 0) return dictionary;
  for (const [id] of entries) if (dictionary.byId.has(id)) throw new Error(`fact ${id} is there already`);
  return index([...dictionary.facts.map(({ index: _, ...fact }) => [fact.id, fact] as const), ...entries]);
}

/** The same facts in the same places, some of them as another file declares them. */
export function redeclare(dictionary: Dictionary, own: FactsDocument): Dictionary {
  const entries = Object.entries(own);
  if (entries.length === 0) return dictionary;
  return index(
    dictionary.facts.map(({ index: _, ...fact }) => [fact.id, Object.hasOwn(own, fact.id) ? (own[fact.id] as FactEntry) : fact]),
  );
}

export type FactsDocument = Readonly<Record<string, FactEntry>>;

function index(entries: readonly (readonly [string, FactEntry])[]): Dictionary {
  const facts = entries.map(([id, fact], at): Fact => ({ ...fact, id, index: at }));
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  for (const fact of facts) {
    const named = [...fact.follows, ...(fact.type === 'boolean' && fact.place ? Object.values(fact.place) : [])];
    for (const id of named) if (!byId.has(id)) throw new Error(`fact ${fact.id}: there is no fact ${id}`);
    if (fact.type === 'enum' && fact.default !== undefined && !fact.values[fact.default]) {
      throw new Error(`fact ${fact.id}: its default ${fact.default} is not among its values`);
    }
  }
  for (const id of Object.values(EMPLOYMENT)) if (!byId.has(id)) throw new Error(`the dictionary needs the fact ${id}`);
  return { facts, byId };
}

/** The fact of this id. @throws Error where there is none: callers have checked the id */
export function factOf(dictionary: Dictionary, id: string): Fact {
  const fact = dictionary.byId.get(id);
  if (!fact) throw new Error(`there is no fact ${id}`);
  return fact;
}

/** Whether a blank date means that the event never happened, as with a recruitment; else the date is unknown. */
export function isNeverWhenBlank(fact: Fact): boolean {
  return fact.type === 'date' && fact.blank === 'never';
}

/**
 * Finds which fact to ask for where this one is unknown. For a place it is the town, or the village where the town is known and listed by
 * village.
 *
 * @returns a function from a row of facts in which this one is unknown to the id of the fact to ask for
 */
export function askedFor(fact: Fact, dictionary: Dictionary): (facts: readonly FactValue[]) => string {
  if (fact.type !== 'boolean' || !fact.place) return () => fact.id;
  const { town, village } = fact.place;
  const at = factOf(dictionary, town).index;
  return (facts) => (facts[at] === null ? town : village);
}
