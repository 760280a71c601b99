import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '..');
/** Packages, and a file that makes sense among those of a release only. */
const NOT_OURS = /node_modules|^scripts\/release/;
/** What a build or a release makes. */
const MADE = /^(dist|release|node_modules)\//;

const documents = [
  ...readdirSync(ROOT).filter((file) => file.endsWith('.md')),
  ...['bench', 'docs', 'examples', 'mutation', 'rules', 'scripts', 'src', 'tests'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).flatMap((file) => {
      const path = join(folder, file);
      return file.endsWith('.md') && !NOT_OURS.test(path) ? [path] : [];
    }),
  ),
];
const proseOf = (path: string) => readFileSync(path, 'utf8').replace(/```[\s\S]*?```/g, '');

/** The anchors of a document as GitHub makes them of its headings. */
function anchorsIn(path: string): ReadonlySet<string> {
  const headings = [...proseOf(path).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}

/** The links of a document that lead to nothing in the repository. */
function brokenLinks(document: string): string[] {
  const path = join(ROOT, document);
  const links = [...proseOf(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link).filter((link) => !/^https?:/.test(link));
  return links.filter((link) => {
    const [file = '', anchor] = link.split('#');
    const target = file === '' ? path : resolve(dirname(path), file);
    if (relative(ROOT, target).startsWith('..') || !existsSync(target)) return true;
    return anchor !== undefined && !anchorsIn(target).has(anchor);
  });
}

describe('the documents', () => {
  it.each(documents)('%s has no link that leads nowhere', (document) => {
    expect(brokenLinks(document)).toEqual([]);
  });

  it.each(documents)('%s names no file that is not there', (document) => {
    const named = [...proseOf(join(ROOT, document)).matchAll(/`((?:[\w-]+\/)+[\w.-]*)`/g)].map(([, path = '']) => path);
    const folders = [ROOT, join(ROOT, 'src'), dirname(join(ROOT, document))];
    const isOurs = (path: string) => !MADE.test(path) && folders.some((folder) => existsSync(join(folder, path.split('/')[0] as string)));
    expect(named.filter((path) => isOurs(path) && !folders.some((folder) => existsSync(join(folder, path))))).toEqual([]);
  });

  it('are all reachable from the README', () => {
    const reached = new Set(['README.md']);
    for (const document of reached) {
      for (const [, link = ''] of proseOf(join(ROOT, document)).matchAll(/\]\(([^)\s#]+\.md)(?:#[^)]*)?\)/g)) {
        reached.add(relative(ROOT, resolve(ROOT, dirname(document), link)));
      }
    }
    expect(documents.filter((document) => !reached.has(document))).toEqual([]);
  });
});
