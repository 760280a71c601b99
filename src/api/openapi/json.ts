import * as z from 'zod';

/** A piece of the document. */
export type Json = Record<string, unknown>;

/**
 * A schema as zod writes it, without the dialect that OpenAPI 3.1 has by default.
 *
 * @param io whether it is for requests (`input`) or answers (`output`); answers may grow, so they allow further properties
 */
export function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    override: ({ jsonSchema }) => {
      if (io === 'output' && jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  }) as Json;
  return rest;
}

/** A reference to a named part. @example ref('schemas', 'Teacher') */
export const ref = (kind: 'schemas' | 'parameters' | 'headers' | 'responses', name: string): Json => ({
  $ref: `#/components/${kind}/${name}`,
});
