import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { loadDictionary } from '../../scripts/common-files.ts';
import { planRun } from '../../src/engine/plan.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import type { Fault } from '../../src/policy/reading/fault.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';
import { documentOf, type WordFile } from '../words/word-file.ts';

const TESTS = join(import.meta.dirname, '..');
const RULES = join(TESTS, '../rules');
const deep = process.env.JINTIE_DEEP !== undefined;
const runs = deep ? 20_000 : 1_000;

const dictionary = loadDictionary();
const ours = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(RULES, entry.name)).includes('policy.yaml'))
  .map(({ name }) => readFileSync(join(RULES, name, 'policy.yaml'), 'utf8'));
/** Policies of one word each, of every word, and the one of the docs: short, so that damage mostly strikes a word and reading them costs little. */
const short = [
  ...['policy/sixth/policy.yaml', 'browser/fixtures/all-words.yaml'].map((file) => readFileSync(join(TESTS, file), 'utf8')),
  ...Object.values(import.meta.glob<WordFile>('../words/*.yaml', { eager: true, import: 'default' })).map((word) =>
    stringify(documentOf(word), { lineWidth: 0 }),
  ),
];
const policy = fc.oneof({ weight: 1, arbitrary: fc.constantFrom(...ours) }, { weight: deep ? 1 : 9, arbitrary: fc.constantFrom(...short) });

/** Values that tend to break what reads them. */
const VALUES = [
  'null',
  '~',
  '""',
  '[]',
  '{}',
  '[[]]',
  '{a: {}}',
  '0',
  '-1',
  '1e999',
  '.nan',
  'true',
  'always',
  'none',
  '*a',
  '&a b',
  '!!binary a',
  '"\\u0000"',
]
  .concat([
    'constructor',
    '__proto__',
    'toString',
    '{reading: __proto__}',
    '{reading: payment-months}',
    '{parameter: meal}',
    '{any: [always, always]}',
  ])
  .concat([
    '{match: post, amounts: {}}',
    '{not: always}',
    '[always]',
    '99999999999999999999',
    '2021-02-30',
    '"1,000"',
    '｛',
    '中文',
    '? a',
    '- a',
    '#',
  ]);
const CHARACTERS = [...'\t :-?[]{}&*!|>\'"%@`,#\n\u0000\u2028９'];

/** One edit of the lines of a file; `at` and `other` are taken modulo what there is. */
const edit = fc.record({
  kind: fc.constantFrom('delete', 'swap', 'repeat', 'character', 'drop', 'value', 'word', 'indent'),
  at: fc.nat(100_000),
  other: fc.nat(100_000),
  value: fc.constantFrom(...VALUES),
  character: fc.constantFrom(...CHARACTERS),
});
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function apply(text: string, { kind, at, other, value, character }: Edit): string {
  const lines = text.split('\n');
  const from = at % lines.length;
  const to = other % lines.length;
  const line = lines[from] ?? '';
  const column = other % (line.length + 1);
  if (kind === 'delete') lines.splice(from, 1 + (other % 5));
  else if (kind === 'swap') [lines[from], lines[to]] = [lines[to] ?? '', line];
  else if (kind === 'repeat') lines.splice(to, 0, line);
  else if (kind === 'character') lines[from] = line.slice(0, column) + character + line.slice(column);
  else if (kind === 'drop') lines[from] = line.slice(0, column) + line.slice(column + 1);
  else if (kind === 'value') lines[from] = line.replace(/: .*$/, `: ${value}`);
  else if (kind === 'indent') lines[from] = other % 2 ? `  ${line}` : line.replace(/^ {2}/, '');
  else {
    // a word of elsewhere in the file, so that what is named is there and does not fit
    const words = text.match(/[\w/-]{3,}/g) ?? [];
    lines[from] = line.replace(/[\w/-]{3,}(?=[^\w]*$)/, words[other % words.length] ?? value);
  }
  return lines.join('\n');
}

/** A fault or warning without its place, or whose sentence has a hole. */
function isUnclear(fault: Fault): boolean {
  const sentences = (['zh', 'en'] as const).map((language) => explainFault(fault, language));
  return !(fault.line >= 1 && fault.column >= 1) || sentences.some((sentence) => sentence === '' || /undefined|\[object/.test(sentence));
}

describe('policy files with random damage', () => {
  // The reader of YAML asks for a variable of the environment at every word, which is slow where that is a call into the system.
  const environment = process.env;
  beforeAll(() => {
    process.env = { ...environment };
  });
  afterAll(() => {
    process.env = environment;
  });

  it('start from policies without a fault', () => {
    for (const text of [...ours, ...short]) expect(readPolicyFile(text, dictionary).faults).toEqual([]);
  });

  it(`load or have faults, ${runs} of them`, { timeout: 1_800_000 }, () => {
    let loaded = 0;
    fc.assert(
      fc.property(policy, fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        const { document, faults, warnings } = readPolicyFile(edits.reduce(apply, text), dictionary);
        if (document !== null) {
          loaded++;
          planRun(readPolicy(document, '', dictionary), { year: 2025, readings: {}, parameters: {} });
        }
        expect([document === null, [...faults, ...warnings].filter(isUnclear)]).toEqual([faults.length > 0, []]);
      }),
      { numRuns: runs },
    );
    // damage that changes nothing, or nothing that can be told, is rare and does occur
    expect(loaded).toBeGreaterThan(0);
    expect(loaded).toBeLessThan(runs);
  });
});
