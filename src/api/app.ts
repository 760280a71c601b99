import { type Context, Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { version } from '../../package.json';
import { pageAt } from '../contract/wire/pages.ts';
import { log, traceOf } from './log.ts';
import { openApi } from './openapi/document.ts';
import { wordingOf } from './reading/language.ts';
import { answerProblem, Problem } from './reading/problem.ts';
import { arrears } from './resources/arrears.ts';
import { batches } from './resources/batches.ts';
import { budgets } from './resources/budgets.ts';
import { entitlements } from './resources/entitlements.ts';
import { policies } from './resources/policies.ts';
import { policiesCheck } from './resources/policies-check.ts';
import { PLAIN_SERVICE, tellService } from './resources/service.ts';
import { methodsOf, routeOf } from './routes.ts';
import { answerHeaders } from './writing/answer-headers.ts';

/** What a home passes to the API with every request. */
export interface AppBindings {
  /** The origins whose pages may call the API, separated by commas. */
  readonly JINTIE_ORIGINS?: string;
}

/** Answers a path outside the API: with the page, or `null` if the home has none. */
export type AnswerPage = (c: Context, status: 200 | 404) => Promise<Response> | null;

/**
 * The API as a Hono app: every answer carries its request id, every fault is a problem in the caller's language.
 *
 * @param page answers paths outside the API: 200 if the page shows something there, otherwise 404
 */
export function createApp(page: AnswerPage = () => null): Hono {
  // The fastest of Hono's routers; it refuses addresses that it cannot tell apart.
  const app = new Hono({ router: new RegExpRouter() });
  app.use(answerHeaders());
  app.use(otherOrigins());
  tellService(app, PLAIN_SERVICE);
  policiesCheck(app);
  policies(app);
  entitlements(app);
  batches(app);
  budgets(app);
  arrears(app);
  openApi(app, version);
  app.notFound((c) => {
    const { method, path } = c.req;
    const allow = methodsOf(path);
    if (allow) return answerProblem(c, new Problem('method-not-allowed', { headers: { allow } }), wordingOf(c));
    const isShown = routeOf(path) === 'page' && (method === 'GET' || method === 'HEAD');
    return (isShown && page(c, pageAt(path) ? 200 : 404)) || answerProblem(c, new Problem('not-found'), wordingOf(c));
  });
  app.onError((error, c) => {
    if (error instanceof Problem) return answerProblem(c, error, wordingOf(c));
    log({ level: 'error', event: 'failed', requestId: c.get('requestId'), route: routeOf(c.req.path), ...traceOf(error) });
    return answerProblem(c, new Problem('internal'), wordingOf(c));
  });
  return app;
}

/** Lets pages of the origins listed by a home call the API; by default none. */
function otherOrigins(): MiddlewareHandler {
  const share = cors({
    origin: (origin, c) => (originsOf(c.env as AppBindings).includes(origin) ? origin : null),
    allowMethods: ['GET', 'HEAD', 'POST'],
    allowHeaders: ['Content-Type', 'Accept-Language', 'X-Request-Id', 'If-None-Match'],
    exposeHeaders: ['X-Request-Id', 'ETag', 'Content-Language'],
    maxAge: 600,
  });
  return (c, next) =>
    c.req.header('origin') !== undefined && originsOf(c.env as AppBindings | undefined).length > 0 ? share(c, next) : next();
}

function originsOf({ JINTIE_ORIGINS = '' }: AppBindings = {}): string[] {
  return JINTIE_ORIGINS.split(',').flatMap((origin) => (origin.trim() === '' ? [] : [origin.trim()]));
}
