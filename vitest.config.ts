import './scripts/offline.ts';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { yamlRules } from './scripts/vite-yaml-rules.ts';
import type {} from './tests/edge/is-deep.ts';
import { SLOW } from './tests/slow.ts';

// Where there is a shell, the Workers runtime is started by one that ends it with the tests.
if (process.platform !== 'win32') {
  process.env.WORKERD = createRequire(import.meta.url)('workerd').default;
  process.env.MINIFLARE_WORKERD_PATH = fileURLToPath(new URL('tests/edge/workerd.sh', import.meta.url));
}

/** Tells a test that hangs from one on a busy machine, where thousands of random cases may take minutes. */
const testTimeout = 300_000 * SLOW;
const hookTimeout = testTimeout;
/** Files share a process and what they import, which takes longer to load than many of them to run. Alone they are in the deep run. */
const isDeep = Boolean(process.env.JINTIE_DEEP);

export default defineConfig({
  test: {
    fsModuleCache: false,
    // By default one core stays idle, of two half of them.
    maxWorkers: '100%',
    reporters: ['default', 'json'],
    outputFile: { json: '.reports/vitest.json' },
    projects: [
      {
        plugins: [yamlRules()],
        test: {
          name: 'core',
          environment: 'node',
          setupFiles: ['tests/seed.ts'],
          testTimeout,
          hookTimeout,
          isolate: isDeep,
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/edge/**', 'tests/browser/**', 'tests/build/**', 'tests/node/**'],
        },
      },
      {
        plugins: [yamlRules()],
        // The page in Node, its worker beside it in the same process.
        test: {
          name: 'page',
          environment: 'happy-dom',
          setupFiles: ['tests/web/page/setup.ts'],
          testTimeout,
          hookTimeout,
          include: ['tests/web/page/**/*.test.tsx'],
        },
      },
      {
        plugins: [yamlRules(), cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: { name: 'edge', testTimeout, hookTimeout, isolate: isDeep, provide: { isDeep }, include: ['tests/edge/**/*.test.ts'] },
      },
      {
        plugins: [yamlRules()],
        // The same tests over HTTP, against the home on Node.
        resolve: { alias: { 'cloudflare:workers': fileURLToPath(new URL('tests/node/workers-stand-in.ts', import.meta.url)) } },
        test: {
          name: 'node',
          environment: 'node',
          provide: { isDeep },
          testTimeout,
          hookTimeout,
          isolate: isDeep,
          include: ['tests/edge/**/*.test.ts', 'tests/node/**/*.test.ts', 'tests/build/**/*.test.ts'],
          // These look at what the worker does while they read, in the one isolate that they share; tests/node has their like over sockets.
          exclude: ['tests/edge/stream.test.ts', 'tests/edge/arrears-paced.test.ts'],
          globalSetup: 'tests/node/global-setup.ts',
        },
      },
    ],
  },
});
