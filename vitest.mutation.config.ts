import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { yamlRules } from './scripts/vite-yaml-rules.ts';

/** Files and folders of tests, quick ones first: the first test that notices a mutant is the last that is run. With `!` before it one that is left out. */
const named = (process.env.JINTIE_MUTATION_TESTS ?? 'tests').split(',');
const tests = named.filter((path) => !path.startsWith('!'));

class QuickFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification) => tests.findIndex((path) => moduleId.includes(`/${path}`));
    return files.toSorted((a, b) => place(a) - place(b) || (a.moduleId < b.moduleId ? -1 : 1));
  }
}

/** The tests of the core as mutation testing runs them, some of them for each mutant; `scripts/test-mutation.ts` says which. */
export default defineConfig({
  plugins: [yamlRules()],
  test: {
    environment: 'node',
    setupFiles: ['tests/seed.ts'],
    include: tests.map((path) => (path.endsWith('.ts') ? path : `${path}/**/*.test.ts`)),
    exclude: named.filter((path) => path.startsWith('!')).map((path) => path.slice(1)),
    sequence: { sequencer: QuickFirst },
    // Each mutant has a worker of its own. Within it the files share their modules, whose loading is most of what a mutant costs.
    isolate: false,
    testTimeout: 60_000,
  },
});
