import type { Context, MiddlewareHandler } from 'hono';
import type { Wording } from '../../contract/wire/wording.ts';
import { JSON_TYPE } from '../reading/body.ts';
import { TAGS, wordingOf } from '../reading/language.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** By which an answer and what is logged about it can be told. */
    requestId: string;
    /** Whether the answer was made with the headers that all have. */
    hasHeaders: true;
  }
}

const LONGEST_ID = 64;

/** Gives every request its id, the caller's own where it is fit to be one, and every answer the headers that all of them have. */
export function answerHeaders(): MiddlewareHandler {
  return async (c, next) => {
    const asked = c.req.header('x-request-id');
    c.set('requestId', asked && asked.length <= LONGEST_ID && !/[^\w\-=]/.test(asked) ? asked : crypto.randomUUID());
    await next();
    if (c.get('hasHeaders')) return;
    // into the answer as it is: Hono's `c.header` would make it anew for each
    const { headers } = c.res;
    // The page and its files say themselves how they may be kept, and have a language of their own.
    const { 'X-Request-Id': id, 'X-Content-Type-Options': options, ...others } = headersOf(c.get('requestId'), wordingOf(c));
    headers.set('X-Request-Id', id);
    headers.set('X-Content-Type-Options', options);
    if (headers.has('cache-control')) return;
    for (const [name, value] of Object.entries(others)) headers.append(name, value);
    // What has a tag may be kept, but has to be asked after.
    if (headers.has('etag')) headers.set('Cache-Control', 'no-cache');
  };
}

/** Takes an answer as another app made it, with the headers that all have. */
export function answerMade(c: Context, response: Response): Response {
  c.set('hasHeaders', true);
  return response;
}

/** An answer of JSON that was written already, of which it takes a copy; made at once with all of its headers, which costs less than adding them. */
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
