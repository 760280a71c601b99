import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { NOT_GIVEN } from '../../src/facts/coded-teacher.ts';
import { factOf } from '../../src/facts/dictionary.ts';
import { issuesOf } from '../../src/facts/issue.ts';
import { NOT_PLAIN } from '../../src/facts/plain-json.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { TeacherScanner } from '../../src/facts/teacher-scanner.ts';
import { teacherSchema } from '../../src/facts/teacher-schema.ts';
import { defaultOf } from '../../src/facts/value.ts';
import { withOwnFacts } from './own-facts.ts';

const schema = teacherSchema(withOwnFacts, []);
const at = (id: string) => factOf(withOwnFacts, id).index;
const faults = (facts: object) => {
  const read = schema.safeParse({ id: 'T1', ...facts });
  return read.success ? [] : issuesOf(read.error).map(({ path, code, params }) => [path.join('.'), code, params ?? {}]);
};

describe('a fact that is a decimal', () => {
  it('is a string on the wire, within its bounds', () => {
    expect(faults({ countyKm: '300.50' })).toEqual([]);
    expect(faults({ countyKm: 12.5 })).toEqual([['countyKm', 'decimal-not-string', { expected: 'string' }]]);
    expect(faults({ countyKm: '12公里' })).toEqual([['countyKm', 'invalid-decimal', {}]]);
    expect(faults({ countyKm: '300.5001' })).toEqual([['countyKm', 'out-of-range', { maximum: '300.5' }]]);
    expect(faults({ area2: '0.4999' })).toEqual([['area2', 'out-of-range', { minimum: '0.5' }]]);
    expect(faults({ changes: [{ from: '2025-03', countyKm: '-1' }] })).toEqual([['changes.0.countyKm', 'invalid-decimal', {}]]);
  });

  it('says in its JSON Schema what it counts and how much it may be', () => {
    const { properties } = z.toJSONSchema(schema, { io: 'input' }) as { properties: Record<string, { anyOf?: object[] }> };
    expect(JSON.stringify(properties.countyKm)).toContain('Distance from the county town (in km, from 0 to 300.5)');
    expect(JSON.stringify(properties.lessons)).toContain('Lessons a week (in lessons)');
  });

  it('is ten-thousandths inside, by every way of reading', () => {
    const reader = new TeacherReader(withOwnFacts, []);
    const scanner = new TeacherScanner(withOwnFacts, []);
    const text = fc.oneof(
      fc.nat({ max: 3_100_000 }).map((units) => (units / 10_000).toFixed(4)),
      fc.constantFrom('0', '12', '12.5', '0012.50', '300.5', '300.5001', '1.', '.5', '-1', '1e2', '12.34567', '1234567890', ''),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (countyKm, later) => {
        const record = { id: 'T1', ...(later ? { changes: [{ from: '2025-05', countyKm }] } : { countyKm }) };
        const valid = schema.safeParse(record);
        expect(reader.read(record)).toBe(valid.success);
        const bytes = new TextEncoder().encode(JSON.stringify(record));
        expect(scanner.scan(bytes, 0) !== NOT_PLAIN).toBe(valid.success);
        if (!valid.success) return;
        const { base, changes } = encodeTeacher(withOwnFacts, valid.data);
        expect(reader.toTeacher()).toEqual({ base, changes });
        expect(scanner.codes[at('countyKm')]).toBe(later ? NOT_GIVEN : base[at('countyKm')]);
        if (!later) expect(base[at('countyKm')]).toBe(Math.round(Number(countyKm) * 10_000));
      }),
    );
  });
});

describe('a default', () => {
  it('may stand for every type, encoded like what is given', () => {
    const defaults = ['area2', 'lessons', 'rent', 'since', 'begun', 'group'].map((id) => defaultOf(factOf(withOwnFacts, id)));
    expect(defaults).toEqual([200_000, 12, 30_000, 2020 * 12 + 8, '2020-09-01', '一组']);
    expect(defaultOf(factOf(withOwnFacts, 'countyKm'))).toBeNull();
  });
});
