import type { Context, MiddlewareHandler } from 'hono';
import type { Wording } from '../../contract/wire/wording.ts';
import { JSON_TYPE } from '../reading/body.ts';
import { TAGS, wordingOf } from '../reading/language.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** Identifies an answer and its line in the log. */
    requestId: string;
    /** Whether the answer was made with the common headers. */
    hasHeaders: true;
  }
}

const LONGEST_ID = 64;

/** Gives every request an id, the caller's own if it is usable, and every answer the common headers. */
export function answerHeaders(): MiddlewareHandler {
  return async (c, next) => {
    const asked = c.req.header('x-request-id');
    c.set('requestId', asked && asked.length <= LONGEST_ID && !/[^\w\-=]/.test(asked) ? asked : crypto.randomUUID());
    await next();
    if (c.get('hasHeaders')) return;
    // Set on the response directly: Hono's `c.header` would create a new one for each header.
    const { headers } = c.res;
    // The page and its files have their own caching headers and language.
    const { 'X-Request-Id': id, 'X-Content-Type-Options': options, ...others } = headersOf(c.get('requestId'), wordingOf(c));
    headers.set('X-Request-Id', id);
    headers.set('X-Content-Type-Options', options);
    if (headers.has('cache-control')) return;
    for (const [name, value] of Object.entries(others)) headers.append(name, value);
    // An answer with an `ETag` may be kept, but must be revalidated.
    if (headers.has('etag')) headers.set('Cache-Control', 'no-cache');
  };
}

/** Passes on an answer of another app, which already has the common headers. */
export function answerMade(c: Context, response: Response): Response {
  c.set('hasHeaders', true);
  return response;
}

/** An answer with already written JSON, which is copied. It is created with all headers at once, which costs less than adding them. */
export function answerBytes(c: Context, json: Uint8Array<ArrayBuffer>, wording: Wording): Response {
  c.set('hasHeaders', true);
  return new Response(json, { headers: { 'Content-Type': JSON_TYPE, ...headersOf(c.get('requestId'), wording) } });
}

/** The headers that every answer of the API has. */
export function headersOf(requestId: string, { language }: Wording) {
  return {
    'X-Request-Id': requestId,
    'Content-Language': TAGS[language],
    Vary: 'Accept-Language',
    'X-Content-Type-Options': 'nosniff',
    'Cache-Control': 'no-store',
  };
}
