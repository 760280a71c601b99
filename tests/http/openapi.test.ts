import { Ajv2020 } from 'ajv/dist/2020.js';
import { beforeAll, describe, expect, test } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { EXAMPLES, type Example, requestOf } from '../../src/api/openapi/examples.ts';
import { NamedSchemas } from '../../src/api/openapi/named-schemas.ts';
import { SCHEMA_NAMES } from '../../src/api/openapi/names.ts';
import { normalForm } from '../../src/api/openapi/normal-form.ts';
import { SCHEMA_TEXTS } from '../../src/text/openapi/schemas.ts';
import { answerOf, closed, type Document, expectDocumented, type Json, operationAt, operationsOf } from './documented.ts';

const app = createApp();
let document: Document;
beforeAll(async () => {
  document = (await (await app.request('/openapi.json')).json()) as Document;
});

describe('every operation', () => {
  test('answers with the statuses that it tells, and with no other', async () => {
    for (const { path, method, operation } of operationsOf(document)) {
      const answered = new Set<number>();
      for (const [url, init] of probesOf(path, method, operation.requestBody !== undefined)) {
        const response = await app.request(url, init);
        if (operationAt(document, method, url) !== operation) continue;
        expectDocumented(document, method, url, response);
        answered.add(response.status);
      }
      // those are of a home alone, or of a fault of ours
      const told = Object.keys(operation.responses)
        .map(Number)
        .filter((status) => ![421, 500, 503].includes(status));
      expect([operation.operationId, [...answered].toSorted()]).toEqual([operation.operationId, told]);
      expect(Object.keys(operation.responses)).toEqual(expect.arrayContaining(['421', '500']));
    }
  });

  test('has a tag, a summary, a description, and headers that may be sent', () => {
    const tags = document.tags.map(({ name }) => name);
    for (const { operation } of operationsOf(document)) {
      expect(tags).toContain(operation.tags[0]);
      expect(operation.summary.length).toBeLessThan(60);
      expect(operation.description.length).toBeGreaterThan(10);
      const parameters = operation.parameters.map(({ $ref }) => String($ref).split('/').at(-1));
      expect(parameters).toEqual(expect.arrayContaining(['Accept-Language', 'X-Request-Id']));
      expect(parameters.includes('If-None-Match')).toBe('304' in operation.responses);
    }
  });

  test('is named as nothing else, in whatever case a generator writes it', () => {
    const names = [...operationsOf(document).map(({ operation }) => operation.operationId), ...Object.keys(document.components.schemas)];
    const folded = names.map((name) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
    expect(folded.filter((name, at) => folded.indexOf(name) !== at)).toEqual([]);
    // words of languages, and objects that a page has
    expect(
      folded.filter((name) => ['document', 'default', 'delete', 'new', 'class', 'object', 'range', 'map', 'record'].includes(name)),
    ).toEqual([]);
  });

  test('has in its query names that stay apart, and plain values', () => {
    for (const { operation } of operationsOf(document)) {
      const query = operation.parameters.filter((one) => one.in === 'query') as { name: string; schema: Json }[];
      const folded = query.map(({ name }) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
      expect(new Set(folded).size).toBe(query.length);
      for (const { schema } of query) expect(['string', 'integer', 'boolean']).toContain(schema.type);
    }
  });
});

/** Requests that are answered in each way that there is. */
function probesOf(path: string, method: string, hasBody: boolean): [string, RequestInit][] {
  const url = path.replace('{id}', 'jinfeng-2021');
  const send = (body: string, type = 'application/json', more: Record<string, string> = {}): RequestInit => ({
    method,
    ...(hasBody && { body }),
    headers: { ...(hasBody && { 'content-type': type }), ...more },
  });
  const example = Object.values(EXAMPLES)
    .flat()
    .find((one: Example) => operationAt(document, method, one.path) === operationAt(document, method, url)) as Example | undefined;
  const good = JSON.stringify(example?.body ?? {});
  return [
    [example?.path ?? url, send(good)],
    [url, { method, headers: { 'if-none-match': '*' }, ...(hasBody && { body: '{' }) }],
    [`${url}?colour=red`, send(good)],
    [path.replace('{id}', 'no-such-policy'), send(good)],
    ...(hasBody
      ? ([
          [url, send('{')],
          [url, send(good, 'text/plain')],
          [url, send(good, 'application/json', { 'content-length': String(2 ** 31) })],
        ] as [string, RequestInit][])
      : []),
  ];
}

describe('every example', () => {
  test('is there for every body and every good answer, but of the document itself', () => {
    const bare = operationsOf(document).flatMap(({ operation: { operationId, requestBody, responses } }) =>
      [requestBody?.content ?? {}, responses[200]?.content ?? {}].flatMap((content) =>
        Object.entries(content).flatMap(([type, { examples }]) => (examples ? [] : [`${operationId} ${type}`])),
      ),
    );
    expect(bare).toEqual(['showOpenApi application/json']);
  });

  test('is what the server is sent, and what it answers', async () => {
    let count = 0;
    for (const { operation } of operationsOf(document)) {
      const examples: readonly Example[] = EXAMPLES[operation.operationId as keyof typeof EXAMPLES] ?? [];
      for (const example of examples) {
        const response = await app.request(requestOf(example));
        expect(response.status).toBe(200);
        const type = response.headers.get('content-type')?.split(';')[0] as string;
        const told = operation.responses[200]?.content?.[type]?.examples?.[example.name]?.value;
        const text = await response.text();
        expect(typeof told === 'string' ? text : JSON.parse(text)).toEqual(told);
        if (example.type) expect(operation.requestBody?.content[example.type]?.examples?.[example.name]?.value).toEqual(example.body);
        count++;
      }
    }
    expect(count).toBeGreaterThan(15);
  });

  test('is of its schema', () => {
    const ajv = new Ajv2020({ allErrors: true, strict: false, formats: { date: true, int32: true, int64: true } });
    ajv.addSchema(closed(document), 'openapi');
    const media = operationsOf(document).flatMap(({ operation }) =>
      [
        operation.requestBody?.content,
        ...Object.keys(operation.responses).map((status) => answerOf(document, operation, Number(status))?.content),
      ].flatMap((content) => Object.values(content ?? {})),
    );
    for (const { schema, examples = {} } of media) {
      const validate = ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/', '"openapi#/')));
      for (const { value } of Object.values(examples)) {
        validate(value);
        expect(validate.errors ?? []).toEqual([]);
      }
    }
    expect(media.flatMap(({ examples = {} }) => Object.keys(examples)).length).toBeGreaterThan(100);
  });
});

describe('every schema', () => {
  const bodies = () => Object.entries(document.components.schemas) as [string, Json & { properties?: Record<string, Json> }][];

  test('is described, and so is every property', () => {
    const bare = bodies().flatMap(([name, { description, properties = {} }]) => [
      ...(description ? [] : [name]),
      ...Object.entries(properties).flatMap(([key, node]) => (node.description ? [] : [`${name}.${key}`])),
    ]);
    expect(bare).toEqual([]);
  });

  test('is what a text or a name is for', () => {
    const { schemas } = document.components;
    const texts = Object.entries(SCHEMA_TEXTS).flatMap(([name, of]) => Object.keys(of).map((key) => [name, key] as const));
    const idle = texts.filter(([name, key]) => key !== 'itself' && !(key in ((schemas[name]?.properties as object | undefined) ?? {})));
    expect(idle).toEqual([]);
    expect([...Object.keys(SCHEMA_TEXTS), ...Object.values(SCHEMA_NAMES)].filter((name) => !(name in schemas))).toEqual([]);
  });

  test('has no shape without a name in it, and null as a type of its own', () => {
    const wrong: string[] = [];
    const look = (node: unknown, place: string, isBody = false): void => {
      if (typeof node !== 'object' || node === null) return;
      const { properties, oneOf, anyOf, type, const: only, enum: values, items, additionalProperties } = node as Json;
      if (!isBody && (properties || oneOf || anyOf)) wrong.push(`${place} is a shape without a name`);
      if ((only !== undefined || values) && !type) wrong.push(`${place} has values and no type`);
      for (const [key, one] of Object.entries((properties as object | undefined) ?? {})) look(one, `${place}.${key}`);
      for (const [at, one] of ((oneOf as unknown[] | undefined) ?? []).entries()) look(one, `${place}|${at}`);
      look(items, `${place}[]`);
      look(additionalProperties, `${place}{}`);
    };
    for (const [name, body] of bodies()) look(body, name, true);
    expect(wrong).toEqual([]);
  });

  test('tells apart by a property what one tells apart', () => {
    const choices = bodies().flatMap(([name, { discriminator }]) => (discriminator ? [[name, (discriminator as Json).propertyName]] : []));
    expect(Object.fromEntries(choices)).toEqual({
      ArrearsEntry: 'status',
      ArrearsTotals: 'status',
      BatchEntry: 'status',
      BatchEntryOfPeriod: 'status',
      BatchTotals: 'status',
      Missing: 'code',
    });
  });

  test('takes the facts of a policy of one’s own where a request brings one, and else no fact that is not known', () => {
    const { schemas } = document.components;
    const open = (name: string) => schemas[name]?.additionalProperties;
    expect(['Teacher', 'TeacherChange', 'CohortFacts'].map(open)).toEqual([false, false, false]);
    expect(['TeacherWithPolicy', 'TeacherChangeWithPolicy', 'CohortFactsWithPolicy'].map(open)).toEqual([true, true, true]);
  });
});

describe('the form of schemas', () => {
  test.each([
    ['a plain value or null', { anyOf: [{ type: 'string' }, { type: 'null' }] }, { type: ['string', 'null'] }],
    ['a choice or null', { anyOf: [{ type: 'string', enum: ['a'] }, { type: 'null' }] }, { type: ['string', 'null'], enum: ['a', null] }],
    [
      'null inside one of several',
      { anyOf: [{ type: ['string', 'null'] }, { type: 'array', items: { type: 'string' } }] },
      { oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }, { type: 'null' }] },
    ],
    ['names that are text', { type: 'object', propertyNames: { type: 'string' } }, { type: 'object' }],
    ['any whole number', { type: 'integer', minimum: -Number.MAX_SAFE_INTEGER }, { type: 'integer', format: 'int64' }],
    ['a small one', { type: 'integer', minimum: 1, maximum: 65 }, { type: 'integer', minimum: 1, maximum: 65, format: 'int32' }],
    ['a flag', { type: 'boolean', const: true }, { type: 'boolean' }],
  ])('%s', (_, written, form) => {
    expect(normalForm(written)).toEqual(form);
  });

  test('a shape without a name, and a name of two shapes, stop the document', () => {
    const shape = (type: string) => ({ type: 'object', properties: { clause: { type: 'object', properties: { item: { type } } } } });
    const schemas = new NamedSchemas();
    schemas.add('One', shape('string'));
    expect(Object.keys(schemas.all)).toEqual(['One', 'Clause']);
    expect(() => schemas.add('Two', shape('integer'))).toThrow('two different schemas Clause');
    expect(() => schemas.add('Three', { type: 'object', properties: { colour: { type: 'object', properties: {} } } })).toThrow(
      'Three.colour',
    );
  });
});
