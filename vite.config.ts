import './scripts/offline.ts';
import { cloudflare } from '@cloudflare/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { antdParts, pieces } from './scripts/pieces.ts';
import { firstView } from './scripts/vite-first-view.ts';
import { missingBuiltIns } from './scripts/vite-missing-built-ins.ts';
import { notePackages } from './scripts/vite-note-packages.ts';
import { SERVICE_WORKER, serviceWorker } from './scripts/vite-service-worker.ts';
import { yamlRules } from './scripts/vite-yaml-rules.ts';

/** The oldest browsers in which the page opens; README.md names them too. */
const BROWSERS = ['chrome86', 'firefox115', 'safari16.4'];

/**
 * To what syntax is lowered. For Chromium 86 by name private fields would be too, to maps that make computing two to three times as slow; it reads them,
 * and all else until 98 but three things of which `tests/build/weight.test.ts` finds none.
 */
const SYNTAX = BROWSERS.map((one) => (one === 'chrome86' ? 'chrome98' : one));

export default defineConfig({
  plugins: [
    yamlRules(),
    firstView(),
    antdParts(),
    missingBuiltIns(BROWSERS),
    react(),
    cloudflare({ configPath: './wrangler.toml' }),
    serviceWorker(),
    notePackages('page'),
  ],
  worker: { format: 'es', plugins: () => [yamlRules(), missingBuiltIns(BROWSERS), notePackages('page')] },
  environments: {
    client: {
      build: {
        target: SYNTAX,
        cssTarget: BROWSERS,
        // Those that know no modulepreload fetch what they need when they come to it.
        modulePreload: { polyfill: false },
        rolldownOptions: {
          input: { page: 'index.html', docs: 'docs.html', [SERVICE_WORKER.name]: SERVICE_WORKER.entry },
          output: {
            entryFileNames: ({ name }) => (name === SERVICE_WORKER.name ? '[name].js' : 'assets/[name]-[hash].js'),
            codeSplitting: { groups: pieces() },
          },
        },
      },
    },
  },
  build: { chunkSizeWarningLimit: 2000 },
});
