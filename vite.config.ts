import './scripts/offline.ts';
import { cloudflare } from '@cloudflare/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { yamlRules } from './scripts/vite-yaml-rules.ts';

export default defineConfig({
  plugins: [yamlRules(), react(), cloudflare({ configPath: './wrangler.toml' })],
  worker: { format: 'es', plugins: () => [yamlRules()] },
  environments: { client: { build: { rolldownOptions: { input: { page: 'index.html', docs: 'docs.html' } } } } },
  build: { chunkSizeWarningLimit: 2000 },
});
