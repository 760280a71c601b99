import './scripts/offline.ts';
import { cloudflare } from '@cloudflare/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { SERVICE_WORKER, serviceWorker } from './scripts/vite-service-worker.ts';
import { yamlRules } from './scripts/vite-yaml-rules.ts';

export default defineConfig({
  plugins: [yamlRules(), react(), cloudflare({ configPath: './wrangler.toml' }), serviceWorker()],
  worker: { format: 'es', plugins: () => [yamlRules()] },
  environments: {
    client: {
      build: {
        rolldownOptions: {
          input: { page: 'index.html', docs: 'docs.html', [SERVICE_WORKER.name]: SERVICE_WORKER.entry },
          output: { entryFileNames: ({ name }) => (name === SERVICE_WORKER.name ? '[name].js' : 'assets/[name]-[hash].js') },
        },
      },
    },
  },
  build: { chunkSizeWarningLimit: 2000 },
});
