import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { loadPolicy } from '../../src/policy/loading/load.ts';

const RULES = join(import.meta.dirname, '../../rules');
const ids = readdirSync(RULES).filter((id) => existsSync(join(RULES, id, 'policy.yaml')));

/** Width of punctuation and white space differ between a web page and a quotation; nothing else may. */
const fold = (text: string) => text.normalize('NFKC').replace(/\s/gu, '');

/** Every clause of a document, with the keys that lead to it. */
function clauses(node: unknown, path: string): { path: string; quote: string }[] {
  if (typeof node !== 'object' || node === null) return [];
  const here = 'quote' in node && 'item' in node ? [{ path, quote: String(node.quote) }] : [];
  return [...here, ...Object.entries(node).flatMap(([key, value]) => clauses(value, `${path}/${key}`))];
}

describe.each(ids)('the quotes of %s', (id) => {
  const document = loadPolicy(readFileSync(join(RULES, id, 'policy.yaml'), 'utf8'), id, loadDictionary());
  const source = fold(readFileSync(join(RULES, id, document.source.file), 'utf8'));

  it.each(clauses(document, id).map(({ path, quote }) => [path, quote]))('%s stands in the source', (_path, quote) => {
    expect(source).toContain(fold(quote as string));
  });
});
