import * as z from 'zod';
import { FIGURE_TEXTS, year } from '../contract/settings.ts';
import { month } from '../facts/teacher-schema.ts';
import type { Policy } from '../policy/policy.ts';
import { lineageOf, readingOptions } from '../policy/succession.ts';
import { OPENAPI_TEXT as TEXT } from '../text/openapi.ts';

type Json = Record<string, unknown>;

function schemaOf(schema: z.ZodType): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }) as Json;
  return rest;
}

/**
 * The settings of a stream in its query, as parameters of the OpenAPI document: the year or the period, and for each reading and each figure of the policies a
 * name of its own. An object in the style `form` that is exploded stands for its properties; its own name is sent nowhere.
 */
export function streamSettings(policies: readonly Policy[]): Json[] {
  const common = { in: 'query', style: 'form', explode: true };
  return [
    { name: 'year', in: 'query', description: TEXT.streamYear, schema: schemaOf(year) },
    { name: 'from', in: 'query', description: TEXT.streamFrom, schema: schemaOf(month) },
    { name: 'to', in: 'query', description: TEXT.streamTo, schema: schemaOf(month) },
    { name: 'asIfInForce', in: 'query', description: TEXT.streamAsIfInForce, schema: { type: 'boolean', default: false } },
    { ...common, name: 'readings', description: TEXT.streamReadings, schema: objectOf(readingsOf(policies)) },
    { ...common, name: 'parameters', description: TEXT.streamParameters, schema: objectOf(parametersOf(policies)) },
  ];
}

/** Nothing of it need be given; said as a default, so that a page that tries requests out begins with none of it. */
const objectOf = (properties: Json): Json => ({ type: 'object', properties, additionalProperties: false, default: {} });

/** Something that a query may set, and the policies that know it. */
interface Known<T> {
  readonly values: Set<T>;
  readonly policies: string[];
}

function note<T>(known: Map<string, Known<T>>, name: string, values: Iterable<T>, { document }: Policy): void {
  const entry = known.get(name) ?? { values: new Set(), policies: [] };
  for (const value of values) entry.values.add(value);
  entry.policies.push(document.id);
  known.set(name, entry);
}

/** `reading.<id>`, each with the options of all policies that have it. */
function readingsOf(policies: readonly Policy[]): Json {
  const known = new Map<string, Known<string>>();
  for (const policy of policies) for (const [id, options] of readingOptions(policy)) note(known, `reading.${id}`, options, policy);
  return describe(known, (options) => ({ enum: [...options] }));
}

/** `parameter.<key>`, each a decimal string in the unit of the figure. */
function parametersOf(policies: readonly Policy[]): Json {
  const known = new Map<string, Known<keyof typeof FIGURE_TEXTS>>();
  for (const policy of policies) {
    const figures = new Map(
      lineageOf(policy)
        .toReversed()
        .flatMap(({ parameters }) => [...parameters]),
    );
    for (const [key, { unit }] of figures) note(known, `parameter.${key}`, [unit], policy);
  }
  return describe(known, (units) => {
    const schemas = [...units].map((unit) => schemaOf(FIGURE_TEXTS[unit]));
    return schemas.length === 1 ? (schemas[0] as Json) : { anyOf: schemas };
  });
}

function describe<T>(known: ReadonlyMap<string, Known<T>>, schema: (values: ReadonlySet<T>) => Json): Json {
  const entries = [...known].map(([name, { values, policies }]) => [name, { ...schema(values), description: TEXT.ofPolicies(policies) }]);
  return Object.fromEntries(entries);
}
