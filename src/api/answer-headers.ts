import type { MiddlewareHandler } from 'hono';
import { TAGS, wordingOf } from './language.ts';

declare module 'hono' {
  interface ContextVariableMap {
    /** By which an answer and what is logged about it can be told. */
    requestId: string;
  }
}

const LONGEST_ID = 64;

/**
 * Gives every answer its request id, the caller's own where it is fit to be one, and the headers that all of them have. They are written into the
 * answer that was made: Hono's `c.header` would make it anew for each.
 */
export function answerHeaders(): MiddlewareHandler {
  return async (c, next) => {
    const asked = c.req.header('x-request-id');
    const id = asked && asked.length <= LONGEST_ID && !/[^\w\-=]/.test(asked) ? asked : crypto.randomUUID();
    c.set('requestId', id);
    await next();
    const { headers } = c.res;
    headers.set('X-Request-Id', id);
    headers.set('Content-Language', TAGS[wordingOf(c).language]);
    headers.append('Vary', 'Accept-Language');
    headers.set('X-Content-Type-Options', 'nosniff');
    headers.set('Cache-Control', 'no-store');
  };
}
