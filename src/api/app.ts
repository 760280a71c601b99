import { Hono } from 'hono';
import { RegExpRouter } from 'hono/router/reg-exp-router';
import { version } from '../../package.json';
import { answerHeaders } from './answer-headers.ts';
import { arrears } from './arrears.ts';
import { batches } from './batches.ts';
import { budgets } from './budgets.ts';
import { entitlements } from './entitlements.ts';
import { wordingOf } from './language.ts';
import { openApi } from './openapi.ts';
import { policies } from './policies.ts';
import { policiesCheck } from './policies-check.ts';
import { answerProblem, Problem } from './problem.ts';

/** The methods of every address, for the answer to one that it does not have. */
const METHODS: readonly (readonly [path: RegExp, methods: string])[] = [
  [/^\/(healthz|openapi\.json)$/, 'GET, HEAD'],
  [/^\/api\/v1\/policies\/check$/, 'POST'],
  [/^\/api\/v1\/policies(\/[^/]+(\/teacher-schema)?)?$/, 'GET, HEAD'],
  [/^\/api\/v1(\/policies\/[^/]+)?\/(entitlements(\/batch)?|budgets|arrears)$/, 'POST'],
];

/** The API as a Hono app: every answer carries its request id, every fault is a problem in the caller's language. */
export function createApp(): Hono {
  // of Hono's routers the quickest; it refuses addresses that it cannot tell apart
  const app = new Hono({ router: new RegExpRouter() });
  app.use(answerHeaders());
  app.get('/healthz', (c) => c.json({ status: 'ok', version }));
  policiesCheck(app);
  policies(app);
  entitlements(app);
  batches(app);
  budgets(app);
  arrears(app);
  openApi(app, version);
  app.notFound((c) => {
    const methods = METHODS.find(([path]) => path.test(c.req.path))?.[1];
    const wrongMethod = methods && !methods.split(', ').includes(c.req.method);
    const problem = wrongMethod ? new Problem('method-not-allowed', { headers: { allow: methods } }) : new Problem('not-found');
    return answerProblem(c, problem, wordingOf(c));
  });
  app.onError((error, c) => {
    if (error instanceof Problem) return answerProblem(c, error, wordingOf(c));
    console.error(JSON.stringify({ level: 'error', requestId: c.get('requestId'), error: error.name, at: framesOf(error) }));
    return answerProblem(c, new Problem('internal'), wordingOf(c));
  });
  return app;
}

/** Where an unexpected error arose; not its message, which could quote what a person sent. */
function framesOf(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
