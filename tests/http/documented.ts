import { expect } from 'vitest';

export type Json = Record<string, unknown>;

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly Json[];
  readonly requestBody?: { readonly content: Record<string, Media> };
  readonly responses: Record<string, Answer>;
}
export interface Media {
  readonly schema: Json;
  readonly examples?: Record<string, { readonly value: unknown }>;
}
export interface Answer {
  readonly $ref?: string;
  readonly headers?: Record<string, Json>;
  readonly content?: Record<string, Media>;
}
export interface Document {
  readonly openapi: string;
  readonly tags: readonly { readonly name: string }[];
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: Record<'schemas' | 'parameters' | 'headers', Record<string, Json>> & { readonly responses: Record<string, Answer> };
}

/** Every operation with its address. */
export function operationsOf({ paths }: Document): { path: string; method: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
}

/** The operation that answers a request: of a `HEAD` that of its `GET`; none where there is no such address or method. */
export function operationAt(document: Document, method: string, url: string): Operation | undefined {
  const asked = method === 'HEAD' ? 'GET' : method;
  const { pathname } = new URL(url, 'http://localhost');
  const fitting = operationsOf(document).filter(
    (one) => one.method === asked && new RegExp(`^${one.path.replaceAll('.', '\\.').replace('{id}', '[^/]+')}$`).test(pathname),
  );
  return (fitting.find(({ path }) => path === pathname) ?? fitting[0])?.operation;
}

/** The documented answer of a status. */
export const answerOf = ({ components }: Document, { responses }: Operation, status: number): Answer | undefined => {
  const answer = responses[status];
  return answer?.$ref ? components.responses[answer.$ref.split('/').at(-1) as string] : answer;
};

/** Checks that an answer has a status, a media type and headers that the document tells of it. */
export function expectDocumented(document: Document, method: string, url: string, response: Response): void {
  const operation = operationAt(document, method, url);
  if (!operation) {
    expect([404, 405]).toContain(response.status);
    return;
  }
  const answer = answerOf(document, operation, response.status);
  expect(answer, `${operation.operationId} has ${response.status}`).toBeDefined();
  const type = response.headers.get('content-type')?.split(';')[0];
  if (response.body !== null) expect(Object.keys(answer?.content ?? {})).toContain(type);
  for (const name of Object.keys(answer?.headers ?? {})) expect(response.headers.get(name), name).not.toBeNull();
  for (const name of ['etag', 'allow', 'accept', 'retry-after', 'location'].filter((one) => response.headers.has(one))) {
    expect(Object.keys(answer?.headers ?? {}).map((one) => one.toLowerCase())).toContain(name);
  }
}

/** The document with answers that may have no property but those that it knows: clients take others, but the server sends none. */
export function closed<T>(node: T): T {
  if (Array.isArray(node)) return node.map(closed) as T;
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, closed(value)]));
  const isOpen = typeof copy.properties === 'object' && copy.type !== undefined && copy.additionalProperties === undefined;
  return (isOpen ? { ...copy, additionalProperties: false } : copy) as T;
}
