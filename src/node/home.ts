import type { IncomingMessage } from 'node:http';
import type { HttpBindings } from '@hono/node-server';
import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { compress } from 'hono/compress';
import { log, traceOf } from '../api/log.ts';
import { wordingOf } from '../api/reading/language.ts';
import { answerProblem, Problem } from '../api/reading/problem.ts';
import { tellService } from '../api/resources/service.ts';
import { METHODS_TAKEN, methodsOf, routeOf } from '../api/routes.ts';
import { answerHeaders, answerMade } from '../api/writing/answer-headers.ts';
import { DOCS_PATH, pageAt } from '../contract/wire/pages.ts';
import type { Files } from './files.ts';
import { bodyOf, drain } from './incoming-body.ts';
import type { ServerSettings } from './settings.ts';
import { Tally } from './tally.ts';
import type { Threads } from './threads.ts';

/** The parts of the home on Node. */
export interface HomeParts {
  readonly settings: Pick<ServerSettings, 'hosts' | 'logsRequests'>;
  readonly threads: Pick<Threads, 'fetch' | 'isReady' | 'underWay'>;
  readonly files: Files;
}

/** Methods forbidden by the Fetch standard. */
const UNMADE: readonly string[] = ['TRACE', 'TRACK', 'CONNECT'];

const PAGE = '/index.html';
const DOCS = '/docs.html';

/**
 * The whole product on Node: the page and its files from memory, the API in separate threads, so that the longest computation does not
 * hold up the page or `/healthz`.
 */
export function createHome({ settings, threads, files }: HomeParts): Hono<{ Bindings: HttpBindings }> {
  const home = new Hono<{ Bindings: HttpBindings }>();
  const tally = new Tally();
  home.use(answerHeaders());
  home.use(counted(tally, settings.logsRequests));
  home.use(drained());
  home.use(onlyChunked());
  home.use(onlyFor(settings.hosts));
  tellService(home, { isReady: () => threads.isReady, metrics: () => tally.text(threads.underWay) });

  home.use(compress({ contentTypeFilter: /^application\/(?:json|problem\+json|schema\+json)/ }));
  const compute = async (c: Context<{ Bindings: HttpBindings }>) => {
    const { method, headers } = c.req.raw;
    // A thread cannot construct a `Request` with these methods: it would die, along with everything it computes for others.
    if (UNMADE.includes(method)) throw new Problem('method-not-allowed', { headers: { allow: methodsOf(c.req.path) ?? 'GET, HEAD' } });
    const url = new URL(c.req.raw.url);
    url.username = '';
    url.password = '';
    const requestId = c.get('requestId');
    const request = new Headers(headers);
    request.set('X-Request-Id', requestId);
    const body = method === 'GET' ? null : await bodyOf(c.env.incoming);
    const { outgoing } = c.env;
    const gone = new AbortController();
    outgoing.once('close', () => outgoing.writableFinished || gone.abort());
    const onCut = (error: unknown): void => {
      if (!outgoing.destroyed) log({ level: 'error', event: 'cut', requestId, route: routeOf(c.req.path), ...traceOf(error) });
      outgoing.destroy();
    };
    return answerMade(c, await threads.fetch({ url: url.href, method, headers: [...request], body }, gone.signal, onCut));
  };
  home.all('/api/*', compute);
  home.all('/openapi.json', compute);
  for (const path of ['/healthz', '/readyz', '/metrics']) home.all(path, compute);
  home.get('*', (c) => {
    const { path } = c.req;
    if (path === DOCS_PATH) return files.answer(DOCS, c.req.raw);
    if (pageAt(path)) return files.answer(PAGE, c.req.raw);
    return files.has(path) && path !== PAGE ? files.answer(path, c.req.raw) : files.answer(PAGE, c.req.raw, 404);
  });
  home.notFound((c) => problemOf(c, new Problem('method-not-allowed', { headers: { allow: 'GET, HEAD' } })));
  home.onError((error, c) => {
    if (error instanceof Problem) return problemOf(c, error);
    log({ level: 'error', event: 'failed', requestId: c.get('requestId'), route: routeOf(c.req.path), ...traceOf(error) });
    return problemOf(c, new Problem('internal'));
  });
  return home;
}

function problemOf(c: Context, problem: Problem): Response {
  return answerProblem(c, problem, wordingOf(c));
}

/** Counts answers and, if asked, logs them: by route and status, with nothing written by the caller. */
function counted(tally: Tally, isLogged: boolean): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const begun = performance.now();
    await next();
    const seconds = (performance.now() - begun) / 1_000;
    // The method as requested: HEAD is answered like GET.
    const asked = c.env.incoming.method ?? '';
    const [route, method, { status }] = [routeOf(c.req.path), METHODS_TAKEN.includes(asked) ? asked : 'other', c.res];
    tally.add(route, method, status, seconds);
    if (!isLogged) return;
    log({ level: 'info', event: 'request', requestId: c.get('requestId'), route, method, status, ms: Math.round(seconds * 1_000) });
  };
}

/** Reads the rest of a body before an answer that did not need it, because many clients listen only after sending everything. */
function drained(): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    await next();
    const incoming = c.env.incoming as IncomingMessage;
    const isStreaming = c.res.ok && c.res.headers.get('content-type')?.startsWith('application/x-ndjson');
    if (isStreaming || incoming.readableEnded || c.req.method === 'GET' || c.req.method === 'HEAD') return;
    if (!(await drain(incoming))) c.res.headers.set('Connection', 'close');
  };
}

/** Refuses a body in a transfer coding that is not decoded here: the parser looks only at the last one. */
function onlyChunked(): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const coding = c.env.incoming.headers['transfer-encoding'];
    if (coding === undefined || coding.trim().toLowerCase() === 'chunked') return next();
    return problemOf(c, new Problem('unknown-transfer-coding', { headers: { connection: 'close' } }));
  };
}

/** Refuses requests for another host name, such as those of a foreign page whose name was pointed here (DNS rebinding). */
function onlyFor(hosts: ReadonlySet<string> | null): MiddlewareHandler<{ Bindings: HttpBindings }> {
  return async (c, next) => {
    const named = c.env.incoming.rawHeaders.filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'host');
    if (named.length > 1) return problemOf(c, new Problem('malformed-request'));
    if (hosts === null || hosts.has(new URL(c.req.url).hostname.replace(/\.$/, ''))) return next();
    return problemOf(c, new Problem('unknown-host'));
  };
}
