import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import { entriesOf, itemsOf } from '../../src/web/pages/policy/clauses.ts';
import { aspectsApart, pairUp } from '../../src/web/pages/policy/comparison.ts';
import { orderIn } from '../../src/web/pages/policy/order.ts';

const textOf = (id: string) => readFileSync(new URL(`../../rules/${id}/source.txt`, import.meta.url), 'utf8');
const documents = [...bundledPolicies.values()].map(({ document }) => document);
const jinfeng = bundledPolicies.get('jinfeng-2021')?.document ?? expect.unreachable();
const fold = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');

describe('the order of a document', () => {
  const place = (item: string, quote = '') => ({ item, quote });
  const sorted = (items: readonly string[]) => items.toSorted((a, b) => orderIn(null).compare(place(a), place(b)));

  it('is that of its words, white space and width of punctuation aside', () => {
    const { compare, contains } = orderIn('甲，乙。 丙\n丁');
    expect(compare(place('9', '乙。丙丁'), place('1', '丙'))).toBeLessThan(0);
    expect(compare(place('9', '丙'), place('1', '甲,'))).toBeGreaterThan(0);
    expect(compare(place('1', '戊'), place('9', '丁'))).toBeGreaterThan(0);
    expect([contains('甲，乙。', '甲, 乙'), contains('甲', '乙')]).toEqual([true, false]);
  });

  it('is that of the numbers of its items where the text is not at hand, Arabic or Chinese', () => {
    expect(sorted(['12', '2', '1'])).toEqual(['1', '2', '12']);
    expect(sorted(['二十一', '十', '三', '十二', '二十'])).toEqual(['三', '十', '十二', '二十', '二十一']);
    expect(sorted(['三（二）2', '三（二）', '三（一）9', '三'])).toEqual(['三', '三（一）9', '三（二）', '三（二）2']);
  });
});

describe('the items of a policy', () => {
  it.each(documents.map((document) => [document.id, document] as const))(
    '%s: every entry stands once, in a passage that has its words',
    (id, document) => {
      for (const source of [textOf(id), null]) {
        const passages = itemsOf(document, source).flatMap((item) => item.passages.map((passage) => ({ ...passage, item: item.item })));
        const placed = passages.flatMap(({ entries }) => entries.map(({ kind, id: entry }) => `${kind} ${entry}`));
        expect(placed.toSorted()).toEqual(
          entriesOf(document)
            .map(({ kind, id: entry }) => `${kind} ${entry}`)
            .toSorted(),
        );
        for (const { item, clause, entries } of passages) {
          for (const { node } of entries) {
            expect(node.clause.item).toBe(item);
            expect(fold(clause.quote)).toContain(fold(node.clause.quote));
          }
        }
      }
    },
  );

  it.each(documents.map((document) => [document.id, document] as const))('%s: passages stand as they do in the text', (id, document) => {
    const text = fold(textOf(id));
    for (const { passages } of itemsOf(document, textOf(id))) {
      const places = passages.map(({ clause }) => text.indexOf(fold(clause.quote)));
      expect(places).toEqual(places.toSorted((a, b) => a - b));
    }
  });
});

describe('two policies side by side', () => {
  const named = (...titles: string[]) => titles.map((title) => ({ id: title.slice(0, 1), title: title.slice(1), node: title }));
  const shown = (left: string[], right: string[]) =>
    pairUp(named(...left), named(...right)).map((pair) => [pair.left?.node ?? null, pair.right?.node ?? null]);

  it('have together what has one id, then what has one title, and at the end what only one has', () => {
    expect(shown(['aMeals', 'bOther', 'cRent'], ['xRent', 'aFood', 'yNew'])).toEqual([
      ['aMeals', 'aFood'],
      ['cRent', 'xRent'],
      ['bOther', null],
      [null, 'yNew'],
    ]);
  });

  it('have nothing twice, though a title occurs twice', () => {
    expect(shown(['aRent', 'bRent'], ['bRent', 'cRent'])).toEqual([
      ['aRent', 'cRent'],
      ['bRent', 'bRent'],
    ]);
    expect(shown([], ['aRent'])).toEqual([[null, 'aRent']]);
  });

  it('differ in what was changed, and in no more', () => {
    /** The meals of Jinfeng beside the same after an edit of the document as text. */
    const apart = (...[from, to]: [string, string] | []) => {
      const text = JSON.stringify(jinfeng);
      expect(from === undefined || text.includes(from)).toBe(true);
      const document = JSON.parse(from === undefined ? text : text.replaceAll(from, to ?? '')) as typeof jinfeng;
      const meal = (of: typeof jinfeng) => ({ document: of, node: of.allowances.meal ?? expect.unreachable() });
      return aspectsApart(meal(jinfeng), meal(document));
    };
    expect(apart()).toEqual([]);
    expect(apart('"rural":"330"', '"rural":"331"')).toEqual(['rate']);
    expect(apart('"except":[7,8]', '"except":[6,7]')).toEqual(['when']);
    // a rate that is not of meals
    expect(apart('"near":"300"', '"near":"301"')).toEqual([]);
  });
});
