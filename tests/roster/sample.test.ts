import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleRosterCsv, TITLE } from '../../scripts/sample-roster/sample.ts';
import { headersNotRead } from '../../src/roster/columns/mapping.ts';
import { decodeText } from '../../src/roster/sheet/decode.ts';
import { dictionary } from './dictionary.ts';
import { readFile } from './read.ts';

const bytes = readFileSync(join(import.meta.dirname, '../../examples/jinfeng-roster.csv'));
const text = decodeText(bytes);
const { mapping, imported } = readFile(bytes);
const records = imported.teachers.map(({ record }) => record);
const count = (test: (record: (typeof records)[number]) => boolean) => records.filter(test).length;

describe('the sample roster', () => {
  it('is what its script makes', () => {
    expect(bytes.equals(Buffer.from(sampleRosterCsv(dictionary)))).toBe(true);
  });

  it('says that it is synthetic, in UTF-8 with a mark and lines that end in CRLF', () => {
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(text.startsWith(`${TITLE}\r\n工号,姓名,`)).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });

  it('has 5,000 people in 60 schools, of whom 12 are refused', () => {
    expect(records).toHaveLength(4988);
    expect(new Set(records.map(({ school }) => school)).size).toBe(60);
    expect(mapping && headersNotRead(mapping)).toEqual([]);
    expect(imported.skipped).toEqual([
      { part: 0, first: 1, last: 1, reason: 'title' },
      { part: 0, first: 5636, last: 5636, reason: 'footer' },
    ]);
  });

  it('has the faults that were planted and no others', () => {
    expect(imported.faults.map(({ row, column, code }) => `${row} ${column} ${code}`)).toEqual([
      '172 月工资总额 invalid-money',
      '566 城乡 unknown-value',
      '1016 城乡 required',
      '1468 上浮一档月增资额 invalid-money',
      '1918 入职年月 invalid-month',
      '2368 工号 duplicate-id',
      '2369 工号 duplicate-id',
      '2820 工号 required',
      '3271 工号 no-such-person',
      '3742 变动起始月 duplicate-change',
      '4172 离职年月 invalid-period',
      '4637 变动起始月 invalid-month',
      '5079 考核结果 unknown-value',
      '5467 上浮一档月增资额 negative-money',
    ]);
  });

  it('has somebody for every clause', () => {
    const counts = {
      backbone: count(({ backboneLevel }) => backboneLevel !== undefined),
      master: count(({ masterLevel }) => masterLevel !== undefined),
      studioHost: count(({ studioHost }) => studioHost === true),
      recruited: count(({ recruitedOn }) => recruitedOn !== undefined),
      contract: count(({ post }) => post === 'kindergarten-contract'),
      resettled: count(({ town, village }) => town === '良田镇' || village === '润丰村' || village === '和丰村'),
      principal: count(({ principal }) => principal === true),
      withChanges: count(({ changes }) => changes !== undefined),
    };
    expect(counts).toEqual({
      backbone: 418,
      master: 102,
      studioHost: 25,
      recruited: 25,
      contract: 376,
      resettled: 907,
      principal: 60,
      withChanges: 551,
    });
  });
});
