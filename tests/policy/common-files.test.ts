import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkCommonFiles, loadDictionary, ROSTER_SPELLING } from '../../scripts/common-files.ts';
import { untitledCodes } from '../../scripts/policy-file.ts';
import { readCodesFile } from '../../src/policy/common/codes-file.ts';
import { readPayScaleFile } from '../../src/policy/common/pay-scale-file.ts';
import { readFactsFile } from '../../src/policy/loading/facts-file.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import type { Fault } from '../../src/policy/reading/fault.ts';
import { readYaml } from '../../src/policy/reading/yaml.ts';
import { type BadEdit, expectSentences, readEdits } from './bad-edit.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures/common');
const dictionary = loadDictionary();
const other = { file: 'rules/pay-scales/2018-01.yaml', from: '2018-01', to: '2020-06' };

/** How each kind of file is read, by the name of its fixture. */
const READERS: Readonly<Record<string, (text: string) => readonly Fault[]>> = {
  'facts.yaml': (text) => readFactsFile(text, ROSTER_SPELLING).faults,
  'pay-scales.yaml': (text) => readPayScaleFile(text, '2020-07', [other]).faults,
  'budget-codes.yaml': (text) => readCodesFile(text, dictionary).faults,
};

it('what is ours is good', () => {
  const files = checkCommonFiles();
  expect(files.flatMap(({ file, faults }) => faults.map(({ path, code }) => `${file} ${path} ${code}`))).toEqual([]);
  const scales = readdirSync(join(import.meta.dirname, '../../rules/pay-scales'));
  expect(files.map(({ file }) => file)).toEqual([
    'rules/facts.yaml',
    'rules/budget-codes.yaml',
    ...scales.map((name) => `rules/pay-scales/${name}`),
  ]);
});

const edits = Object.keys(READERS).map((file) => [file, readEdits(join(FIXTURES, file))] as const);

describe.each(edits)('%s', (file, cases: readonly BadEdit[]) => {
  const good = readFileSync(join(FIXTURES, 'good', file), 'utf8');
  const read = READERS[file] as (text: string) => readonly Fault[];

  it('without an edit is good', () => {
    expect(read(good)).toEqual([]);
  });

  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, { from, to, faults, says }) => {
    expect(good).toContain(from);
    const found = read(good.replace(from, to));
    expect(found.map(({ path, code }) => `${path || '.'} ${code}`).toSorted()).toEqual(faults.toSorted());
    expectSentences(found, says);
  });
});

it('a fault is told with its line and column', () => {
  const scale = readFileSync(join(FIXTURES, 'good/pay-scales.yaml'), 'utf8');
  const places = (text: string) =>
    (READERS['pay-scales.yaml'] as (text: string) => readonly Fault[])(text).map(({ line, column }) => `${line}:${column}`);
  expect(places(scale.replace('"4": "113"', '"4": "90"'))).toEqual(['7:38']);
  expect(places(scale.replace('missing: [3]', 'missing: [3, 4]'))).toEqual(['5:14']);
});

it('an economic code of a policy that has no title is told where it stands', () => {
  const file = 'tests/policy/fixtures/good.yaml';
  const text = readFileSync(join(import.meta.dirname, 'fixtures/good.yaml'), 'utf8');
  const { document } = readPolicyFile(text, dictionary);
  if (document === null) throw new Error('not good');
  const codes = [...new Set(Object.values(document.allowances).map(({ economicCode }) => economicCode))];
  expect(untitledCodes(text, file, document, Object.fromEntries(codes.map((code) => [code, true])))).toEqual([]);
  const found = untitledCodes(text, file, document, Object.fromEntries(codes.slice(1).map((code) => [code, true])));
  expect(found[0]).toMatchObject({
    code: 'untitled-code',
    params: { code: codes[0] },
    ...readYaml(text, file).locate(found[0]?.path.split('.') ?? []),
  });
  expect(text.split('\n')[(found[0]?.line ?? 0) - 1]).toContain(`economicCode: "${codes[0]}"`);
  expectSentences(found);
});
