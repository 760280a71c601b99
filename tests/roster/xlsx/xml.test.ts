import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RefusedFileError } from '../../../src/roster/refusal.ts';
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
    open: (name, tag) => tell(`<${name} ${attributeOf(tag, 'a') ?? '-'}`),
    close: (name) => tell(`/${name}`),
    text: (piece) => {
      text += piece;
    },
  });
  for (const piece of pieces) reader.push(piece);
  reader.end();
  return told;
}

const DOCUMENT = `<?xml version="1.0"?>\n<!-- a > b --><x:w a='1>2'><v a = "&quot;&#x5DE5;" b="/">a&amp;b &#24037;</v><e/>\r\n<t><![CDATA[<&>]]>x</t></x:w>\n`;
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
  ])('refuses %s', (_, text) => {
    expect(() => read(text)).toThrow(RefusedFileError);
  });

  it.each(['c r="1', 'c r', 'c r=1', 'c r= "1'])('refuses the attributes of <%s>', (tag) => {
    expect(() => attributeOf(tag, 's')).toThrow(RefusedFileError);
  });

  it('does not take an attribute for one that its value looks like', () => {
    expect(attributeOf(`c b=' r="9"' r="1"`, 'r')).toBe('1');
    expect(attributeOf('c xr="9"', 'r')).toBeNull();
  });

  it('does not wait for the end of a token for ever', () => {
    expect(() => read('<a>', 'x'.repeat(2 ** 20 + 1))).toThrow(RefusedFileError);
  });

  it('copies texts as they are', () => {
    for (const text of ['', 'x', ' 名册 ', 'x'.repeat(100)]) expect(detach(text)).toBe(text);
  });
});
