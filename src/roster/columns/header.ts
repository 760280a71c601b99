import type { Dictionary } from '../../facts/dictionary.ts';
import { type HeaderLookup, type HeaderMeaning, headerLookup, IDENTITY } from '../cells/meaning.ts';
import type { Merge, Row, Sheet } from '../sheet/sheet.ts';

/** How many rows are searched for the header; there are never more titles than this above it. */
const ROWS_SEARCHED = 50;
/** The fewest headers of a header row; a single one may be a word of a title. */
const LEAST_MATCHES = 2;
/** The most lines of a header. */
const MOST_LINES = 4;

/** A column under a header. */
export interface HeaderCell {
  readonly index: number;
  /** Its words from the top line down, separated by slashes: 「骨干教师/级别」. */
  readonly header: string;
  readonly found: HeaderMeaning | null;
}

/** The header of a sheet, of one line or, with merged cells, several. */
export interface Header {
  /** Its first and last row, 1-based. */
  readonly top: number;
  readonly bottom: number;
  /** The number of cells of its longest line; a longer row of a CSV has shifted. */
  readonly width: number;
  readonly cells: readonly HeaderCell[];
}

/** A row that names one of these wins over rows that do not: the head of a form also names the school, its principal and its town. */
const TELL_PEOPLE_APART: readonly string[] = ['id', 'name', IDENTITY];
/** A weight larger than the number of other meanings in any row. */
const FAR_BETTER = 1_000;

/**
 * Finds the header: the row among the first rows that names the most meanings; rows that name the people come first.
 *
 * @returns `null` if no row names two
 */
export function findHeader(sheet: Sheet, dictionary: Dictionary, lookup: HeaderLookup = headerLookup(dictionary)): Header | null {
  let best: Header | null = null;
  let most = 0;
  for (const row of sheet.rows.slice(0, ROWS_SEARCHED)) {
    const header = readHeader(sheet, row.number, lookup);
    const meanings = new Set(header.cells.flatMap(({ found }) => found?.meaning ?? []));
    if (meanings.size < LEAST_MATCHES) continue;
    const namesPeople = TELL_PEOPLE_APART.some((meaning) => meanings.has(meaning));
    const worth = meanings.size + (namesPeople ? FAR_BETTER : 0);
    if (worth <= most) continue;
    best = header;
    most = worth;
  }
  return best;
}

/** Reads the header that this row is a line of. */
export function readHeader(sheet: Sheet, rowNumber: number, lookup: HeaderLookup): Header {
  const merges = [...sheet.merges.filter(({ top }) => top <= rowNumber + MOST_LINES), ...impliedMerges(sheet, rowNumber)];
  const { top, bottom } = linesOf(rowNumber, merges);
  const lines = sheet.rows.filter(({ number }) => number >= top && number <= bottom);
  const width = Math.max(
    0,
    ...lines.map(({ cells }) => cells.length),
    ...merges.filter(isBelow(top, bottom)).map(({ right }) => right + 1),
  );
  const cells: HeaderCell[] = [];
  for (let index = 0; index < width; index++) {
    const words: string[] = [];
    for (let line = top; line <= bottom; line++) {
      const word = wordAt(lines, merges, line, index, width);
      if (word !== '' && word !== words.at(-1)) words.push(word);
    }
    cells.push({ index, header: words.join('/'), found: lookUpWords(words, lookup) });
  }
  return { top, bottom, width, cells };
}

/** Looks up all lines together, then the last two, 「骨干教师」 over 「级别」, then the last alone. */
function lookUpWords(words: readonly string[], lookup: HeaderLookup): HeaderMeaning | null {
  for (const from of [0, -2, -1]) {
    const found = lookup(words.slice(from).join(''));
    if (found) return found;
  }
  return null;
}

const isBelow =
  (top: number, bottom: number) =>
  (merge: Merge): boolean =>
    merge.top >= top && merge.bottom <= bottom;

/** The lines of a header are connected by cells merged over several of them. */
function linesOf(row: number, merges: readonly Merge[]): { top: number; bottom: number } {
  let [top, bottom] = [row, row];
  for (const merge of merges) {
    const isTall = merge.bottom > merge.top && merge.bottom - merge.top < MOST_LINES;
    if (!isTall || merge.bottom < row || merge.top > row) continue;
    top = Math.min(top, merge.top);
    bottom = Math.max(bottom, merge.bottom);
  }
  return { top, bottom };
}

/** The text of a line over a column; a title over all columns is not a header. */
function wordAt(lines: readonly Row[], merges: readonly Merge[], line: number, index: number, width: number): string {
  const merge = merges.find(({ top, bottom, left, right }) => top <= line && line <= bottom && left <= index && index <= right);
  if (merge && merge.left === 0 && merge.right >= width - 1 && width > 1) return '';
  const [row, column] = merge ? [merge.top, merge.left] : [line, index];
  return (lines.find(({ number }) => number === row)?.cells[column] ?? '').trim();
}

/**
 * Recognises a two-line header in a CSV, which has no merged cells: the first line has gaps where the second adds detail, and the second is
 * blank wherever the first is complete.
 */
function impliedMerges({ format, rows }: Sheet, rowNumber: number): Merge[] {
  if (format !== 'csv') return [];
  const at = rows.findIndex(({ number }) => number === rowNumber);
  for (const [upper, lower] of [
    [rows[at], rows[at + 1]],
    [rows[at - 1], rows[at]],
  ]) {
    if (!upper || !lower || lower.number !== upper.number + 1) continue;
    const merges = mergesBetween(upper, lower);
    if (merges) return merges;
  }
  return [];
}

function mergesBetween(upper: Row, lower: Row): Merge[] | null {
  const width = Math.max(upper.cells.length, lower.cells.length);
  const has = (row: Row, index: number) => (row.cells[index] ?? '').trim() !== '';
  const merges: Merge[] = [];
  let groups = 0;
  let left = 0;
  while (left < width) {
    let right = left;
    while (right + 1 < width && !has(upper, right + 1)) right++;
    const said = Array.from({ length: right - left + 1 }, (_, offset) => has(lower, left + offset));
    const isGroup = has(upper, left) && right > left && said.every(Boolean);
    if (isGroup) {
      groups++;
      merges.push({ top: upper.number, bottom: upper.number, left, right });
    } else if (said.some(Boolean)) return null;
    else
      for (let index = left; index <= right; index++) merges.push({ top: upper.number, bottom: lower.number, left: index, right: index });
    left = right + 1;
  }
  return groups > 0 && merges.length > groups ? merges : null;
}
