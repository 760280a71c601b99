import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { checkRules } from '../../scripts/policy-file.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { FAULT_CODES, type Fault, type FaultCode } from '../../src/policy/reading/fault.ts';
import { expectSentences, readEdits } from './bad-edit.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const dictionary = loadDictionary();
const good = readFileSync(join(FIXTURES, 'good.yaml'), 'utf8');
const source = readFileSync(join(FIXTURES, 'source.txt'), 'utf8');

const files = readdirSync(FIXTURES).filter((file) => file.endsWith('.yaml') && file !== 'good.yaml');
const edits = files.map((file) => [file, readEdits(join(FIXTURES, file))] as const);
/** Edits of the files that are common to all policies, see `common-files.test.ts`. */
const common = readdirSync(join(FIXTURES, 'common')).filter((file) => file.endsWith('.yaml'));

/** Codes that are about several files, need a file of a size that no fixture has, or are shown by themselves below. */
const ELSEWHERE: readonly FaultCode[] = [
  'not-utf-8',
  'too-large',
  'too-many',
  'too-long',
  'invalid-form',
  'duplicate-id',
  'folder-name',
  'source-file-missing',
  'no-source',
  // shown in other-documents.test.ts
  'text-not-named',
  'unused-source',
  // shown in slips.yaml
  'empty-value',
  // shown in migrate.test.ts
  'converted',
  'converted-rounding',
  'converted-leaving',
  'converted-growth',
  'converted-served',
];
/** Codes that the edits of a real policy show. */
const IN_LOAD_TEST = [...readFileSync(join(import.meta.dirname, 'load.test.ts'), 'utf8').matchAll(/ ([a-z]+(?:-[a-z]+)*)'\]/g)].map(
  ([, code]) => code,
);

const told = ({ path, code }: Fault): string => `${path || '.'} ${code}`;

describe('a good policy', () => {
  it('has no fault and no warning', () => {
    expect(readPolicyFile(good, dictionary, source)).toMatchObject({ faults: [], warnings: [] });
  });

  it('is warned of without the text of its document, with how many quotes were not looked up', () => {
    const { document, warnings } = readPolicyFile(good, dictionary);
    expect(document).not.toBeNull();
    expect(warnings).toMatchObject([
      { line: 9, column: 16, path: 'source.file', code: 'no-source', params: { file: 'source.txt', count: 11 } },
    ]);
    expectSentences(warnings, { zh: '11 处引文没有核对', en: '11 quotations were not looked up' });
  });

  it('is what every policy of ours is', () => {
    expect(checkRules(dictionary).flatMap(({ file, faults }) => faults.map(({ path, code }) => `${file} ${path} ${code}`))).toEqual([]);
  });
});

describe.each(edits)('%s', (_file, cases) => {
  it.each(cases.map((one) => [one.title, one] as const))('%s', (_title, { from, to, all, and, faults, warnings, says }) => {
    for (const place of [from, and?.from ?? '']) expect(good).toContain(place);
    const edited = all ? good.replaceAll(from, to) : good.replace(from, to);
    const found = readPolicyFile(and ? edited.replace(and.from, and.to) : edited, dictionary, source);
    expect(found.faults.map(told).toSorted()).toEqual(faults.toSorted());
    // an edit of a figure leaves its quote behind; only where warnings are listed does that matter
    const warned = found.warnings.filter(({ code }) => warnings !== undefined || code !== 'figure-not-quoted');
    expect(warned.map(told).toSorted()).toEqual((warnings ?? []).toSorted());
    expect(found.document === null).toBe(faults.length > 0);
    expectSentences([...found.faults, ...found.warnings], says);
  });
});

it('there is a bad fixture for every code', () => {
  const all = [...edits.map(([, cases]) => cases), ...common.map((file) => readEdits(join(FIXTURES, 'common', file)))];
  const shown = new Set(
    all.flatMap((cases) => cases.flatMap(({ faults, warnings = [] }) => [...faults, ...warnings].map((fault) => fault.split(' ').at(-1)))),
  );
  expect(FAULT_CODES.filter((code) => !shown.has(code) && !IN_LOAD_TEST.includes(code) && !ELSEWHERE.includes(code))).toEqual([]);
});
