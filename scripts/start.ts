/**
 * Builds the worker and the page, then serves both from the local Workers runtime. With `--no-build` serves what was built before.
 * The port is `PORT`, 8787 if not set.
 */
import './offline.ts';
import { createBuilder, preview } from 'vite';

const port = Number(process.env.PORT ?? '8787');
if (!Number.isInteger(port) || port < 1 || port > 65535) {
  console.error(`PORT must be a port number, not "${process.env.PORT}".`);
  process.exit(2);
}

if (!process.argv.includes('--no-build')) {
  const builder = await createBuilder({ logLevel: 'warn' });
  await builder.buildApp();
}

const server = await preview({ logLevel: 'warn', preview: { host: '127.0.0.1', port, strictPort: true } }).catch((error: Error) => {
  console.error(`${error.message}. To use another port, set PORT.`);
  process.exit(1);
});
console.log(`津贴 Jintie: http://127.0.0.1:${port}`);

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) process.exit(1);
  stopping = true;
  await server.close();
  process.exit(0);
}
process.on('SIGINT', stop);
process.on('SIGTERM', stop);
