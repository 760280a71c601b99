/**
 * The yardstick of one teacher: Hono, which parses the body and sends it back; and beside it the least that an answer like ours can take: the same,
 * but what is sent is as long as ours, has its headers, and is at hand.
 */
import { Hono } from 'hono';

const LONG = new TextEncoder().encode(JSON.stringify('x'.repeat(3_376)));

const app = new Hono();
app.post('/', async (c) => c.json(await c.req.json()));
app.post('/as-long', async (c) => {
  await c.req.json();
  return new Response(LONG, {
    headers: {
      'Content-Type': 'application/json',
      'X-Request-Id': crypto.randomUUID(),
      'Content-Language': 'zh-CN',
      Vary: 'Accept-Language',
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'no-store',
    },
  });
});

export default { fetch: app.fetch };
