import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { headerCells, personCells } from '../../scripts/sample-roster/sheet.ts';
import type { Fact } from '../../src/facts/dictionary.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { boundsOf } from '../../src/facts/value.ts';
import { formatDecimal } from '../../src/money/decimal.ts';
import { formatFen } from '../../src/money/fen.ts';
import { isDitto } from '../../src/roster/cells/ditto.ts';
import { isStroke } from '../../src/roster/cells/values.ts';
import { headersNotRead } from '../../src/roster/columns/mapping.ts';
import { dictionary } from './dictionary.ts';
import { readText } from './read.ts';

const pad = (number: number) => String(number).padStart(2, '0');
const monthText = fc
  .tuple(fc.integer({ min: 1990, max: 2099 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${pad(month)}`);

function arbitraryOf(fact: Fact): fc.Arbitrary<unknown> {
  switch (fact.type) {
    case 'text':
      return (
        fc
          .string({
            unit: fc.oneof(
              fc.constantFrom(',', '"', ';', '\t', ' ', '王', '　'),
              fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
            ),
            maxLength: 8,
          })
          .map((text) => text.trim())
          // Strokes and marks that say "as above" are no text of anybody's.
          .filter((text) => text !== '' && !isStroke(text) && !isDitto(text))
          // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are refused elsewhere
          .filter((text) => text.length <= fact.maxLength && !/[\u0000-\u001f\u007f\u2028\u2029]/.test(text))
      );
    case 'enum':
      return fc.constantFrom(...Object.keys(fact.values));
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.integer({ min: fact.minimum, max: fact.maximum });
    case 'decimal':
      return fc.integer({ min: boundsOf(fact)[0], max: boundsOf(fact)[1] }).map(formatDecimal);
    case 'money':
      return fc.nat({ max: 99_999_999_999_999 }).map(formatFen);
    case 'date':
      return fc.tuple(monthText, fc.integer({ min: 1, max: 28 })).map(([month, day]) => `${month}-${pad(day)}`);
    case 'month':
      return monthText;
    case 'periods':
      return fc.constant([]);
  }
}

function some(facts: readonly Fact[], requiredKeys: string[]): fc.Arbitrary<Record<string, unknown>> {
  return fc.record(Object.fromEntries(facts.map((fact) => [fact.id, arbitraryOf(fact)])), { requiredKeys, noNullPrototype: true });
}

const facts = dictionary.facts.filter(({ id }) => id !== 'id');
const changes = fc.uniqueArray(
  fc.tuple(
    monthText,
    some(
      facts.filter(({ monthly }) => monthly),
      [],
    ),
  ),
  { selector: ([from]) => from, minLength: 1, maxLength: 3 },
);

const teacher = fc.tuple(some(facts, ['post', 'area']), fc.option(changes)).map(([base, changed]) => {
  const { employedFrom, employedTo } = base;
  if (typeof employedFrom === 'string' && typeof employedTo === 'string' && employedTo < employedFrom) delete base.employedTo;
  return { ...base, ...(changed && { changes: changed.map(([from, values]) => ({ from, ...values })) }) } as TeacherRecord;
});

describe('a roster that is written', () => {
  it('reads back the same, in any order of columns', () => {
    const columns = fc.shuffledSubarray(
      dictionary.facts.map(({ id }) => id),
      { minLength: dictionary.facts.length },
    );
    fc.assert(
      fc.property(fc.array(teacher, { maxLength: 5 }), columns, fc.constantFrom(',', '\t', ';'), (people, order, delimiter) => {
        const records = people.map((person, index): TeacherRecord => ({ ...person, id: `T${index}` }));
        const cells = [headerCells(dictionary, order), ...records.flatMap((record) => personCells(dictionary, order, record))];
        const { mapping, imported } = readText(Papa.unparse(cells, { delimiter }));
        const { teachers, faults } = imported;
        expect({ faults, notRead: mapping && headersNotRead(mapping) }).toEqual({ faults: [], notRead: [] });
        expect(teachers.map(({ record }) => record)).toEqual(records);
      }),
    );
  });
});
