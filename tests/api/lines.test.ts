import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Line, LineReader, MOST_LINE_BYTES } from '../../src/api/reading/lines.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const bytesOf = (text: string) => encoder.encode(text);
const padded = (size: number) => bytesOf(`{"a":"${'x'.repeat(size - 8)}"}`);

/** Lines good and bad, as bytes without their ends, and what each is read as; `null` where it is skipped. */
const CASES: readonly { readonly bytes: Uint8Array; readonly value?: unknown; readonly code?: string }[] = [
  { bytes: bytesOf('{"a":1}'), value: { a: 1 } },
  { bytes: bytesOf('{"\u6751":"\u6da6\u4e30\u6751:1"}'), value: { '\u6751': '\u6da6\u4e30\u6751:1' } },
  { bytes: bytesOf('  [1, 2]\t'), value: [1, 2] },
  { bytes: bytesOf('') },
  { bytes: bytesOf(' \t') },
  { bytes: bytesOf('{"a":1'), code: 'malformed-json' },
  { bytes: bytesOf('\ufeff{"a":1}'), code: 'malformed-json' },
  { bytes: Uint8Array.of(0x22, 0xff, 0x22), code: 'malformed-json' },
  { bytes: Uint8Array.of(0x22, 0xe4, 0xb8, 0x22), code: 'malformed-json' },
  { bytes: bytesOf('{"a":1,"a":2}'), code: 'duplicate-key' },
  { bytes: padded(MOST_LINE_BYTES), value: 'long' },
  { bytes: padded(MOST_LINE_BYTES + 1), code: 'line-too-long' },
  { bytes: bytesOf(' '.repeat(MOST_LINE_BYTES + 2)), code: 'line-too-long' },
];

/** One byte order mark is fine where the stream begins. */
const MARKED = 6;
/** From here on lines are long. */
const LONG = 10;
const shown = (value: unknown) => (JSON.stringify(value).length > 100 ? 'long' : value);

/** Some lines, how each ends, and where the bytes of all of them are cut into chunks. */
const stream = fc.record({
  lines: fc.array(
    fc.tuple(
      fc.oneof(
        { weight: 9, arbitrary: fc.nat({ max: LONG - 1 }) },
        { weight: 1, arbitrary: fc.integer({ min: LONG, max: CASES.length - 1 }) },
      ),
      fc.constantFrom('\n', '\r\n'),
    ),
    { maxLength: 12 },
  ),
  lastEnds: fc.boolean(),
  isScanned: fc.boolean(),
  startsWithMark: fc.boolean(),
  cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }),
});

describe('lines of a stream', () => {
  it('are the same however the bytes are cut into chunks', () => {
    fc.assert(
      fc.property(stream, ({ lines, lastEnds, cuts, isScanned, ...asked }) => {
        const startsWithMark = asked.startsWithMark && (lines[0]?.[0] ?? 0) < LONG;
        const parts = lines.flatMap(([at, end], place) => {
          const { bytes } = CASES[at] as (typeof CASES)[number];
          return place === lines.length - 1 && !lastEnds ? [bytes] : [bytes, bytesOf(end)];
        });
        const all = Buffer.concat(startsWithMark ? [bytesOf('\ufeff'), ...parts] : parts);
        const places = [0, ...cuts.map((cut) => Math.floor(cut * all.length)).sort((a, b) => a - b), all.length];
        const reader = new LineReader();
        const read: Line[] = [];
        const taker = {
          // like one who is done with some lines as they stand
          scan(bytes: Uint8Array, from: number, to: number): boolean {
            const isDone = isScanned && decoder.decode(bytes.subarray(from, to)).replace('\r', '') === '{"a":1}';
            if (isDone) read.push({ value: { a: 1 }, issues: [] });
            return isDone;
          },
          take: (line: Line) => void read.push(line),
        };
        let count = 0;
        for (const [at, to] of places.slice(1).entries()) count += reader.push(new Uint8Array(all.subarray(places[at], to)), taker);
        count += reader.end(taker);
        expect(count).toBe(read.length);
        const expected = lines.flatMap(([at], place) => {
          if (at === MARKED && place === 0 && !startsWithMark) return [{ a: 1 }];
          const { value, code } = CASES[at] as (typeof CASES)[number];
          return value === undefined && code === undefined ? [] : [code ?? value];
        });
        expect(read.map(({ value, issues }) => issues[0]?.code ?? shown(value))).toEqual(expected);
      }),
      { numRuns: 2_000 },
    );
  });
});
