import { defineConfig, type Plugin } from 'vite';
import { notePackages } from './scripts/vite-note-packages.ts';
import { yamlRules } from './scripts/vite-yaml-rules.ts';

/** Says that the files are modules, also where the folder is copied to, for Node would otherwise have to find out. */
const modules: Plugin = {
  name: 'jintie:modules',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "module" }\n' });
  },
};

/** The home on Node: the server, and the program of its threads, with all that they need in them. */
export default defineConfig({
  plugins: [yamlRules({ isQuiet: true }), modules, notePackages('server')],
  ssr: { noExternal: true },
  publicDir: false,
  build: {
    ssr: true,
    target: 'node22',
    outDir: 'dist/node',
    rolldownOptions: {
      input: { main: 'src/node/main.ts', thread: 'src/node/thread.ts' },
      // Beside one another: the server finds the page and the program of its threads from where it lies.
      output: { chunkFileNames: '[name].js' },
    },
  },
});
