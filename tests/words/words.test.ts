import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/entitlement.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { policySchema } from '../../src/policy/schema.ts';
import { type Document, evaluateWords, type WordsRequest } from '../reference/words.ts';

/** Worked examples of one word: what a teacher is paid under an allowance that is made of it. */
interface WordFile {
  /** The allowance, as docs/rule-language.md has it. */
  readonly example: string;
  readonly parameters?: Record<string, object>;
  readonly cases: readonly {
    readonly title: string;
    readonly year?: number;
    readonly teacher: Record<string, unknown>;
    readonly payScales?: WordsRequest['payScales'];
    /** The amount of the year, or none; what is missing; and what else is to be seen. */
    readonly expect: {
      readonly amount?: string;
      readonly months?: readonly string[];
      readonly first?: string;
      readonly last?: string;
      readonly rates?: readonly string[];
      readonly missing?: readonly string[];
      readonly declined?: string;
      readonly warnings?: readonly string[];
    };
  }[];
}

const files = import.meta.glob<WordFile>('./*.yaml', { eager: true, import: 'default' });
const guide = readFileSync(join(import.meta.dirname, '../../docs/rule-language.md'), 'utf8');

const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '甲' };

function documentOf({ example, parameters = {} }: WordFile) {
  const common = { title: said, payee: 'teacher', economicCode: '30102', clause, when: 'always', months: 'every' };
  return policySchema.parse({
    id: 'words',
    title: said,
    documentNumber: null,
    issuer: said,
    issuedOn: null,
    effectiveFrom: null,
    source: { file: 'source.txt' },
    requires: [],
    months: { every: 'all' },
    parameters: Object.fromEntries(Object.entries(parameters).map(([key, node]) => [key, { clause, ...node }])),
    allowances: { it: { ...common, ...(parse(example) as object) } },
  });
}

const shown = (list: readonly { fact?: string; parameter?: string }[]) => list.map(({ fact, parameter }) => fact ?? parameter);

describe.each(Object.entries(files))('%s', (_file, word) => {
  const document = documentOf(word);
  const policy = readPolicy(document, 'words', dictionary);

  it('is in the guide', () => {
    for (const line of word.example.trimEnd().split('\n')) expect(guide).toContain(line);
    expect(guide).toContain(word.example.trimEnd());
  });

  it.each(word.cases.map((one) => [one.title, one] as const))('%s', (_title, { year = 2025, teacher, payScales, expect: wanted }) => {
    const request = { year, teacher: { id: 'T1', ...teacher }, ...(payScales ? { payScales } : {}) };
    const read = readEntitlementRequest(policy, request);
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    const result = explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
    const [line] = result.lines;
    const months = line?.byMonth.map(({ month }) => month) ?? [];
    const [declined] = result.declined;
    expect(line?.amount).toBe(wanted.amount);
    expect(shown(result.missing)).toEqual(wanted.missing ?? []);
    expect(result.warnings.map(({ code }) => code)).toEqual(wanted.warnings ?? []);
    if (wanted.months) expect(months).toEqual(wanted.months);
    if (wanted.first) expect(months[0]).toBe(wanted.first);
    if (wanted.last) expect(months.at(-1)).toBe(wanted.last);
    if (wanted.rates) expect(line?.segments.map(({ months: count, rate }) => `${count} × ${rate}`)).toEqual(wanted.rates);
    expect(declined && [declined.code, declined.fact ?? []].flat().join(' ')).toBe(wanted.declined);

    const reference = evaluateWords(document as unknown as Document, request);
    expect(reference.lines[0]?.amount).toBe(wanted.amount);
    expect(reference.lines[0]?.byMonth).toEqual(line?.byMonth);
    expect(shown(reference.missing)).toEqual(wanted.missing ?? []);
    expect(reference.warnings.map(({ code }) => code)).toEqual(wanted.warnings ?? []);
  });
});
