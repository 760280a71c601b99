import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { PAGES } from '../../src/contract/wire/pages.ts';
import { BUILD, builtFile } from '../browser/fixtures/static-site.ts';

/** What computes, beside the page: it is asked for at once and nothing waits for it to be drawn. It grows with the words of the rule language. */
const WORKER_LIMIT = 224 * 1024;

/** The chunks that a chunk cannot run without, itself among them. */
function withImports(chunks: readonly string[]): Set<string> {
  const found = new Set(chunks);
  // A set is walked through to what is added on the way.
  for (const chunk of found) {
    for (const [, , path = ''] of builtFile(`assets/${chunk}`).matchAll(/\b(?:from|import)\s*(["'`])\.\/([^"'`]+\.js)\1/g)) found.add(path);
  }
  return found;
}

function weigh(chunks: Iterable<string>): number {
  return [...chunks].reduce((sum, chunk) => sum + gzipSync(builtFile(`assets/${chunk}`)).length, 0);
}

/** The pieces that the first program fetches for a page, beside the frame of all of them. */
function piecesOf(page: string, first: string): string[] {
  const place = first.indexOf(`pages/${page}/${page}-page.tsx`);
  const [, piece] = /import\([`"']\.\/([^`"']+)/.exec(first.slice(place)) ?? [];
  if (place < 0 || !piece) throw new Error(`the first program fetches no ${page}`);
  return [chunkNamed('frame'), piece];
}

/** The one chunk of the build that has a name. */
function chunkNamed(name: string): string {
  const [chunk, ...others] = readdirSync(`${BUILD}/assets`).filter((file) => file.startsWith(`${name}-`) && file.endsWith('.js'));
  if (!chunk || others.length > 0) throw new Error(`the build has not one ${name}`);
  return chunk;
}

test.each(PAGES)('the page of the $name waits for at most $kilobytes KB', ({ name, kilobytes }) => {
  const entries = [...builtFile('index.html').matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)].map(([, chunk = '']) => chunk);
  expect(entries.length).toBeGreaterThan(0);
  const bytes = weigh(withImports([...entries, ...piecesOf(name, builtFile(`assets/${chunkNamed('first')}`))]));
  // React alone is more than that: what is less was not weighed.
  expect(bytes).toBeGreaterThan(100 * 1024);
  expect(bytes).toBeLessThanOrEqual(kilobytes * 1024);
});

test('the program beside the page, and the reference of the API, are not heavier than a page', () => {
  const worker = readdirSync(`${BUILD}/assets`).find((file) => file.startsWith('compute.worker-')) as string;
  expect(weigh(withImports([worker]))).toBeLessThanOrEqual(WORKER_LIMIT);
  expect(weigh(withImports([chunkNamed('reference')]))).toBeLessThanOrEqual(450 * 1024);
});

test('the first program is small, and no piece waits for one that waits for it', () => {
  expect(weigh(withImports([chunkNamed('first')]))).toBeLessThanOrEqual(4 * 1024);
  const chunks = readdirSync(`${BUILD}/assets`).filter((file) => file.endsWith('.js'));
  const after = (chunk: string) => [...withImports([chunk])].filter((other) => other !== chunk);
  expect(chunks.filter((chunk) => after(chunk).some((other) => withImports([other]).has(chunk)))).toEqual([]);
});

interface SyntaxNode {
  readonly type?: string;
  readonly operator?: string;
  readonly left?: { readonly type: string };
  readonly regex?: { readonly flags: string };
}

/** Whether a part of a program has something that Chromium 86 cannot read. @param outside whether it stands in no function */
function isNewer(node: unknown, outside: boolean): boolean {
  if (node === null || typeof node !== 'object') return false;
  if (Array.isArray(node)) return node.some((part) => isNewer(part, outside));
  const { type, operator, left, regex } = node as SyntaxNode;
  if (type === 'StaticBlock' || (outside && type === 'AwaitExpression')) return true;
  if ((operator === 'in' && left?.type === 'PrivateIdentifier') || /[dv]/.test(regex?.flags ?? '')) return true;
  const isOutside = outside && !type?.includes('Function');
  for (const name in node) if (isNewer(node[name as keyof typeof node], isOutside)) return true;
  return false;
}

test('no program has syntax that Chromium 86 cannot read', () => {
  for (const code of ['await 1', 'class A { static { a() } }', 'class A { #a; b() { return () => #a in this } }', '/a/d']) {
    expect(isNewer(parseAst(code), true), code).toBe(true);
  }
  expect(isNewer(parseAst('async () => await 1'), true)).toBe(false);
  const programs = readdirSync(`${BUILD}/assets`).filter((file) => file.endsWith('.js'));
  expect(programs.filter((file) => isNewer(parseAst(builtFile(`assets/${file}`)), true))).toEqual([]);
});
