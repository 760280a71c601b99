import { DELIMITERS, parseCsv } from './csv.ts';
import type { Row } from './sheet.ts';

/** The rows of a text, from a CSV file or pasted from a spreadsheet. */
export interface DelimitedText {
  /** Those that are not empty. */
  readonly rows: readonly Row[];
  /** Rows whose quotes do not match. */
  readonly malformed: readonly number[];
}

/** The number of rows from which the separator is judged. */
const ROWS_LOOKED_AT = 20;

/**
 * Splits a text into rows of cells by the first separator that yields cells: commas, tabs, semicolons, otherwise white space.
 *
 * @throws RefusedFileError `too-many-rows`
 * @example readDelimited('1 80') // rows: [{number: 1, cells: ['1', '80']}]
 */
export function readDelimited(text: string): DelimitedText {
  const delimiter = DELIMITERS.find((one) => parseCsv(text, one, ROWS_LOOKED_AT).rows.some(({ cells }) => cells.length > 1));
  if (!delimiter) return { rows: splitAtSpace(text), malformed: [] };
  const { rows, malformed } = parseCsv(text, delimiter);
  return { rows, malformed };
}

function splitAtSpace(text: string): Row[] {
  return text
    .replace(/^\ufeff/, '')
    .split(/\r?\n|\r/)
    .map((line, index) => ({ number: index + 1, cells: line.trim().split(/\s+/) }))
    .filter(({ cells }) => cells.join('') !== '');
}
