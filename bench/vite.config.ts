import { defineConfig } from 'vite';
import { yamlRules } from '../scripts/vite-yaml-rules.ts';

/** The programs that are measured, each for a process of its own: the product's code has YAML in it, which only a build can read. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [yamlRules()],
  build: {
    ssr: true,
    outDir: 'dist',
    target: 'node20',
    minify: false,
    rolldownOptions: { input: { engine: 'engine/measure.ts', peers: 'peers/measure.ts' } },
  },
});
