import { foldText, IDENTITY, IGNORED } from '../cells/meaning.ts';
import type { SkippedRows, SkipReason } from '../cells/roster-import.ts';
import { isCount, isExample, isFooter, isFormText, isRemark, isTotal, numbersColumns } from '../cells/row-words.ts';
import type { Mapping } from '../columns/mapping.ts';
import { kindOf, type Merge, type Row, type Sheet } from '../sheet/sheet.ts';

/** How many cells are searched for a total or a signature, which come first in their row, perhaps after a serial number. */
const CELLS_LOOKED_AT = 3;

/** Recognises rows below a header that are not about a person. */
export type RowJudge = (row: Row) => SkipReason | null;

/**
 * Prepares to recognise the rows of a sheet that are not about a person.
 *
 * A row with a name is about a person, whatever else it contains, and so is one with a staff number or another personal fact such as a
 * kind of employment. A row too many is a visible fault; a person too few would go unnoticed.
 */
export function rowJudge(sheet: Sheet, { top, bottom, columns, ids }: Mapping): RowJudge {
  const read = columns.filter(({ meaning }) => meaning !== IGNORED);
  const indexOf = (meaning: string) => read.find((column) => column.meaning === meaning)?.index ?? -1;
  const idAt = indexOf(ids === 'column' ? 'id' : IDENTITY);
  const nameAt = indexOf('name');
  const headerLines = sheet.rows.filter(({ number }) => number >= top && number <= bottom);
  const wide = widestMerges(sheet.merges, bottom);

  const isHeader = (row: Row) =>
    headerLines.some((line) => read.every(({ index }) => foldText(row.cells[index] ?? '') === foldText(line.cells[index] ?? '')));
  const isFilled = (row: Row, index: number) => (row.cells[index] ?? '').trim() !== '' || /error|no-value/.test(kindOf(row, index));

  return (row) => {
    const words = row.cells.map(foldText).filter((cell) => cell !== '');
    const [first = ''] = words;
    if (isHeader(row) && read.some(({ index }) => isFilled(row, index))) return 'header';
    if (numbersColumns(words)) return 'header';
    const id = foldText(row.cells[idAt] ?? '');
    const name = foldText(row.cells[nameAt] ?? '');
    if (isExample([first, id, name])) return 'example';
    if (isName(name)) return null;
    const leads = words.slice(0, CELLS_LOOKED_AT);
    if (id === '' || isFormText(id) || (isCount(id) && isTotal(first))) {
      if (leads.some(isTotal)) return 'footer';
      // Personal facts, except for words that also occur in forms.
      const ofPeople = read.filter(({ index }) => index !== idAt && isFilled(row, index));
      const isForm = ofPeople.every(({ index }) => isFormText(foldText(row.cells[index] ?? '')));
      if (isFooter(first) && isForm) return 'footer';
    }
    if (words.length === 1 && !wordsAreTitle(row, wide) && isRemark(row.cells.find((cell) => cell.trim() !== '') ?? '')) return 'footer';
    if (id === '' && !read.some(({ index }) => isFilled(row, index))) return 'blank';
    return wordsAreTitle(row, wide) ? 'title' : null;
  };
}

/** Whether the text of a cell can be a name, and not a count, a total or text of a form. */
function isName(text: string): boolean {
  return text !== '' && !isCount(text) && !isFormText(text);
}

/** The widest merged cell of each row. */
function widestMerges(merges: readonly Merge[], bottom: number): ReadonlyMap<number, Merge> {
  const widest = new Map<number, Merge>();
  for (const merge of merges) {
    const other = widest.get(merge.top);
    if (merge.top > bottom && (!other || other.right - other.left < merge.right - merge.left)) widest.set(merge.top, merge);
  }
  return widest;
}

/** The name of a school or group above its people: one word in a cell merged over several columns. */
function wordsAreTitle({ number, cells }: Row, wide: ReadonlyMap<number, Merge>): boolean {
  const merge = wide.get(number);
  const words = cells.filter((cell) => cell.trim() !== '');
  return words.length === 1 && merge !== undefined && merge.right > merge.left && cells[merge.left] === words[0];
}

/** Gathers skipped rows, those that follow one another in one entry. Rows that are not there have nothing in them. */
export class SkippedList {
  readonly entries: SkippedRows[] = [];
  readonly #part: number;
  #row = 0;

  constructor(part: number) {
    this.#part = part;
  }

  /** The row after the last one is judged: skipped, or not. Rows are told in order. */
  pass(row: number, reason: SkipReason | null): void {
    if (row > this.#row + 1) this.#add(this.#row + 1, row - 1, 'blank');
    if (reason) this.#add(row, row, reason);
    this.#row = row;
  }

  /** The rows above the header are titles, with or without anything in them. */
  startBelow(top: number, bottom: number): void {
    if (top > 1) this.#add(1, top - 1, 'title');
    this.#row = bottom;
  }

  #add(first: number, last: number, reason: SkipReason): void {
    const before = this.entries.at(-1);
    if (before?.reason === reason && before.last === first - 1) this.entries[this.entries.length - 1] = { ...before, last };
    else this.entries.push({ part: this.#part, first, last, reason });
  }
}
