import { LIMITS } from '../sheet/limits.ts';
import { RefusedFileError } from '../sheet/refusal.ts';
import { KIND_LETTERS, type Merge, parseCellName, type Row } from '../sheet/sheet.ts';
import { type RawCell, readCell } from './cell.ts';
import { RichText } from './rich-text.ts';
import type { Workbook } from './workbook.ts';
import { type Attributes, attributeOf, detach, type XmlListener } from './xml.ts';

/** The most merges; more than there can be rows of people were not made by a person. */
const MOST_MERGES = LIMITS.rows;

type OpenCell = { -readonly [K in keyof RawCell]: RawCell[K] };

/**
 * Listens to the part of a sheet and keeps its rows. Formatted but empty rows and cells, of which there may be a million, are dropped.
 */
export class SheetListener implements XmlListener {
  readonly rows: Row[] = [];
  readonly merges: Merge[] = [];
  hiddenRows = 0;
  struckRows = 0;

  readonly #workbook: Workbook;
  readonly #rich = new RichText();
  #isInRows = false;
  #row = 0;
  #isHidden = false;
  #isStruck = false;
  #cells: string[] = [];
  #kinds = '';
  /** One copy of every text: a column of a hundred thousand cells has a handful of values. */
  readonly #texts = new Map<string, string>();
  #cellsKept = 0;
  #characters = 0;
  /** The column of the last cell of the row; -1 before the first. */
  #column = -1;
  #cell: OpenCell | null = null;
  #isInValue = false;

  constructor(workbook: Workbook) {
    this.#workbook = workbook;
  }

  open(name: string, attributes: Attributes): void {
    if (this.#cell) this.#openInCell(name, this.#cell);
    else if (name === 'c' && this.#isInRows) this.#openCell(attributes);
    else if (name === 'row' && this.#isInRows) this.#openRow(attributes);
    else if (name === 'sheetData') this.#isInRows = true;
    else if (name === 'mergeCell') this.#addMerge(attributeOf(attributes, 'ref') ?? '');
  }

  close(name: string): void {
    if (this.#cell) {
      this.#rich.close(name);
      if (name === 'v') this.#isInValue = false;
      else if (name === 'c') this.#closeCell(this.#cell);
    } else if (name === 'row' && this.#isInRows) this.#closeRow();
    else if (name === 'sheetData') this.#isInRows = false;
  }

  text(text: string): void {
    if (!this.#cell) return;
    if (this.#isInValue) this.#cell.value += text;
    else this.#rich.add(text);
  }

  #openRow(attributes: Attributes): void {
    const number = attributeOf(attributes, 'r');
    const row = number === null ? this.#row + 1 : Number(number);
    // A row that stands twice, or before one that comes later, has no place.
    if (!(Number.isInteger(row) && row > this.#row && row <= 1_048_576)) throw new RefusedFileError('damaged');
    this.#row = row;
    this.#isHidden = /^(1|true)$/.test(attributeOf(attributes, 'hidden') ?? '');
    this.#isStruck = false;
    this.#cells = [];
    this.#kinds = '';
    this.#column = -1;
  }

  #openCell(attributes: Attributes): void {
    const reference = attributeOf(attributes, 'r');
    const place = reference === null ? { row: this.#row, index: this.#column + 1 } : parseCellName(reference);
    if (place === null || place.row !== this.#row || place.index <= this.#column) throw new RefusedFileError('damaged');
    this.#column = place.index;
    const style = Number(attributeOf(attributes, 's') ?? 0);
    this.#cell = { type: attributeOf(attributes, 't') ?? 'n', style, hasFormula: false, value: null, inline: '' };
  }

  #openInCell(name: string, cell: OpenCell): void {
    this.#rich.open(name);
    if (name === 'f') cell.hasFormula = true;
    else if (name === 'v') {
      this.#isInValue = true;
      cell.value = '';
    }
  }

  #closeCell(cell: OpenCell): void {
    cell.inline = this.#rich.take();
    this.#cell = null;
    const [text, letter] = readCell(cell, this.#workbook);
    if (letter === KIND_LETTERS.blank) return;
    if (this.#workbook.struck.has(cell.style)) this.#isStruck = true;
    if (this.#column >= LIMITS.columns) throw new RefusedFileError('too-many-columns', { maximum: LIMITS.columns });
    while (this.#cells.length < this.#column) {
      this.#cells.push('');
      this.#kinds += KIND_LETTERS.blank;
    }
    // The texts that stand once for all are one copy each already.
    this.#cells.push(cell.type === 's' ? text : this.#copyOf(text));
    this.#kinds += letter;
  }

  #closeRow(): void {
    if (this.#cells.length === 0) return;
    this.#cellsKept += this.#cells.length;
    if (this.#cellsKept > LIMITS.cells) throw new RefusedFileError('too-many-cells', { maximum: LIMITS.cells });
    if (this.rows.length === LIMITS.rows) throw new RefusedFileError('too-many-rows', { maximum: LIMITS.rows });
    this.rows.push({ number: this.#row, cells: this.#cells, kinds: this.#kinds });
    if (this.#isHidden) this.hiddenRows++;
    if (this.#isStruck) this.struckRows++;
  }

  #copyOf(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#characters += text.length;
    if (this.#characters > LIMITS.characters) throw new RefusedFileError('too-much-text');
    const copy = detach(text);
    this.#texts.set(copy, copy);
    return copy;
  }

  #addMerge(reference: string): void {
    const [first = '', last = first] = reference.split(':');
    const [a, b] = [parseCellName(first), parseCellName(last)];
    if (!a || !b || this.merges.length === MOST_MERGES) throw new RefusedFileError('damaged');
    this.merges.push({
      top: Math.min(a.row, b.row),
      bottom: Math.max(a.row, b.row),
      left: Math.min(a.index, b.index),
      right: Math.max(a.index, b.index),
    });
  }
}
