import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRules } from '../../scripts/policy-file.ts';
import { loadDictionary } from '../../scripts/vite-yaml-rules.ts';
import { FAULT_CODES, type FaultCode } from '../../src/policy/fault.ts';
import { readPolicyFile } from '../../src/policy/load.ts';
import { readYaml } from '../../src/policy/yaml.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';

const FIXTURES = join(import.meta.dirname, 'fixtures');
const dictionary = loadDictionary();
const good = readFileSync(join(FIXTURES, 'good.yaml'), 'utf8');
const source = readFileSync(join(FIXTURES, 'source.txt'), 'utf8');
const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;

/** One edit of the good policy, and every fault that it brings, as `path code`. */
interface BadEdit {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Whether every occurrence is edited. */
  readonly all?: boolean;
  readonly faults: readonly string[];
  readonly says?: { readonly zh: string; readonly en: string };
}

const files = readdirSync(FIXTURES).filter((file) => file.endsWith('.yaml') && file !== 'good.yaml');
const edits = files.map((file) => [file, readYaml(readFileSync(join(FIXTURES, file), 'utf8'), file).value as BadEdit[]] as const);

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
    for (const fault of found) {
      const zh = explainFault(fault, 'zh');
      const en = explainFault(fault, 'en');
      expect(zh).toMatch(CJK);
      for (const sentence of [zh, en]) expect(sentence).not.toMatch(/undefined|\[object|NaN/);
      if (fault.code !== 'quote-not-found' && fault.code !== 'place-twice') expect(en).not.toMatch(CJK);
      expect(fault.line).toBeGreaterThan(0);
    }
    if (says) {
      expect(found.map((fault) => explainFault(fault, 'zh')).join()).toContain(says.zh);
      expect(found.map((fault) => explainFault(fault, 'en')).join()).toContain(says.en);
    }
  });
});

it('there is a bad fixture for every code', () => {
  const shown = new Set(edits.flatMap(([, cases]) => cases.flatMap(({ faults }) => faults.map((fault) => fault.split(' ').at(-1)))));
  expect(FAULT_CODES.filter((code) => !shown.has(code) && !IN_LOAD_TEST.includes(code) && !ELSEWHERE.includes(code))).toEqual([]);
});
