import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeWorkbook, type workbookParts as Parts, workbookParts, zip } from '../../scripts/roster-fixtures/workbook.ts';
import { readRosterFile } from '../../src/roster/files/roster-file.ts';
import { finish } from '../../src/roster/sheet/progress.ts';
import { isRefusal, REFUSAL_CODES } from '../../src/roster/sheet/refusal.ts';
import { randomRuns } from '../random-runs.ts';
import { dictionary, schema } from './dictionary.ts';

const WORKBOOK: Parameters<typeof Parts>[0] = {
  formats: ['yyyy-mm'],
  sheets: [
    {
      name: '名册',
      rows: [
        ['教师名册'],
        ['工号', '姓名', '骨干教师', null, '用人形式', '城乡', '入职年月', '身份证号'],
        [null, null, '级别', '年份'],
        ['T1', '王一', '区级', 2020, '在编', '农村', { attributes: 's="1"', content: '<v>45901</v>' }, '11010519491231002X'],
        ['T2', '李二', '市级', 2021, '临聘', '城市', '2025年9月', null],
      ],
      merges: ['A1:H1', 'A2:A3', 'B2:B3', 'C2:D2', 'E2:E3', 'F2:F3', 'G2:G3', 'H2:H3'],
    },
  ],
};

/** Whatever a file is, there is an answer: what it says, or why it is not read. */
function expectAnswer(bytes: Uint8Array): string {
  const answer = finish(readRosterFile(bytes, dictionary, schema));
  if (!isRefusal(answer)) return 'read';
  expect(REFUSAL_CODES).toContain(answer.refused);
  return answer.refused;
}

const PIECES = [
  '<',
  '>',
  '/',
  '"',
  '&',
  '&#0;',
  '<row>',
  '</row>',
  '<c r="A2">',
  '<v>',
  '</v>',
  '1E400',
  '-1',
  'r="ZZZ9"',
  ' t="e"',
  '\0',
  '<f/>',
  '🙂',
];

const runs = randomRuns(400, 10_000);

describe('a file of whatever bytes', () => {
  it('is answered where single bytes have changed, and never read as another', () => {
    const good = makeWorkbook(WORKBOOK);
    const plain = JSON.stringify(finish(readRosterFile(good, dictionary, schema)));
    const change = fc.tuple(fc.nat({ max: good.length - 1 }), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        const bytes = good.slice();
        for (const [at, by] of changes) bytes[at] = (bytes[at] as number) ^ by;
        const answer = finish(readRosterFile(bytes, dictionary, schema));
        if (isRefusal(answer)) return;
        // What could change unnoticed is not part of what is read: times, flags, the parts that nobody looks into.
        expect(answer.imported).toEqual(JSON.parse(plain).imported);
      }),
      { numRuns: runs },
    );
  });

  it('is answered where it was cut off or has more behind it', () => {
    const good = makeWorkbook(WORKBOOK);
    fc.assert(
      fc.property(fc.nat({ max: good.length }), fc.uint8Array({ maxLength: 40 }), (length, more) => {
        expectAnswer(Buffer.concat([good.subarray(0, length), more]));
      }),
      { numRuns: runs / 2 },
    );
  });

  it('is answered where its XML says something else', () => {
    const parts = Object.entries(workbookParts(WORKBOOK));
    const edit = fc.record({
      part: fc.nat({ max: parts.length - 1 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      cut: fc.nat({ max: 12 }),
      put: fc.constantFrom('', ...PIECES),
    });
    const answers = new Set<string>();
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 2 }), (edits) => {
        const changed = parts.map(([name, part], index): [string, string] => {
          let text = String(part);
          for (const { part: which, at, cut, put } of edits) {
            if (which !== index) continue;
            const from = Math.floor(at * text.length);
            text = text.slice(0, from) + put + text.slice(from + cut);
          }
          return [name, text];
        });
        answers.add(expectAnswer(zip(Object.fromEntries(changed))));
      }),
      { numRuns: runs },
    );
    expect(answers).toContain('read');
    expect(answers).toContain('damaged');
  });

  it('is answered where it is text of any kind', () => {
    const cell = fc.constantFrom(
      '工号',
      '姓名',
      '城乡',
      '身份证号',
      '变动起始月',
      'T1',
      '农村',
      '=1',
      '"',
      '合计',
      '',
      ' ',
      '\0',
      '6.4E+17',
      '2025.1',
    );
    const text = fc.array(fc.tuple(cell, fc.constantFrom(',', '\t', ';', '\n', '\r\n'))).map((cells) => cells.flat().join(''));
    fc.assert(
      fc.property(
        fc.oneof(
          fc.uint8Array({ maxLength: 200 }),
          text.map((one) => new TextEncoder().encode(one)),
        ),
        (bytes) => {
          expectAnswer(bytes);
        },
      ),
      { numRuns: runs },
    );
  });
});
