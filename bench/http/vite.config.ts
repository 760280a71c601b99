import { defineConfig } from 'vite';

/** The yardsticks, each a worker in one file, built like the product's: bundled, not minified. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  ssr: { noExternal: true, target: 'webworker' },
  build: {
    ssr: true,
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2024',
    minify: false,
    rolldownOptions: { input: { batch: 'workers/batch.ts', stream: 'workers/stream.ts', echo: 'workers/echo.ts' } },
  },
});
