import Papa from 'papaparse';

/** What separates the cells of a line, the most usual first: Excel writes commas, or tabs as "Unicode text". */
export const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** The rows of a CSV text as they stand, blank ones too, so that the row at index `i` is row `i + 1` of the sheet. */
export interface CsvRows {
  readonly rows: readonly (readonly string[])[];
  /** Rows (1-based) whose quotes do not match: what follows them may have been taken for one cell. */
  readonly malformed: readonly number[];
}

/**
 * Splits a CSV text into rows of cells.
 *
 * @param text the text of the file, with or without a byte order mark, lines ended in any way
 */
export function parseCsv(text: string, delimiter: Delimiter): CsvRows {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter, skipEmptyLines: false });
  // The end of the last line is no row of its own.
  if (data.at(-1)?.join('') === '') data.pop();
  const malformed = errors.filter(({ type }) => type === 'Quotes').map(({ row = 0 }) => row + 1);
  return { rows: data, malformed: [...new Set(malformed)] };
}
