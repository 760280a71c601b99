import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { checkRules } from '../../scripts/policy-file.ts';
import { FAULT_CODES, type FaultCode } from '../../src/policy/fault.ts';
import { readPolicyFile } from '../../src/policy/load.ts';
import { expectSentences, readEdits } from './bad-edit.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const dictionary = loadDictionary();
const good = readFileSync(join(FIXTURES, 'good.yaml'), 'utf8');
const source = readFileSync(join(FIXTURES, 'source.txt'), 'utf8');

const files = readdirSync(FIXTURES).filter((file) => file.endsWith('.yaml') && file !== 'good.yaml');
const edits = files.map((file) => [file, readEdits(join(FIXTURES, file))] as const);
/** Edits of the files that are common to all policies, see `common-files.test.ts`. */
const common = readdirSync(join(FIXTURES, 'common')).filter((file) => file.endsWith('.yaml'));

/** Codes that are about several files, or need a file of a size that no fixture has. */
const ELSEWHERE: readonly FaultCode[] = [
  'not-utf-8',
  'too-large',
  'too-many',
  'too-long',
  'invalid-form',
  'duplicate-id',
  'folder-name',
  'no-source',
];
/** Codes that the edits of a real policy show. */
const IN_LOAD_TEST = [...readFileSync(join(import.meta.dirname, 'load.test.ts'), 'utf8').matchAll(/ ([a-z]+(?:-[a-z]+)*)'\]/g)].map(
  ([, code]) => code,
);

describe('a good policy', () => {
  it('has no fault', () => {
    expect(readPolicyFile(good, dictionary, source).faults).toEqual([]);
  });

  it('is what every policy of ours is', () => {
    expect(checkRules(dictionary).flatMap(({ file, faults }) => faults.map(({ path, code }) => `${file} ${path} ${code}`))).toEqual([]);
  });
});

describe.each(edits)('%s', (_file, cases) => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, { from, to, all, faults, says }) => {
    expect(good).toContain(from);
    const found = readPolicyFile(all ? good.replaceAll(from, to) : good.replace(from, to), dictionary, source).faults;
    expect(found.map(({ path, code }) => `${path || '.'} ${code}`).toSorted()).toEqual(faults.toSorted());
    expectSentences(found, says);
  });
});

it('there is a bad fixture for every code', () => {
  const all = [...edits.map(([, cases]) => cases), ...common.map((file) => readEdits(join(FIXTURES, 'common', file)))];
  const shown = new Set(all.flatMap((cases) => cases.flatMap(({ faults }) => faults.map((fault) => fault.split(' ').at(-1)))));
  expect(FAULT_CODES.filter((code) => !shown.has(code) && !IN_LOAD_TEST.includes(code) && !ELSEWHERE.includes(code))).toEqual([]);
});
