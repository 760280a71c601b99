import { createApp } from './api/app.ts';

const app = createApp();

export default { fetch: app.fetch } satisfies ExportedHandler<Env>;
