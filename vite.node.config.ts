import { defineConfig } from 'vite';
import { notePackages } from './scripts/vite-note-packages.ts';
import { yamlRules } from './scripts/vite-yaml-rules.ts';

/** The home on Node: the server, and the program of its threads, with all that they need in them. */
export default defineConfig({
  plugins: [yamlRules({ isQuiet: true }), notePackages('server')],
  ssr: { noExternal: true },
  publicDir: false,
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/node',
    rolldownOptions: { input: { main: 'src/node/main.ts', thread: 'src/node/thread.ts' } },
  },
});
