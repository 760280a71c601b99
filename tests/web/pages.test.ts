import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FIRST_PATH, PAGES, pageAt } from '../../src/contract/wire/pages.ts';

const FOLDER = join(import.meta.dirname, '../../src/web/pages');

it('lists every page that has a folder, and no other', () => {
  const inFolders = readdirSync(FOLDER).filter((name) => readdirSync(join(FOLDER, name)).includes(`${name}-page.tsx`));
  expect(inFolders.toSorted()).toEqual(PAGES.map(({ name }) => name).toSorted());
  expect(readdirSync(FOLDER).toSorted()).toEqual(inFolders.toSorted());
});

it('finds a page by its address, and the first by the bare one', () => {
  for (const page of PAGES) expect(pageAt(page.path)).toBe(page);
  expect(pageAt(FIRST_PATH)).toBe(PAGES[0]);
  expect(pageAt('/docs')).toBeUndefined();
  expect(pageAt('/budget/')).toBeUndefined();
});
