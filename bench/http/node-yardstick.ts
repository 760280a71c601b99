/** Serves a yardstick on Node. The argument is its file. */
import { pathToFileURL } from 'node:url';
import { serve } from '@hono/node-server';

const { default: worker } = (await import(pathToFileURL(process.argv[2] as string).href)) as {
  default: { fetch(request: Request): Promise<Response> };
};
serve({ fetch: worker.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) => console.log(`http://127.0.0.1:${port}`));
process.on('SIGTERM', () => process.exit(0));
