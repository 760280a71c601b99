import { FIGURE_TEXTS, year } from '../../contract/wire/settings.ts';
import { month } from '../../facts/teacher-schema.ts';
import type { Policy } from '../../policy/policy.ts';
import { lineageOf, readingOptions } from '../../policy/succession.ts';
import { OPENAPI_TEXT as TEXT } from '../../text/openapi/document.ts';
import { type Json, schemaOf } from './json.ts';
import { normalForm } from './normal-form.ts';

/** A parameter of a query. */
export const queryParameter = (name: string, description: string, schema: Json): Json => ({ name, in: 'query', description, schema });

/**
 * The settings of a stream in its query, as parameters of the OpenAPI document: the year or the period, and each reading and each figure
 * of the policies by its own name. They are plain values, because clients differ in how they write an object into a query.
 */
export function streamSettings(policies: readonly Policy[]): Json[] {
  return [
    queryParameter('year', TEXT.streamYear, normalForm(schemaOf(year, 'input'))),
    queryParameter('from', TEXT.streamFrom, schemaOf(month, 'input')),
    queryParameter('to', TEXT.streamTo, schemaOf(month, 'input')),
    queryParameter('asIfInForce', TEXT.streamAsIfInForce, { type: 'boolean' }),
    ...readingsOf(policies),
    ...figuresOf(policies),
  ];
}

/** A setting of a query, and the policies that know it. */
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
function readingsOf(policies: readonly Policy[]): Json[] {
  const known = new Map<string, Known<string>>();
  for (const policy of policies) for (const [id, options] of readingOptions(policy)) note(known, `reading.${id}`, options, policy);
  return [...known].map(([name, { values, policies }]) =>
    queryParameter(name, TEXT.streamReading(policies), { type: 'string', enum: [...values] }),
  );
}

/** `parameter.<key>`, each a decimal string in the unit of the figure. */
function figuresOf(policies: readonly Policy[]): Json[] {
  const known = new Map<string, Known<keyof typeof FIGURE_TEXTS>>();
  for (const policy of policies) {
    const figures = new Map(
      lineageOf(policy)
        .toReversed()
        .flatMap(({ parameters }) => [...parameters]),
    );
    for (const [key, { unit, isPart }] of figures) note(known, `parameter.${key}`, [unit === 'percent' && isPart ? 'part' : unit], policy);
  }
  return [...known].map(([name, { values, policies }]) => {
    const schemas = [...values].map((unit) => schemaOf(FIGURE_TEXTS[unit], 'input'));
    return queryParameter(name, TEXT.streamFigure(policies), schemas.length === 1 ? (schemas[0] as Json) : { oneOf: schemas });
  });
}
