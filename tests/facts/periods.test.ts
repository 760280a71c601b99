import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Dictionary, extendDictionary, factOf, factsSchema } from '../../src/facts/dictionary.ts';
import { issuesOf } from '../../src/facts/issue.ts';
import { NO_PERIODS, readPeriods, writePeriods } from '../../src/facts/periods.ts';
import { NOT_PLAIN } from '../../src/facts/plain-json.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import { TeacherReader } from '../../src/facts/teacher-reader.ts';
import { TeacherScanner } from '../../src/facts/teacher-scanner.ts';
import { teacherSchema } from '../../src/facts/teacher-schema.ts';
import { translationOf } from '../../src/facts/translate-teacher.ts';
import { decodeFact, defaultOf } from '../../src/facts/value.ts';
import { dictionary } from '../../src/policy/bundled.ts';

const with_ = (facts: object): Dictionary => extendDictionary(dictionary, factsSchema.parse(facts));
const KINDS = { sick: { zh: '病假' }, secondment: { zh: '借调' } };
const own = with_({
  leave: { type: 'periods', label: '请假', kinds: KINDS, default: [] },
  service: { type: 'periods', label: '任职经历' },
});
const schema = teacherSchema(own, []);
const faults = (facts: object) => {
  const read = schema.safeParse({ id: 'T1', ...facts });
  return read.success ? [] : issuesOf(read.error).map(({ path, code }) => `${path.join('.')} ${code}`);
};
const encoded = (facts: object, by = own) => encodeTeacher(by, { id: 'T1', ...facts }).base;

describe('a fact that is a list of periods', () => {
  it('is refused with the place and the reason', () => {
    expect(
      faults({
        leave: [
          { kind: 'sick', from: '2025-01-10', to: '2025-01-10' },
          { kind: 'secondment', from: '1999-05-01', to: null },
        ],
      }),
    ).toEqual([]);
    expect(faults({ leave: [{ kind: 'sick', from: '2025-02-29', to: '2025-3-1' }] })).toEqual([
      'leave.0.from invalid-date',
      'leave.0.to invalid-date',
    ]);
    expect(faults({ leave: [{ kind: 'sick', from: '2025-02-10', to: '2025-02-09' }] })).toEqual(['leave.0.to invalid-period']);
    expect(faults({ leave: [{ kind: 'maternity', from: '2025-02-10' }] })).toEqual(['leave.0.kind unknown-value']);
    expect(faults({ leave: [{ from: '2025-02-10' }] })).toEqual(['leave.0.kind required']);
    expect(faults({ service: [{ kind: 'sick', from: '2025-02-10' }] })).toEqual(['service.0.kind unknown-field']);
    expect(faults({ leave: '2025-01-10' })).toEqual(['leave wrong-type']);
    expect(faults({ leave: [{ kind: 'sick' }] })).toEqual(['leave.0.from required']);
    expect(faults({ leave: Array.from({ length: 201 }, () => ({ kind: 'sick', from: '2025-01-01', to: '2025-01-01' })) })).toEqual([
      'leave too-many',
    ]);
  });

  it('has no period without an end before another of its kind', () => {
    const [open, later] = [
      { kind: 'sick', from: '2025-01-10' },
      { kind: 'sick', from: '2025-03-01', to: '2025-03-02' },
    ];
    expect(faults({ leave: [later, open] })).toEqual(['leave.1.to period-not-ended']);
    expect(faults({ leave: [open, { ...later, kind: 'secondment' }] })).toEqual([]);
    expect(faults({ leave: [open, { ...later, from: '2024-12-01' }] })).toEqual([]);
  });

  it('is not given in a change', () => {
    expect(faults({ changes: [{ from: '2025-03', leave: [] }] })).toEqual(['changes.0.leave periods-in-change']);
  });

  it('is the same value for the same periods, and itself again on the wire', () => {
    const [a, b] = [
      { kind: 'sick', from: '2025-01-10', to: '2025-01-12' },
      { kind: 'secondment', from: '2024-05-01' },
    ];
    expect(writePeriods([a, { to: null, ...b }, a])).toBe(writePeriods([b, a]));
    expect(readPeriods(writePeriods([a, b]))).toEqual([b, a]);
    const leave = factOf(own, 'leave');
    expect(decodeFact(leave, encoded({ leave: [a, b] })[leave.index] as string)).toEqual([b, a]);
  });

  it('is none where nothing is given, and not known where the fact has no such default', () => {
    const [leave, service] = [factOf(own, 'leave'), factOf(own, 'service')];
    expect([defaultOf(leave), defaultOf(service)]).toEqual([NO_PERIODS, null]);
    expect(encoded({ leave: [], service: [] }).slice(leave.index, service.index + 1)).toEqual([NO_PERIODS, null]);
  });

  it('is not known to a dictionary that lacks one of its kinds', () => {
    const other = with_({ leave: { type: 'periods', label: '请假', kinds: { sick: { zh: '病假' } }, default: [] } });
    const plain = with_({ leave: { type: 'periods', label: '请假' } });
    const leave = [{ kind: 'sick', from: '2025-01-10' }];
    const { index } = factOf(other, 'leave');
    const under = (to: Dictionary, facts: object) => translationOf(own, to)(encodeTeacher(own, { id: 'T1', ...facts })).base[index];
    expect(under(other, { leave })).toBe(writePeriods(leave));
    expect(under(other, { leave: [...leave, { kind: 'secondment', from: '2025-02-01' }] })).toBeNull();
    expect(under(plain, { leave })).toBeNull();
    expect(under(plain, { leave: [] })).toBeNull();
  });

  it('is read alike by every way of reading, and left by the scanner to the others', () => {
    const reader = new TeacherReader(own, []);
    const scanner = new TeacherScanner(own, []);
    const day = fc.constantFrom('2024-02-29', '2025-01-31', '2025-02-29', '2025-12-31', 'x', null, undefined, 20250101);
    const kind = fc.constantFrom('sick', 'secondment', 'other', null, undefined);
    const period = fc.record({ kind, from: day, to: day, more: fc.constantFrom(1) }, { requiredKeys: ['from'] });
    const list = fc.oneof(fc.array(period, { maxLength: 3 }), fc.constantFrom(null, 'x', [null], [[]]));
    fc.assert(
      fc.property(list, fc.constantFrom('leave', 'service'), (periods, fact) => {
        const record = { id: 'T1', [fact]: periods };
        const valid = schema.safeParse(record);
        expect(reader.read(record)).toBe(valid.success);
        if (periods !== null) expect(scanner.scan(new TextEncoder().encode(JSON.stringify(record)), 0)).toBe(NOT_PLAIN);
        if (valid.success) expect(reader.toTeacher()).toEqual(encodeTeacher(own, valid.data));
      }),
    );
  });
});
