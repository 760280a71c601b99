import { join } from 'node:path';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { yamlRules } from '../scripts/vite-yaml-rules.ts';

const FORGETFUL = join(import.meta.dirname, 'forgetful.ts');
const ROOT = join(import.meta.dirname, '..');

/** In files of tests the stand-in that notes tests is `vitest`; in the code what is kept by weak references can be forgotten. */
const forMutants: Plugin = {
  name: 'jintie:for-mutants',
  enforce: 'pre',
  resolveId(source, importer) {
    return source === 'vitest' && importer?.startsWith(join(ROOT, 'tests/')) ? join(import.meta.dirname, 'collect.ts') : null;
  },
  transform(code, id) {
    if (!id.startsWith(join(ROOT, 'src/')) || !code.includes('new WeakMap')) return null;
    return `import { Forgetful } from ${JSON.stringify(FORGETFUL)};${code.replaceAll('new WeakMap', 'new Forgetful')}`;
  },
};

/** The one file that Vitest runs for mutation testing; it loads the tests of a room and stays. */
export default defineConfig({
  root: ROOT,
  plugins: [forMutants, yamlRules()],
  test: { environment: 'node', setupFiles: ['tests/seed.ts'], include: ['mutation/loaded-tests.test.ts'], pool: 'threads', maxWorkers: 1 },
});
