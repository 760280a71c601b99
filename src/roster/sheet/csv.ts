import Papa from 'papaparse';
import { LIMITS } from './limits.ts';
import { RefusedFileError } from './refusal.ts';
import type { Row, Sheet } from './sheet.ts';

/** What separates the cells of a line, the most usual first: Excel writes commas, or tabs as "Unicode text". */
export const DELIMITERS = [',', '\t', ';'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Some systems export numbers as formulas, so that a spreadsheet keeps them as text. */
const AS_FORMULA = /^="((?:[^"]|"")*)"$/;

/**
 * Splits a CSV text into rows of cells.
 *
 * @param text the text of the file, with or without a byte order mark, with any line ends
 * @param rows the number of rows needed
 * @throws RefusedFileError `too-many-rows`, `too-many-cells`
 */
export function parseCsv(text: string, delimiter: Delimiter, rows = Number.POSITIVE_INFINITY): Sheet {
  const filled: Row[] = [];
  const malformed = new Set<number>();
  let number = 0;
  let cells = 0;
  let refusal: RefusedFileError | null = null;
  Papa.parse<string[]>(sameLineEnds(text.replace(/^\ufeff/, '')), {
    delimiter,
    newline: '\n',
    skipEmptyLines: false,
    step({ data, errors }, parser) {
      number++;
      if (errors.some(({ type }) => type === 'Quotes')) malformed.add(number);
      if (data.every((cell) => cell === '')) return;
      cells += data.length;
      if (filled.length === LIMITS.rows) refusal = new RefusedFileError('too-many-rows', { maximum: LIMITS.rows });
      else if (cells > LIMITS.cells) refusal = new RefusedFileError('too-many-cells', { maximum: LIMITS.cells });
      if (refusal || filled.length === rows) parser.abort();
      else filled.push({ number, cells: data.map(plain) });
    },
  });
  if (refusal) throw refusal;
  return { format: 'csv', name: '', rows: filled, merges: [], malformed: [...malformed], hiddenRows: 0 };
}

/** Unifies line ends. Files that passed through several systems mix them; going by the first one would join the other lines. */
function sameLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function plain(cell: string): string {
  if (!cell.startsWith('="')) return cell;
  return AS_FORMULA.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;
}
