import { Hono } from 'hono';
import { version } from '../package.json';

const app = new Hono();

app.get('/healthz', (c) => c.json({ status: 'ok', version }));
app.notFound((c) =>
  c.body(JSON.stringify({ type: 'about:blank', title: 'Not Found', status: 404, code: 'not-found' }), 404, {
    'content-type': 'application/problem+json',
  }),
);

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
