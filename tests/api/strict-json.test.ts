import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countColons, DEEPEST, parseStrict } from '../../src/api/reading/strict-json.ts';

const encoder = new TextEncoder();
const read = (text: string) => parseStrict(text, countColons(encoder.encode(text)));
/** What walking over the whole text finds. */
const walked = (text: string) => parseStrict(text, Number.NaN);

const key = fc.constantFrom('a', 'b', 'c', 'a:b', '\\u0061', '"', '__proto__', '\u8840', '', '{', 'toString');
const scalar = fc.constantFrom('1', 'null', 'true', '"10:30"', '"\\":"', '"a\\\\"', '":"', '"\u6c49:\u5b57"', '""');
const space = fc.constantFrom('', ' ', '\n');
/** JSON text as nobody's serialiser writes it: keys may come twice, in any spelling. */
const { json } = fc.letrec<{ json: string }>((tie) => ({
  json: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    scalar,
    fc.array(tie('json'), { maxLength: 3 }).map((parts) => `[${parts.join(',')}]`),
    fc
      .array(fc.tuple(key, space, tie('json')), { maxLength: 4 })
      .map((pairs) => `{${pairs.map(([name, gap, value]) => `"${name === '"' ? '\\"' : name}"${gap}:${gap}${value}`).join(',')}}`),
  ),
}));

describe('JSON that loses nothing', () => {
  it('is told by counting keys as by walking over the text', () => {
    const found = { clean: 0, lost: 0 };
    fc.assert(
      fc.property(json, (text) => {
        const result = read(text);
        expect(result).toEqual(walked(text));
        found['issues' in result && result.issues.length > 0 ? 'lost' : 'clean']++;
      }),
      { numRuns: 5_000 },
    );
    expect(Math.min(found.clean, found.lost)).toBeGreaterThan(100);
  });

  it.each([
    ['a key twice', '{"a":1,"a":2}', [{ path: ['a'], code: 'duplicate-key' }]],
    ['a key twice, spelt in two ways', '{"a":1,"\\u0061":2}', [{ path: ['a'], code: 'duplicate-key' }]],
    [
      'a key twice, where a colon more hides in a text',
      '{"teachers":[{"a":1,"a":2,"b":":"}]}',
      [{ path: ['teachers', 0, 'a'], code: 'duplicate-key' }],
    ],
    ['the key of a prototype', '{"__proto__":1}', [{ path: ['__proto__'], code: 'unknown-field' }]],
    ['nothing', '{"a":"10:30","b":[{"a":1},{"a":1}]}', []],
    ['the deepest', '['.repeat(DEEPEST) + ']'.repeat(DEEPEST), []],
  ])('finds %s', (_, text, issues) => {
    expect(read(text)).toEqual({ value: JSON.parse(text), issues });
  });

  it.each([
    '2025.0000000000001',
    '2025.00000000000000001',
    '1e-400',
    '20250000000000000000001e-19',
    '0.00000000000000000000000000001e-400',
  ])('finds that %s would be read as another number', (literal) => {
    expect(read(`{"a":[${literal}]}`)).toMatchObject({ issues: [{ path: ['a', 0], code: 'inexact-number' }] });
  });

  it.each([
    '2025.000000000000000000',
    '2025',
    '-0',
    '1.5',
    '20250000000000000000e-16',
    '0e-999',
    '12345678901234567890',
    '"2025.0000000000001"',
  ])('takes %s as it is', (literal) => {
    expect(read(`{"a":[${literal}]}`)).toEqual({ value: { a: [JSON.parse(literal)] }, issues: [] });
  });

  it.each(['[', '{"a":', '{"year":2025,"teachers":[["", "[", '])('does not parse what nests %s without end', (part) => {
    expect(read(part.repeat(2_000_000))).toMatchObject({ value: null, issues: [{ code: 'too-deep', params: { maximum: DEEPEST } }] });
  });

  it('finds what is too deep', () => {
    const text = '['.repeat(DEEPEST + 1) + ']'.repeat(DEEPEST + 1);
    expect(read(text)).toMatchObject({ issues: [{ code: 'too-deep' }] });
  });
});
