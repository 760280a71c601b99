import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const WEB = join(import.meta.dirname, '../../src/web');
const files = readdirSync(WEB, { recursive: true, encoding: 'utf8' });
const read = (file: string) => readFileSync(join(WEB, file), 'utf8');

/** Where each class has a style wherever it stands: by the selectors that begin with it. */
const styledIn = new Map<string, Set<string>>();
for (const file of files.filter((one) => one.endsWith('.css'))) {
  const selectors = [...read(file).matchAll(/([^{}]+)\{/g)].flatMap(([, list = '']) => list.split(','));
  for (const selector of selectors) {
    const first = /^\s*(?::lang\(en\)\s+)?\.([a-zA-Z][\w-]*)/.exec(selector)?.[1];
    if (first) styledIn.set(first, (styledIn.get(first) ?? new Set()).add(file));
  }
}

/** The classes that a file gives to elements. */
function classesOf(file: string): string[] {
  const given = [...read(file).matchAll(/\bclassName=(?:"([^"]*)"|\{([^}]*)\})/g)];
  const texts = given.flatMap(([, plain, code]) =>
    plain === undefined ? [...(code ?? '').matchAll(/["'`]([\w -]+)["'`]/g)].map(([, text]) => text) : [plain],
  );
  return [...new Set(texts.flatMap((text = '') => text.split(/\s+/)))];
}

const isOfPage = (file: string) => file.startsWith('pages/');
const pageOf = (file: string) => file.split('/').slice(0, 2).join('/');

describe('the styles of the page', () => {
  it('of a class that several pages may show do not lie with one of them', () => {
    const wrong = files
      .filter((file) => file.endsWith('.tsx'))
      .flatMap((file) =>
        classesOf(file).flatMap((name) => {
          const sheets = [...(styledIn.get(name) ?? [])];
          const fits = (sheet: string) => (isOfPage(file) ? !isOfPage(sheet) || pageOf(sheet) === pageOf(file) : !isOfPage(sheet));
          return sheets.length === 0 || sheets.some(fits) ? [] : [`${file}: .${name} is styled in ${sheets.join(', ')}`];
        }),
      );
    expect(wrong).toEqual([]);
  });

  it('lie beside what is styled: every style sheet is imported from its own folder or the ones of its room', () => {
    const imported = files
      .filter((file) => /\.tsx?$/.test(file))
      .flatMap((file) => [...read(file).matchAll(/import '(\.[^']*\.css)'/g)].map(([, path = '']) => join(dirname(file), path)));
    const sheets = files.filter((file) => file.endsWith('.css') && !file.startsWith('app/'));
    expect(sheets.filter((sheet) => !imported.includes(sheet))).toEqual([]);
  });
});
