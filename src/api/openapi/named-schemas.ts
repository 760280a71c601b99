import { AMOUNT_NOTE } from '../../contract/wire/head.ts';
import { AMOUNT_TEXTS, PROPERTY_TEXTS } from '../../text/openapi/properties.ts';
import { SCHEMA_TEXTS } from '../../text/openapi/schemas.ts';
import { type Json, ref } from './json.ts';
import { SCHEMA_NAMES } from './names.ts';
import { isEmpty, normalForm } from './normal-form.ts';

/**
 * Schemas by name. Each nested shape has its own name ({@link SCHEMA_NAMES}), so that client generators make one class of it everywhere;
 * unions that a property tells apart have a discriminator; and schemas and properties are described.
 */
export class NamedSchemas {
  readonly all: Record<string, Json> = {};
  readonly #written = new Map<string, string>();

  /** Adds a schema, and those inside it. @throws Error if the name is taken by another schema, or a nested shape has no name */
  add(name: string, schema: Json): void {
    this.#add(name, normalForm(schema));
  }

  #add(name: string, { description, ...schema }: Json): void {
    const text = JSON.stringify(schema);
    const before = this.#written.get(name);
    if (before === text) return;
    if (before !== undefined) throw new Error(`two different schemas ${name}: ${before} and ${text}`);
    this.#written.set(name, text);
    this.all[name] = {}; // reserves its place before the nested ones
    this.all[name] = described(this.#body(schema, name), SCHEMA_TEXTS[name]?.itself ?? description);
  }

  #body({ properties, oneOf, ...rest }: Json, name: string): Json {
    if (oneOf) return this.#choice(oneOf as readonly Json[], name);
    if (!properties) return rest;
    const written = Object.entries(properties as Record<string, Json>).map(([key, node]) => {
      const inside = this.#node(node, `${name}.${key}`, key);
      const alone = node.description === AMOUNT_NOTE ? AMOUNT_TEXTS[key] : undefined;
      return [key, described(inside, SCHEMA_TEXTS[name]?.[key] ?? alone ?? node.description ?? PROPERTY_TEXTS[key])];
    });
    return { ...rest, properties: Object.fromEntries(written) };
  }

  #choice(variants: readonly Json[], name: string): Json {
    const shapes = variants.filter(({ properties }) => properties !== undefined);
    const keys = Object.keys((shapes[0]?.properties as object | undefined) ?? {});
    const teller = keys.find((key) => shapes.every((shape) => constOf(shape, key) !== undefined));
    const mapping: Record<string, unknown> = {};
    const oneOf = variants.map((variant) => {
      if (!variant.properties) return this.#node(variant, `${name}|${variant.type}`, '');
      const tell = String(teller === undefined ? Object.keys(variant.properties)[0] : constOf(variant, teller));
      const named = this.#named(variant, `${name}|${tell}`);
      mapping[tell] = named.$ref;
      return named;
    });
    return { oneOf, ...(teller !== undefined && { discriminator: { propertyName: teller, mapping } }) };
  }

  /** The schema of a property, or of the entries of its list or mapping. */
  #node(node: Json, place: string, key: string): Json {
    const { description, items, additionalProperties, ...rest } = node;
    const held = (schema: unknown): unknown => {
      if (typeof schema !== 'object') return schema;
      if (!isEmpty(schema as Json)) return this.#node(schema as Json, place, key);
      // The entries of a list are validated one by one, or it is a free value.
      const name = SCHEMA_NAMES[place] ?? SCHEMA_NAMES[key];
      return name === undefined || ref('schemas', name);
    };
    // `null` belongs to the named schema: from a reference beside `null` older generators make a separate class.
    const isChoice = [node.type].flat().filter((type) => type !== 'null').length > 1;
    if (node.properties || node.oneOf || isChoice) {
      const { description: _, ...shape } = node;
      return described(this.#named(shape, place, key), description);
    }
    const inside = {
      ...(items !== undefined && { items: held(items) }),
      ...(additionalProperties !== undefined && { additionalProperties: held(additionalProperties) }),
    };
    return described({ ...rest, ...inside }, description);
  }

  #named(schema: Json, place: string, key = ''): Json {
    const name = SCHEMA_NAMES[place] ?? SCHEMA_NAMES[key];
    if (name === undefined) throw new Error(`no name for the schema at ${place}`);
    this.#add(name, schema);
    return ref('schemas', name);
  }
}

const described = (schema: Json, description: unknown): Json => (description === undefined ? schema : { ...schema, description });

const constOf = ({ properties }: Json, key: string): unknown => (properties as Record<string, Json> | undefined)?.[key]?.const;
