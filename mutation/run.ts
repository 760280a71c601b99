/**
 * Mutation testing by room: changes the code of a room in every small way that StrykerJS knows, one at a time, and runs the tests of the room that
 * reach the changed place. A mutant that no test notices is a gap in the tests, or no change at all; docs/mutation.md says which.
 *
 *     npm run test:mutation -- money [src/money/fen.ts …] [--force] [--concurrency 1]
 *
 * Files after the room limit it to them. What is known from the last run is kept (`.cache/mutation/`) and only tried again where code or tests have
 * changed; `--force` tries everything. Exits 1 where fewer mutants are noticed than the room promises.
 */
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import { ROOT } from '../scripts/root.ts';

type StrykerOptions = ConstructorParameters<typeof Stryker>[0];
type MutantResult = Awaited<ReturnType<Stryker['runMutationTest']>>[number];

interface Room {
  /** Files and folders of tests, those that are quick and notice much first; with `!` before it one that is left out. */
  readonly tests: readonly string[];
  /** At most so many random cases for each property, see tests/random-runs.ts. */
  readonly mostRuns: number;
  /** The percentage of mutants that the tests notice at least. */
  readonly score: number;
}

const EXAMPLES = ['tests/words/words.test.ts', 'tests/policies/cases.test.ts'];
const BUDGETS = ['tests/words/random-budget.test.ts', 'tests/words/random-arrears.test.ts'];
/** It puts a word of its own among the others, which would stay there for the tests after it. */
const MOCKING = ['tests/words/slots.test.ts'];
const COLUMNS = [
  'tests/engine/column-window.test.ts',
  'tests/engine/columns-leavers.test.ts',
  'tests/engine/columns-dates.test.ts',
  'tests/engine/columns-layout.test.ts',
  'tests/engine/columns-places.test.ts',
  'tests/engine/columns.test.ts',
];
const without = (files: readonly string[]) => files.map((file) => `!${file}`);
const WORDS = [...EXAMPLES, 'tests/words', 'tests/engine/service.test.ts', ...COLUMNS, ...without([...BUDGETS, ...MOCKING])];
const CHECKS = ['tests/policy/checks.test.ts', 'tests/policy/load.test.ts'];

const ROOMS: Readonly<Record<string, Room>> = {
  money: { tests: ['tests/money'], mostRuns: 2_000, score: 95 },
  calendar: { tests: ['tests/calendar'], mostRuns: 2_000, score: 95 },
  words: {
    tests: [...WORDS, ...CHECKS],
    mostRuns: 8,
    score: 85,
  },
  'words/amounts': {
    tests: [...WORDS, ...CHECKS, 'tests/engine/held.test.ts'],
    mostRuns: 8,
    score: 85,
  },
  engine: {
    tests: [...EXAMPLES, 'tests/words', 'tests/engine', ...without([...BUDGETS, ...COLUMNS, ...MOCKING])],
    mostRuns: 8,
    score: 85,
  },
  'engine/columns': {
    tests: [
      ...COLUMNS,
      'tests/engine/held.test.ts',
      'tests/engine/many-allowances.test.ts',
      'tests/api/entry-writer.test.ts',
      'tests/words/random-budget.test.ts',
    ],
    mostRuns: 30,
    score: 85,
  },
  budget: {
    tests: [
      'tests/budget',
      ...EXAMPLES,
      'tests/policy/library-funding.test.ts',
      'tests/web/kept-run.test.ts',
      'tests/contract/period.test.ts',
      'tests/api/entry-writer.test.ts',
      ...BUDGETS,
      // Thousands of people several times over.
      '!tests/budget/variants-random.test.ts',
    ],
    mostRuns: 8,
    score: 85,
  },
};

const DOCUMENT = join(ROOT, 'docs/mutation.md');

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { force: { type: 'boolean', default: false }, concurrency: { type: 'string', default: '2' } },
});
const [name = '', ...files] = positionals;
const room = ROOMS[name];
if (!room) {
  console.error(`usage: npm run test:mutation -- ${Object.keys(ROOMS).join('|')} [file …] [--force] [--concurrency 1]`);
  process.exit(2);
}

process.env.JINTIE_MOST_RUNS = String(room.mostRuns);
process.env.JINTIE_MUTATION_TESTS = room.tests.join(',');

const fileName = name.replace('/', '-');
const roomsWithin = Object.keys(ROOMS).filter((one) => one.startsWith(`${name}/`));

const options: StrykerOptions = {
  plugins: [join(import.meta.dirname, 'runner.ts')],
  testRunner: 'loaded-tests',
  mutate: files.length > 0 ? files : [`src/${name}/**/*.ts`, ...roomsWithin.map((one) => `!src/${one}/**`)],
  coverageAnalysis: 'perTest',
  concurrency: Number(values.concurrency),
  // A busy machine is no endless loop; those are mostly found by counting how often a mutant is passed.
  timeoutMS: 120_000,
  incremental: true,
  incrementalFile: `.cache/mutation/${fileName}.json`,
  force: values.force,
  tempDirName: '.cache/stryker',
  ignorePatterns: ['/bench/node_modules', '/mutation/node_modules', '/dist', '/release'],
  // Stryker would rewrite the paths in it by an API that TypeScript 7 has not; nothing here compiles by it.
  tsconfigFile: 'none',
  reporters: ['progress-append-only', 'clear-text', 'html'],
  clearTextReporter: { logTests: false, reportMutants: false, reportScoreTable: true },
  htmlReporter: { fileName: `.reports/mutation/${fileName}.html` },
  thresholds: { high: 100, low: room.score, break: room.score },
};

/** Code on one line of a table, cut where it goes on for long. */
function inTable(code: string): string {
  const line = code.replace(/\s+/g, ' ');
  return `\`${(line.length > 90 ? `${line.slice(0, 89)}…` : line).replaceAll('|', '\\|')}\``;
}

/** A mutant as a row of docs/mutation.md, up to the reason. */
function rowOf({ fileName, location: { start, end }, replacement = '' }: MutantResult): string {
  const lines = readFileSync(fileName, 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  const code = lines.map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined)).join('\n');
  return `| \`${relative(join(ROOT, 'src'), fileName)}\` | ${inTable(code)} | ${inTable(replacement)} |`;
}

const results = await new Stryker(options).runMutationTest();
const known = readFileSync(DOCUMENT, 'utf8');
const unlisted = results.flatMap((result) => {
  if (result.status !== 'Survived' && result.status !== 'NoCoverage') return [];
  const row = rowOf(result);
  return known.includes(row) ? [] : [`${row} line ${result.location.start.line}${result.status === 'NoCoverage' ? ', no test' : ''} |`];
});
if (unlisted.length > 0) console.log(`\nNot noticed, and not in docs/mutation.md (${unlisted.length}):\n${unlisted.join('\n')}`);
