import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { population } from '../../bench/limit/population.mjs';
import { type CodedTeacher, MOST_CHANGES, NOT_GIVEN } from '../../src/facts/coded-teacher.ts';
import { extendDictionary, factOf, factsSchema } from '../../src/facts/dictionary.ts';
import { NOT_PLAIN } from '../../src/facts/plain-json.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { TeacherScanner } from '../../src/facts/teacher-scanner.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { randomRuns } from '../random-runs.ts';
import { teacherArbitraryOf } from '../reference/arbitraries.ts';
import { datesArbitrary } from '../words/random-policy.ts';

const REQUIRED = ['post', 'area'];
const packing = ['area', 'post', 'backboneLevel', 'studioHost', 'resettlement'].map((id, at) => ({
  fact: factOf(dictionary, id),
  shift: 4 * at,
  mask: 15,
  absent: at,
}));
const reader = new TeacherReader(dictionary, REQUIRED, packing);
const scanner = new TeacherScanner(dictionary, REQUIRED, packing);
const encoder = new TextEncoder();
const runs = randomRuns(5_000, 300_000);
const ASKED = ['id', 'town', 'village'].map((id) => factOf(dictionary, id).index);

/** All that was read, but for the texts of facts that are not given, and those that nobody asks for. */
function codesOf({ codes, texts, packed, changes, changeCount }: CodedTeacher) {
  return {
    codes: [...codes],
    texts: ASKED.map((index) => codes[index] !== NOT_GIVEN && texts[index]),
    packed,
    changes: changes.slice(0, changeCount).map((change) => ({
      from: change.from,
      facts: [...change.facts.subarray(0, change.size)],
      codes: [...change.codes.subarray(0, change.size)],
      texts: change.texts
        .slice(0, change.size)
        .map((text, at) => ASKED.includes(change.facts[at] as number) && change.codes[at] !== NOT_GIVEN && text),
      keep: change.keep,
      packed: change.packed,
    })),
  };
}

/** Scans a text that stands between others, and holds what is found to `JSON.parse` and the reader. @returns whether there was no doubt */
function scans(text: string): boolean {
  const before = '[7, ';
  const bytes = encoder.encode(`${before}${text},{"id":"`);
  const end = scanner.scan(bytes, before.length);
  if (end === NOT_PLAIN) return false;
  expect(end).toBe(bytes.length - ',{"id":"'.length);
  const found = codesOf(scanner);
  expect(reader.read(JSON.parse(text))).toBe(true);
  expect(found).toEqual(codesOf(reader));
  return true;
}

const valid = fc
  .tuple(teacherArbitraryOf(2025), datesArbitrary(2025))
  .map(([teacher, dates]): Record<string, unknown> => ({ ...teacher, ...dates }));
const space = fc.constantFrom('', ' ', '  ');

describe('the scanner of teachers', () => {
  it('reads what the reader reads, wherever it has no doubt', () => {
    let plain = 0;
    fc.assert(
      fc.property(valid, space, space, (teacher, before, after) => {
        const text = JSON.stringify(teacher).replaceAll(',"', `${before},${after}"`).replaceAll('":', `"${after}:${before}`);
        if (scans(text)) plain++;
      }),
      { numRuns: runs },
    );
    expect(plain).toBeGreaterThan(runs / 10);
  });

  it('never takes what is no JSON, or no teacher', () => {
    let plain = 0;
    const piece = fc.oneof(
      fc.constantFrom(
        '"',
        '\\',
        ',',
        ':',
        '{',
        '}',
        '[',
        ']',
        '0',
        '9',
        '.',
        '-',
        'e',
        'null',
        'true',
        ' ',
        '\n',
        '\u4e00',
        '\u9fff',
        '\u4dff',
        '\ua000',
      ),
      fc.constantFrom(
        '"area":"rural",',
        '"from":"2025-03"',
        ',"changes":[]',
        '"town":null,',
        '"__proto__":1,',
        '\u0000',
        '\ud83d\ude00',
        '\u00e9',
      ),
    );
    fc.assert(
      fc.property(
        valid,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 3 }), piece), { maxLength: 2 }),
        (teacher, edits) => {
          let text = JSON.stringify(teacher);
          for (const [where, gone, added] of edits) {
            const at = Math.floor(where * text.length);
            text = text.slice(0, at) + added + text.slice(at + gone);
          }
          const bytes = encoder.encode(text);
          const end = scanner.scan(bytes, 0);
          if (end === NOT_PLAIN) return;
          plain++;
          const found = codesOf(scanner);
          const taken = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end));
          const keys = [...taken.matchAll(/"([a-zA-Z]+)" *:/g)].length;
          expect(reader.read(JSON.parse(taken))).toBe(true);
          expect(found).toEqual(codesOf(reader));
          expect(JSON.stringify(JSON.parse(taken)).match(/"([a-zA-Z]+)" *:/g)).toHaveLength(keys);
        },
      ),
      { numRuns: runs },
    );
    expect(plain).toBeGreaterThan(runs / 50);
  });

  it('has no doubt about a roster as payroll systems write it', () => {
    const people = population(2_000, 5);
    expect(people.filter((teacher) => scans(JSON.stringify(teacher)))).toHaveLength(people.length);
  });

  const base = '"id":"T1","post":"established","area":"rural"';
  it.each([
    ['a key twice', `{${base},"area":"rural"}`],
    [
      'a key twice, around a change that has it',
      `{"id":"T1","post":"established","area":"rural","changes":[{"from":"2025-03","area":"urban"}],"area":"rural"}`,
    ],
    ['a month twice', `{${base},"changes":[{"from":"2025-03"},{"from":"2025-03"}]}`],
    ['a change without a month', `{${base},"changes":[{"area":"urban"}]}`],
    ['a change of what does not change', `{${base},"changes":[{"from":"2025-03","id":"T2"}]}`],
    ['a comma too much', `{${base},}`],
    ['a comma too much in a list', `{${base},"changes":[{"from":"2025-03"},]}`],
    ['a leading zero', `{${base},"payStep":07}`],
    ['a number with an exponent', `{${base},"payStep":1e1}`],
    ['an end before the beginning', `{${base},"employedFrom":"2025-03","employedTo":"2025-01"}`],
    ['an escape', `{${base},"town":"\\u826f"}`],
    ['an overlong encoding', `{${base},"town":"\u4dff"}`],
    ['nobody', '{}'],
    ['no object', '[]'],
    ['half of one', `{${base}`],
    ['nothing at all', ''],
  ])('doubts %s', (_, text) => {
    expect(scanner.scan(encoder.encode(text), 0)).toBe(NOT_PLAIN);
  });

  it.each([
    ['nulls', `{${base},"town":null,"changes":[{"from":"2025-03","commute":null}]}`],
    ['no changes', `{${base},"changes":[]}`],
    ['changes in any order', `{${base},"changes":[{"from":"2025-09","area":"urban"},{"village":"\u6da6\u4e30\u6751","from":"2025-03"}]}`],
    ['spaces', `{ "id": "T1", "post": "established" , "area": "rural", "onPayroll": false }`],
  ])('has no doubt about %s', (_, text) => {
    expect(scans(text)).toBe(true);
  });

  it('keeps room for so many changes, and doubts more', () => {
    const changes = Array.from({ length: MOST_CHANGES + 1 }, (_, at) => ({
      from: `${2000 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`,
    }));
    const text = (count: number) => `{${base},"changes":${JSON.stringify(changes.slice(0, count))}}`;
    expect(scans(text(MOST_CHANGES))).toBe(true);
    expect(scanner.scan(encoder.encode(text(MOST_CHANGES + 1)), 0)).toBe(NOT_PLAIN);
    expect(reader.read(JSON.parse(text(MOST_CHANGES + 1)))).toBe(false);
    expect(scanner.changes).toHaveLength(MOST_CHANGES);
    expect(reader.changes).toHaveLength(MOST_CHANGES);
  });

  it('knows any number of facts', () => {
    const own = Object.fromEntries(
      Array.from({ length: 300 }, (_, at) => [`own${at}`, { type: 'boolean', monthly: true, label: { zh: '\u7532', en: 'A' } }]),
    );
    const many = extendDictionary(dictionary, factsSchema.parse(own));
    const text = `{${base},"changes":[{"from":"2025-07","own299":true}]}`;
    const readers = [new TeacherReader(many, REQUIRED), new TeacherScanner(many, REQUIRED)] as const;
    expect(readers[0].read(JSON.parse(text))).toBe(true);
    expect(readers[1].scan(encoder.encode(text), 0)).toBe(text.length);
    for (const { changes } of readers) expect(changes[0]?.facts[0]).toBe(factOf(many, 'own299').index);
  });

  it('forgets a teacher before the next', () => {
    expect(scans(`{${base},"town":"\u826f\u7530\u9547","payStep":7,"changes":[{"from":"2025-03"}]}`)).toBe(true);
    expect(scans(`{${base}}`)).toBe(true);
    expect(scanner.codes[factOf(dictionary, 'payStep').index]).toBe(NOT_GIVEN);
  });
});
