import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';

/** Each takes a second or so; what never ends is told by this, however busy the machine. */
const timeout = 120_000;
const SIZE = 500_000;

const dictionary = loadDictionary();
const good = readFileSync(join(import.meta.dirname, 'fixtures/good.yaml'), 'utf8');

const fill = (part: string) => part.repeat(SIZE / part.length);
const many = (count: number, make: (at: number) => string, separator = '') =>
  Array.from({ length: count }, (_, at) => make(at)).join(separator);
const within = (section: string, entries: string) => good.replace(`${section}:\n`, () => `${section}:\n${entries}`);
const parameter = (at: number) => `  p${at}: {unit: percent, clause: {item: "1", quote: q}, value: null}\n`;
const allowance = (id: string, when: string, amount = '{parameter: meal/urban}') =>
  `  ${id}: {title: {zh: 甲, en: A}, payee: teacher, economicCode: "301", clause: {item: "1", quote: q}, when: ${when}, pays: {every: month, amount: ${amount}}, months: every}\n`;
const reading = (at: number) =>
  `  r${at}: {question: {zh: 甲, en: A}, clause: {item: "1", quote: q}, default: a, reason: {zh: 甲, en: A}, options: {a: {zh: 甲, en: A}, b: {zh: 乙, en: B}}}\n`;

/** Texts made to cost more than their size, and the fault that they are to have; `null` where they are merely large. */
const HOSTILE: readonly (readonly [title: string, text: string, code: string | null])[] = [
  ['nested lists', fill('['), 'too-deep'],
  ['nested mappings', fill('{a: '), 'too-deep'],
  ['nested marks of lists', fill('- '), 'too-deep'],
  ['nested marks of keys', fill('? '), 'too-deep'],
  ['marks of keys on lines of their own', fill('?\n'), 'too-deep'],
  ['lists side by side', fill('[]'), 'too-large'],
  ['stray brackets', fill('}'), 'yaml-syntax'],
  ['stray commas', `[${fill(',')}`, 'yaml-syntax'],
  ['anchors and aliases', fill('- &a b\n- *a\n'), 'too-many'],
  ['bad escapes', `"${fill('\\x')}"`, 'too-many'],
  ['keys', many(60_000, (at) => `k${at}:\n`), 'unknown-key'],
  ['a line that is indented more and more', many(900, (at) => `${' '.repeat(at)}a:\n`), 'too-deep'],
  ['a key of a hundred thousand parts', within('parameters', `  ${'a/'.repeat(100_000)}a: {unit: percent}\n`), 'yaml-syntax'],
  ['parameters', within('parameters', many(5_000, parameter)), 'unused-parameter'],
  [
    'too many allowances',
    within(
      'allowances',
      many(1_500, (at) => allowance(`a${at}`, 'always')),
    ),
    'too-many',
  ],
  ['cells', good.replace('{urban: "180",', () => `{${many(20_000, (at) => `v${at}: "1"`, ', ')}, urban: "180",`), 'too-many'],
  ['alternatives', within('allowances', allowance('a', `{any: [${many(15_000, () => '{area: urban}', ', ')}]}`)), null],
  [
    'names of two facts',
    within(
      'allowances',
      allowance('a', `[{town: [${many(7_000, (at) => `t${at}`, ', ')}]}, {village: [${many(7_000, (at) => `t${at}`, ', ')}]}]`),
    ),
    'too-complex',
  ],
  [
    'readings',
    within('readings', many(90, reading)).replace(
      'allowances:\n',
      () => `allowances:\n${allowance('a', `[${many(90, (at) => `{reading: r${at}, a: always, b: {area: rural}}`, ', ')}]`)}`,
    ),
    'too-complex',
  ],
  ['options', within('readings', many(400, reading)), 'too-many'],
  [
    'parts of a sum',
    within('allowances', allowance('a', 'always', `{combine: sum, of: [${many(10_000, () => '{parameter: meal/urban}', ', ')}]}`)),
    null,
  ],
  [
    'parameters that are not there',
    within('allowances', allowance('a', 'always', `{combine: sum, of: [${many(10_000, (at) => `{parameter: z${at}}`, ', ')}]}`)),
    'no-parameter',
  ],
];

it.each(HOSTILE)('%s cost little', { timeout }, (_title, text, code) => {
  const { faults } = readPolicyFile(text, dictionary);
  expect(faults.length).toBeLessThanOrEqual(100);
  if (code !== null) expect(faults.map((fault) => fault.code)).toContain(code);
});

it('a file of more than 512 KiB is not read', () => {
  expect(readPolicyFile(' '.repeat(512 * 1024 + 1), dictionary).faults).toMatchObject([{ line: 1, column: 1, code: 'too-large' }]);
});

it('quotes that are almost there cost little', { timeout }, () => {
  const noted = many(490, (at) => `  - {title: {zh: 甲, en: A}, clause: {item: "1", quote: "b${'a'.repeat(900)}${at}"}}\n`);
  const { faults } = readPolicyFile(`${good}\nnoted:\n${noted}`, dictionary, 'a'.repeat(512 * 1024));
  expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['quote-not-found']));
});
