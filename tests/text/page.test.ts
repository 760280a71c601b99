import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { FAULT_CODES } from '../../src/roster/cells/roster-import.ts';
import { writeCounted } from '../../src/text/page/counted.ts';
import { en } from '../../src/text/page/en/en.ts';
import { explainRosterFault } from '../../src/text/page/roster.ts';
import { zh } from '../../src/text/page/zh/zh.ts';

const WEB = join(import.meta.dirname, '../../src/web');
const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/** Every sentence of a tree of texts, by its path. */
function sentences(tree: object, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[`${path}${key}`, value]] : sentences(value as object, `${path}${key}.`),
  );
}

const chinese = new Map(sentences(zh));
const english = new Map(sentences(en));

test('both languages have the same keys, and something at each of them', () => {
  expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort());
  for (const text of [...chinese.values(), ...english.values()]) expect(text).not.toBe('');
});

test('a sentence has the same parts to fill in in both languages', () => {
  const parts = (text = '') => [...new Set(text.replace(/, [^{}]*\}\}/g, '}}').match(/\{\{\w+\}\}|<\w+\/>/g))].sort();
  for (const [key, text] of chinese) expect([key, parts(english.get(key))]).toEqual([key, parts(text)]);
});

test('a number of one is followed by the words for one', () => {
  expect(['1', '0', '1,001'].map((count) => writeCounted(count, 'person lacks|people lack'))).toEqual([
    '1 person lacks',
    '0 people lack',
    '1,001 people lack',
  ]);
  const words = /\{\{\w+\}\} (?!has|was|is|times|yuan)(people|[a-z]+s)\b/;
  const plural = [...english].flatMap(([key, text]) => (words.test(text) ? [key] : []));
  // What is never one.
  expect(plural).toEqual(['policy.months.first']);
});

test('English has no Chinese in it but the name of the other language', () => {
  const strays = [...english].filter(([key, text]) => CJK.test(text) && key !== 'app.otherLanguage');
  expect(strays).toEqual([]);
});

test('the page has no sentence of its own: no Chinese outside its comments', () => {
  const files = readdirSync(WEB, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.length).toBeGreaterThan(20);
  for (const { parentPath, name } of files) {
    const code = readFileSync(join(parentPath, name), 'utf8').replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');
    expect([name, CJK.exec(code)?.[0]]).toEqual([name, undefined]);
  }
});

test('every fault of a roster has a sentence in both languages', () => {
  for (const code of FAULT_CODES) {
    const params = { allowed: ['x'], maximum: 1, firstRow: 2 };
    expect(explainRosterFault(code, params, 'zh')).toMatch(CJK);
    expect(explainRosterFault(code, params, 'en')).not.toBe(code);
  }
});
