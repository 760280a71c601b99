import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { teacherSchema } from '../../src/facts/teacher-schema.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { randomRuns } from '../random-runs.ts';
import { teacherArbitraryOf } from '../reference/arbitraries.ts';
import { datesArbitrary } from '../words/random-policy.ts';

const REQUIRED = ['post', 'area'];
const schema = teacherSchema(dictionary, REQUIRED);
const reader = new TeacherReader(dictionary, REQUIRED);
const runs = randomRuns(5_000, 300_000);

const valid = fc
  .tuple(teacherArbitraryOf(2025), datesArbitrary(2025))
  .map(([teacher, dates]): Record<string, unknown> => ({ ...teacher, ...dates }));

/** What people and programs write where they should not, and some of what they should. */
const odd = fc.oneof(
  fc.constantFrom(
    undefined,
    null,
    true,
    false,
    0,
    -0,
    1,
    65,
    66,
    1.5,
    -1,
    1e300,
    Number.NaN,
    '',
    ' ',
    '\u3000',
    '\u0000',
    'a\tb',
    '\ud800',
    '\u{20000}',
  ),
  fc.constantFrom(
    'x'.repeat(64),
    'x'.repeat(65),
    '\u{20000}'.repeat(64),
    '\u{20000}'.repeat(65),
    'toString',
    'constructor',
    '__proto__',
    'urban',
  ),
  fc.constantFrom('2025-01', '2025-13', '2025-00', '1899-12', '1900-01', '2100-12', '2101-01', ' 2025-01', '2025-1', '２０２５-01'),
  fc.constantFrom('2024-02-29', '2025-02-29', '2025-04-31', '2025-01-00', '2025-01-28', '2025-01-32', '2025-01-01T00:00'),
  fc.constantFrom('1', '1.', '.5', '1.5', '1.55', '1.555', '-1', '+1', '1e3', '0999999999999', '999999999999.99', '1000000000000', '１'),
  fc.constantFrom(
    [],
    {},
    [{}],
    [{ from: '2025-03' }],
    [{ from: '2025-03', area: null }],
    [{ from: '2025-03' }, { from: '2025-03' }],
    [null],
  ),
  fc.jsonValue(),
);
const keys = fc.constantFrom(...dictionary.facts.map(({ id }) => id), 'changes', 'from', 'unheard-of', '__proto__', 'toString');

/** A valid teacher with some of its values, or of those of a change, replaced or taken away. */
const spoiled = fc.tuple(valid, fc.array(fc.tuple(keys, odd, fc.boolean()), { minLength: 1, maxLength: 3 })).map(([teacher, faults]) => {
  const record = structuredClone(teacher);
  for (const [key, value, inChange] of faults) {
    const [change] = Array.isArray(record.changes) ? record.changes : [];
    Object.defineProperty(inChange ? Object(change ?? record) : record, key, {
      value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return record;
});

describe('the reader of teachers', () => {
  it('reads every valid teacher as the schema and the encoder do', () => {
    fc.assert(
      fc.property(valid, (record) => {
        expect(reader.read(record)).toBe(true);
        expect(reader.toTeacher()).toEqual(encodeTeacher(dictionary, schema.parse(record)));
      }),
      { numRuns: runs },
    );
  });

  it('refuses what the schema refuses, whatever it is, and keeps nothing of it', () => {
    const seen = { accepted: 0, refused: 0 };
    fc.assert(
      fc.property(spoiled, (record) => {
        const checked = schema.safeParse(record);
        expect(reader.read(record)).toBe(checked.success);
        if (checked.success) expect(reader.toTeacher()).toEqual(encodeTeacher(dictionary, checked.data));
        seen[checked.success ? 'accepted' : 'refused']++;
      }),
      { numRuns: runs },
    );
    expect(seen.accepted).toBeGreaterThan(runs / 50);
    expect(seen.refused).toBeGreaterThan(runs / 4);
  });

  it.each([[null], [[]], ['x'], [new Map()]])('refuses %o', (record) => {
    expect(reader.read(record)).toBe(false);
  });
});
