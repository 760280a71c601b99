import { describe, expect, it } from 'vitest';
import { parseCsv } from '../../src/roster/csv.ts';

describe('parseCsv', () => {
  it.each(['\r\n', '\n', '\r'])('keeps blank rows where they stand and ends with the last line (%j)', (newline) => {
    const { rows } = parseCsv(['\ufeffa,b', '', '1,2', ''].join(newline), ',');
    expect(rows).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  it('reads quoted cells with commas, quotes and line breaks as one row', () => {
    const { rows, malformed } = parseCsv('"1,200","a ""b""","c\nd"\ne', ',');
    expect(rows).toEqual([['1,200', 'a "b"', 'c\nd'], ['e']]);
    expect(malformed).toEqual([]);
  });

  it('names the row of a quote that is not closed', () => {
    expect(parseCsv('a,b\n1,"2\n3,4\n', ',').malformed).toEqual([2]);
  });

  it('separates by what it is told', () => {
    expect(parseCsv('a\tb,c', '\t').rows).toEqual([['a', 'b,c']]);
  });
});
