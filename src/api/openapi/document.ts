import type { Hono } from 'hono';
import { etag } from 'hono/etag';
import { bundledPolicies } from '../../policy/bundled.ts';
import { OPENAPI_TEXT as TEXT } from '../../text/openapi/document.ts';
import { JSON_TYPE } from '../reading/body.ts';
import { EXAMPLES, type Example, requestOf } from './examples.ts';
import type { Json } from './json.ts';
import { pathItems } from './operations.ts';
import { componentHeaders, componentResponses } from './responses.ts';
import { componentSchemas } from './schemas.ts';

/** Answers a request of the API. */
export type Ask = (request: Request) => Response | Promise<Response>;

/**
 * The OpenAPI 3.1 document of the API.
 *
 * @param ask answers the example requests; the answers become the example responses
 */
export async function openApiDocument(version: string, ask: Ask): Promise<Json> {
  const paths = pathItems([...bundledPolicies.values()]);
  for (const item of Object.values(paths)) for (const operation of Object.values(item)) await addExamples(operation as Operation, ask);
  return {
    openapi: '3.1.0',
    info: {
      title: TEXT.title,
      description: TEXT.description,
      version,
      contact: { name: TEXT.contact },
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: TEXT.server }],
    security: [],
    tags: Object.entries(TEXT.tags).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: componentSchemas(), parameters: parameters(), headers: componentHeaders(), responses: componentResponses() },
  };
}

/** Parameters that several operations have. */
function parameters(): Record<string, Json> {
  const text = { type: 'string' };
  const header = (name: string, description: string, schema: Json, example: string) => ({
    name,
    in: 'header',
    description,
    schema,
    example,
  });
  return {
    PolicyId: { name: 'id', in: 'path', required: true, description: TEXT.policyId, schema: text, example: 'jinfeng-2021' },
    'Accept-Language': header('Accept-Language', TEXT.language, text, 'en'),
    'X-Request-Id': header(
      'X-Request-Id',
      TEXT.requestId,
      { type: 'string', maxLength: 64, pattern: '^[A-Za-z0-9_=-]+$' },
      'payroll-2025-07',
    ),
    'If-None-Match': header('If-None-Match', TEXT.ifNoneMatch, text, 'W/"5d41402abc4b2a76b9719d911017c592"'),
  };
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: { readonly content: Content };
  readonly responses: { readonly 200: { readonly content: Content } };
}
type Content = Record<string, { examples?: Record<string, { value: unknown }> }>;

async function addExamples({ operationId, requestBody, responses }: Operation, ask: Ask): Promise<void> {
  const given: readonly Example[] = (EXAMPLES as Readonly<Record<string, readonly Example[]>>)[operationId] ?? [];
  for (const example of given) {
    const response = await ask(requestOf(example));
    const type = (response.headers.get('content-type') ?? '').split(';')[0] as string;
    const text = await response.text();
    put(responses[200].content, type, example.name, /[/+]json$/.test(type) ? JSON.parse(text) : text);
    if (requestBody && example.type !== undefined) put(requestBody.content, example.type, example.name, example.body);
  }
}

function put(content: Content, type: string, name: string, value: unknown): void {
  const media = content[type];
  if (!media) throw new Error(`there is no ${type} to be an example of`);
  media.examples = { ...media.examples, [name]: { value } };
}

/** Serves the OpenAPI document, which is made once, on the first request. */
export function openApi(app: Hono, version: string): void {
  let text: string | null = null;
  app.get('/openapi.json', etag({ weak: true }), async (c) => {
    // The text is kept and not its promise, because the request that makes it may be aborted.
    text ??= JSON.stringify(await openApiDocument(version, (request) => app.fetch(request, c.env)));
    return c.body(text, 200, { 'content-type': JSON_TYPE });
  });
}
