import { type AppBindings, createApp } from './api/app.ts';
import { withHead } from './api/head.ts';
import { FIRST_PATH } from './contract/wire/pages.ts';

interface Bindings extends AppBindings {
  /** The files of the built page; absent where only the API runs. */
  readonly ASSETS?: Fetcher;
}

/** Paths outside the API arrive here if no file has that name. */
const app = createApp((c, status) => {
  const { ASSETS } = c.env as Bindings;
  return ASSETS ? pageFrom(ASSETS, c.req.raw, status) : null;
});

async function pageFrom(assets: Fetcher, { url, method, headers }: Request, status: 200 | 404): Promise<Response> {
  const page = await assets.fetch(new Request(new URL(FIRST_PATH, url), { method, headers }));
  return new Response(page.body, { status: page.status === 200 ? status : page.status, headers: page.headers });
}

export default { fetch: withHead(app.fetch) } satisfies ExportedHandler<Env>;
