/** The yardstick of one teacher: Hono, which parses the body and sends it back. */
import { Hono } from 'hono';

const app = new Hono();
app.post('/', async (c) => c.json(await c.req.json()));

export default { fetch: app.fetch };
