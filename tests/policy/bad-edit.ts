import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import type { Fault, FaultCode } from '../../src/policy/reading/fault.ts';
import { readYaml } from '../../src/policy/reading/yaml.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';

/** One edit of a good file, and every fault and warning that it brings, as `path code`. */
export interface BadEdit {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  /** Whether every occurrence is edited. */
  readonly all?: boolean;
  /** A further edit, where one place is not enough. */
  readonly and?: { readonly from: string; readonly to: string };
  readonly faults: readonly string[];
  /** Every warning, as `path code`; where they are left out, none but figures that are not in their quotes. */
  readonly warnings?: readonly string[];
  /** What is in the sentences. */
  readonly says?: { readonly zh: string; readonly en: string };
}

/** The edits of a fixture. */
export function readEdits(file: string): readonly BadEdit[] {
  return readYaml(readFileSync(file, 'utf8'), file).value as BadEdit[];
}

const CJK = /[\u3000-\u303f\u3400-\u9fff\uff00-\uffef]/;
/** Faults whose sentence quotes what stands in the file. */
const QUOTING: readonly FaultCode[] = [
  'quote-not-found',
  'place-twice',
  'header-taken',
  'header-reserved',
  'spelling-taken',
  'repeated',
  'invalid-figure',
  'not-a-threshold',
];

/** Every fault has its place, and a sentence in either language that is one of that language. */
export function expectSentences(found: readonly Fault[], says?: BadEdit['says']): void {
  for (const fault of found) {
    const zh = explainFault(fault, 'zh');
    const en = explainFault(fault, 'en');
    expect(zh).toMatch(CJK);
    for (const sentence of [zh, en]) expect(sentence).not.toMatch(/undefined|\[object|NaN/);
    if (!QUOTING.includes(fault.code)) expect(en).not.toMatch(CJK);
    expect(fault.line).toBeGreaterThan(0);
    expect(fault.column).toBeGreaterThan(0);
  }
  if (!says) return;
  expect(found.map((fault) => explainFault(fault, 'zh')).join()).toContain(says.zh);
  expect(found.map((fault) => explainFault(fault, 'en')).join()).toContain(says.en);
}
