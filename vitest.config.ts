import './scripts/offline.ts';
import { cloudflareTest } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { yamlRules } from './scripts/vite-yaml-rules.ts';

export default defineConfig({
  test: {
    fsModuleCache: false,
    reporters: ['default', 'json'],
    outputFile: { json: '.reports/vitest.json' },
    projects: [
      {
        plugins: [yamlRules()],
        test: {
          name: 'core',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/edge/**', 'tests/browser/**'],
        },
      },
      {
        plugins: [yamlRules(), cloudflareTest({ wrangler: { configPath: './wrangler.toml' } })],
        test: { name: 'edge', include: ['tests/edge/**/*.test.ts'] },
      },
    ],
  },
});
