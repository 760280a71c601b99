import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedFileError } from '../../../src/roster/sheet/refusal.ts';
import { attributeOf, detach, XmlReader } from '../../../src/roster/xlsx/xml.ts';

/** Everything that is told of a text which comes in these pieces; texts that follow one another are one. */
function read(...pieces: readonly string[]): string[] {
  const told: string[] = [];
  let text = '';
  const tell = (what: string) => {
    if (text.trim() !== '') told.push(`"${text}"`);
    text = '';
    told.push(what);
  };
  const reader = new XmlReader({
    open: (name, attributes) => tell(`<${name} ${attributeOf(attributes, 'a') ?? '-'}`),
    close: (name) => tell(`/${name}`),
    text: (piece) => {
      text += piece;
    },
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return told;
}

const DOCUMENT = `<?xml version="1.0"?>\n<!-- a > b --><x:w xmlns:x="urn:w" xmlns:y="urn:y" a='1>2'><y:v a="0">3<v/></y:v><v a = "&quot;&#x5DE5;" b="/">a&amp;b &#24037;</v><e/>\r\n<t><![CDATA[<&>]]>x</t></x:w>\n`;
const TOLD = ['<w 1>2', '<v "工', '"a&b 工"', '/v', '<e -', '/e', '<t -', '"<&>x"', '/t', '/w'];

describe('XmlReader', () => {
  it('tells tags without their prefixes, attributes and texts', () => {
    expect(read(DOCUMENT)).toEqual(TOLD);
  });

  it('tells the same however the text is cut', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: DOCUMENT.length }), { maxLength: 12 }), (cuts) => {
        const at = [0, ...cuts.toSorted((a, b) => a - b), DOCUMENT.length];
        expect(read(...at.slice(1).map((end, index) => DOCUMENT.slice(at[index], end)))).toEqual(TOLD);
      }),
    );
  });

  it.each([
    ['an end that is missing', '<a><b></b>'],
    ['an end of another', '<a><b></a></b>'],
    ['an end of nothing', '</a>'],
    ['half a tag', '<a></a><'],
    ['a document type', '<!DOCTYPE a [<!ENTITY b "b">]><a>&b;</a>'],
    ['an entity of its own', '<a>&b;</a>'],
    ['a character that there is not', '<a>&#x110000;</a>'],
    ['a bare ampersand', '<a>R & D</a>'],
    ['text after the end', '<a></a>x'],
    ['no name', '<a>< b="1"></a>'],
    ['a prefix that means nothing', '<a><x:b/></a>'],
    ['a character that XML has not', '<a>\u0001</a>'],
    ['the number of one', '<a>&#11;</a>'],
    ['a second root', '<a/><a/>'],
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(RefusedFileError);
  });

  it.each(['<a b="1/>', '<a b/>', '<a b=1/>', '<a b= "1/>', '<a b="1"c="2"/>', '<a b="1" b="2"/>', '<a x:b="1"/>'])(
    'refuses the attributes of %s',
    (text) => {
      expect(() => read(text)).toThrow(RefusedFileError);
    },
  );

  it('does not wait for the end of a token for ever', () => {
    expect(() => read('<a>', 'x'.repeat(2 ** 20 + 1))).toThrow(RefusedFileError);
  });

  it('copies texts as they are', () => {
    for (const text of ['', 'x', ' 名册 ', 'x'.repeat(100)]) expect(detach(text)).toBe(text);
  });
});
