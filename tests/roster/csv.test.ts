import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/roster/sheet/csv.ts';
import { LIMITS } from '../../src/roster/sheet/limits.ts';

const rowsOf = (text: string, delimiter: ',' | '\t' = ',') => parseCsv(text, delimiter).rows.map(({ number, cells }) => [number, ...cells]);

describe('parseCsv', () => {
  it.each(['\r\n', '\n', '\r'])('keeps the numbers of rows over blank ones and ends with the last line (%j)', (newline) => {
    const rows = rowsOf(['\ufeffa,b', '', '1,2', ',', '3', ''].join(newline));
    expect(rows).toEqual([
      [1, 'a', 'b'],
      [3, '1', '2'],
      [5, '3'],
    ]);
  });

  it('reads quoted cells with commas, quotes and line breaks as one row', () => {
    const { rows, malformed } = parseCsv('"1,200","a ""b""","c\nd"\ne', ',');
    expect(rows.map(({ cells }) => cells)).toEqual([['1,200', 'a "b"', 'c\nd'], ['e']]);
    expect(malformed).toEqual([]);
  });

  it('names the row of a quote that is not closed', () => {
    expect(parseCsv('a,b\n1,"2\n3,4\n', ',').malformed).toEqual([2]);
  });

  it('separates by what it is told', () => {
    expect(rowsOf('a\tb,c', '\t')).toEqual([[1, 'a', 'b,c']]);
  });

  it('takes a text out of the formula that some systems wrap it in', () => {
    expect(rowsOf('="00123","=""6401""",=1+1,"=""a"" & ""b"""')).toEqual([[1, '00123', '6401', '=1+1', '="a" & "b"']]);
  });

  it('refuses more rows than any district has people, and passes over any number of blank ones', () => {
    expect(() => parseCsv('1\n'.repeat(LIMITS.rows + 1), ',')).toThrow(
      expect.objectContaining({ refusal: { refused: 'too-many-rows', params: { maximum: LIMITS.rows } } }),
    );
    expect(parseCsv(`${',\n'.repeat(LIMITS.rows + 1)}1`, ',').rows).toEqual([{ number: LIMITS.rows + 2, cells: ['1'] }]);
  });

  it('reads no more rows than are asked for', () => {
    expect(parseCsv('1\n2\n3\n', ',', 2).rows).toHaveLength(2);
  });
});
