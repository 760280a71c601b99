import type { Json } from './json.ts';

/** Integers that stay small in every answer; others may count any number of people. */
const SMALL: readonly string[] = ['year', 'years', 'by', 'months', 'serviceMonths', 'servedMonths', 'status', 'line', 'column'];
const MOST_INT32 = 2 ** 31 - 1;

/**
 * An equivalent schema in the form that client generators handle correctly: `null` is one more type of a value, unions are a flat `oneOf`,
 * integers have a format, and redundant keywords are dropped.
 *
 * @param key the property that has the schema
 */
export function normalForm(schema: Json, key = ''): Json {
  const { anyOf, oneOf = anyOf, properties, items, additionalProperties, propertyNames, ...rest } = schema;
  if (oneOf) return oneOfSeveral(oneOf as readonly Json[], rest, key);
  const saysNames = isPattern(propertyNames as Json | undefined);
  return {
    ...(rest.type === 'integer' ? integer(rest, key) : rest.type === 'boolean' ? flag(rest) : rest),
    ...(saysNames && { propertyNames }),
    ...(properties !== undefined && { properties: mapValues(properties as Record<string, Json>, normalForm) }),
    ...(items !== undefined && { items: normalForm(items as Json, key) }),
    ...(additionalProperties !== undefined && {
      additionalProperties: typeof additionalProperties === 'object' ? normalForm(additionalProperties as Json, key) : additionalProperties,
    }),
  };
}

/** Whether `propertyNames` says more than that keys are strings. */
const isPattern = (names: Json | undefined): boolean => names !== undefined && Object.keys(names).some((key) => key !== 'type');

/** Whether a schema is empty. */
export const isEmpty = (schema: Json): boolean => Object.keys(schema).length === 0;

function mapValues<T, U>(values: Readonly<Record<string, T>>, change: (value: T, key: string) => U): Record<string, U> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, change(value, key)]));
}

function oneOfSeveral(given: readonly Json[], rest: Json, key: string): Json {
  const all = given.map((one) => normalForm(one, key)).flatMap((one) => (one.oneOf as Json[] | undefined) ?? [one]);
  const others = all.filter(({ type }) => type !== 'null');
  const [only] = others;
  if (others.length === 1 && only) return { ...(others.length < all.length ? nullable(only) : only), ...rest };
  // If one variant may be null, null is a variant of its own.
  const open = others.map((one) => (hasNull(one) ? { ...one, type: (one.type as string[]).find((type) => type !== 'null') } : one));
  const isNullable = others.length < all.length || others.some(hasNull);
  return { ...rest, oneOf: [...open, ...(isNullable ? [{ type: 'null' }] : [])] };
}

const hasNull = ({ type }: Json): boolean => Array.isArray(type) && type.includes('null');

function nullable(schema: Json): Json {
  const types = [schema.type].flat();
  const { const: only, enum: values = only === undefined ? undefined : [only], ...rest } = schema;
  return {
    ...rest,
    type: [...types, ...(types.includes('null') ? [] : ['null'])],
    ...(values !== undefined && { enum: [...(values as unknown[]), null] }),
  };
}

/** A flag that is only ever `true` becomes a plain boolean: some generators make code that does not compile from a boolean constant. */
const flag = ({ const: _, ...rest }: Json): Json => rest;

/** Gives an integer its format and drops bounds that are just those of a safe integer. */
function integer({ minimum, maximum, ...rest }: Json, key: string): Json {
  const [least, most] = [bound(minimum), bound(maximum)];
  const isSmall = (most !== undefined && most <= MOST_INT32) || SMALL.includes(key);
  return {
    ...rest,
    format: isSmall ? 'int32' : 'int64',
    ...(least !== undefined && { minimum: least }),
    ...(most !== undefined && { maximum: most }),
  };
}

const bound = (value: unknown): number | undefined =>
  typeof value === 'number' && Math.abs(value) < Number.MAX_SAFE_INTEGER ? value : undefined;
