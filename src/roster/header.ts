import type { Dictionary, Fact } from '../facts/dictionary.ts';

/** The header of the column that makes a row one of changes: the month from which its other cells hold. */
export const CHANGE_HEADER = '变动起始月';

/** Titles stand above the header row; nobody puts more lines of them than this. */
const ROWS_SEARCHED = 50;
/** One header alone may be a word of a title. */
const LEAST_MATCHES = 2;

/** A column of the sheet that means something. */
export interface Column {
  readonly index: number;
  /** The header as it stands in the sheet. */
  readonly header: string;
  /** What the column tells; `null` for the month of a change. */
  readonly fact: Fact | null;
}

/** The header row of a sheet and what its columns mean. */
export interface Header {
  /** 1-based. */
  readonly row: number;
  /** How many cells the header row has; a longer row has slipped. */
  readonly width: number;
  readonly columns: readonly Column[];
  /** Headers without a fact, and those of a fact that a better header stands for already. */
  readonly unmapped: readonly string[];
  /** Columns whose header is there already: which of them holds is not for us to say. */
  readonly duplicates: readonly Column[];
}

/** The form in which headers and values are compared: compatibility folding, no white space, no case. */
export function foldText(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

/**
 * Finds the header row: the one among the first rows in which the most facts are named.
 *
 * @param rows the sheet from its first row
 * @returns `null` where no row names two facts
 */
export function findHeader(rows: readonly (readonly string[])[], dictionary: Dictionary): Header | null {
  const meanings = meaningsOf(dictionary);
  let best: Header | null = null;
  for (const [index, cells] of rows.slice(0, ROWS_SEARCHED).entries()) {
    const header = readHeader(cells, index + 1, meanings);
    if (header.columns.length > (best?.columns.length ?? LEAST_MATCHES - 1)) best = header;
  }
  return best;
}

interface Meaning {
  readonly fact: Fact | null;
  /** Of two headers for one fact, the one of lower rank holds: 工号 before 编号, which may be a serial number. */
  readonly rank: number;
}

function meaningsOf(dictionary: Dictionary): Map<string, Meaning> {
  const meanings = new Map<string, Meaning>([[foldText(CHANGE_HEADER), { fact: null, rank: 0 }]]);
  for (const fact of dictionary.facts) {
    for (const [rank, name] of [fact.label.zh, ...fact.headers, fact.label.en, fact.id].entries()) {
      const key = foldText(name);
      if (!meanings.has(key)) meanings.set(key, { fact, rank });
    }
  }
  return meanings;
}

function readHeader(cells: readonly string[], row: number, meanings: ReadonlyMap<string, Meaning>): Header {
  const chosen = new Map<Fact | null, { column: Column; rank: number }>();
  const duplicates: Column[] = [];
  const unmapped: Column[] = [];
  for (const [index, cell] of cells.entries()) {
    const header = cell.trim();
    if (header === '') continue;
    const meaning = meanings.get(foldText(header));
    const column: Column = { index, header, fact: meaning?.fact ?? null };
    const other = meaning && chosen.get(meaning.fact);
    if (!meaning) unmapped.push(column);
    else if (!other) chosen.set(meaning.fact, { column, rank: meaning.rank });
    else if (other.rank === meaning.rank) duplicates.push(column);
    else if (other.rank < meaning.rank) unmapped.push(column);
    else {
      unmapped.push(other.column);
      chosen.set(meaning.fact, { column, rank: meaning.rank });
    }
  }
  const columns = [...chosen.values()].map(({ column }) => column).sort(byIndex);
  return { row, width: cells.length, columns, unmapped: unmapped.sort(byIndex).map(({ header }) => header), duplicates };
}

function byIndex(a: Column, b: Column): number {
  return a.index - b.index;
}
