import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { planRun } from '../../src/engine/plan.ts';
import { readPolicyFile } from '../../src/policy/load.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';

const RULES = join(import.meta.dirname, '../../rules');
const runs = process.env.JINTIE_DEEP ? 10_000 : 2_000;

const dictionary = loadDictionary();
const texts = readdirSync(RULES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && readdirSync(join(RULES, entry.name)).includes('policy.yaml'))
  .map(({ name }) => readFileSync(join(RULES, name, 'policy.yaml'), 'utf8'));

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

describe('policy files with random damage', () => {
  it(`load or have faults, ${runs} of them`, { timeout: 1_800_000 }, () => {
    let loaded = 0;
    fc.assert(
      fc.property(fc.constantFrom(...texts), fc.array(edit, { minLength: 1, maxLength: 4 }), (text, edits) => {
        const { document, faults } = readPolicyFile(edits.reduce(apply, text), dictionary);
        if (document !== null) {
          loaded++;
          planRun(readPolicy(document, '', dictionary), { year: 2025, readings: {}, parameters: {} });
        }
        expect(document === null).toBe(faults.length > 0);
        for (const fault of faults) {
          expect(fault.line).toBeGreaterThanOrEqual(1);
          expect(fault.column).toBeGreaterThanOrEqual(1);
          for (const language of ['zh', 'en'] as const) expect(explainFault(fault, language)).not.toMatch(/undefined|\[object/);
        }
      }),
      { numRuns: runs },
    );
    // damage that changes nothing, or nothing that can be told, is rare and does occur
    expect(loaded).toBeGreaterThan(0);
    expect(loaded).toBeLessThan(runs);
  });
});
