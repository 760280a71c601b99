import type { Mapping } from './mapping.ts';
import { foldText, IDENTITY, IGNORED } from './meaning.ts';
import type { SkippedRows, SkipReason } from './reading.ts';
import { kindOf, type Merge, type Row, type Sheet } from './sheet.ts';

const TOTALS =
  /^(本页|本校|本单位|全校|全镇|全县|全区|全市)?(合计|总计|小计|共计|累计)|^.{0,20}(合计|总计|小计|共计)[::]?$|^(grand|sub)?-?totals?:?$/;
const SIGNATURES =
  /^(制表|填表|填报|审核|复核|审批|经办|负责|单位负责|财务负责|联系|签字|盖章|填报单位|备注|说明|注)(人|日期|时间|电话|单位)?(\((签字|盖章|签名|签章|公章)\))?([::].*)?$/;
/** These words may be what somebody is; with a place to sign they are what a form asks for. */
const PLACES_TO_SIGN = /^(校长|园长|局长|(分管|主管)?领导|单位|学校)(\((签字|盖章|签名|签章|公章)\)|签字|签名|盖章)([::].*)?$/;
const PAGES = /^第\d+页(,?共\d+页)?$/;
/** A total or a signature stands at the beginning of its row, after a serial number perhaps. */
const CELLS_LOOKED_AT = 3;

/** Tells rows below a header that are about nobody. */
export type RowJudge = (row: Row) => SkipReason | null;

/** Prepares to tell which rows of a sheet are about nobody. */
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
    const words = row.cells.filter((cell) => cell.trim() !== '');
    const first = foldText(words[0] ?? '');
    if (isHeader(row) && read.some(({ index }) => isFilled(row, index))) return 'header';
    const id = foldText(row.cells[idAt] ?? '');
    const name = foldText(row.cells[nameAt] ?? '');
    if (id !== '' && id !== first) return null;
    if (isFooter(first)) return 'footer';
    if (id !== '') return wordsAreTitle(row, words, wide) ? 'title' : null;
    // Whoever has a name is somebody, whatever else is said beside it.
    if ((name === '' || TOTALS.test(name)) && words.slice(0, CELLS_LOOKED_AT).some((word) => TOTALS.test(foldText(word)))) return 'footer';
    if (!read.some(({ index }) => isFilled(row, index))) return 'blank';
    return wordsAreTitle(row, words, wide) ? 'title' : null;
  };
}

const isFooter = (text: string) => TOTALS.test(text) || SIGNATURES.test(text) || PLACES_TO_SIGN.test(text) || PAGES.test(text);

/** The merged cell of a row that reaches over the most columns, by row. */
function widestMerges(merges: readonly Merge[], bottom: number): ReadonlyMap<number, Merge> {
  const widest = new Map<number, Merge>();
  for (const merge of merges) {
    const other = widest.get(merge.top);
    if (merge.top > bottom && (!other || other.right - other.left < merge.right - merge.left)) widest.set(merge.top, merge);
  }
  return widest;
}

/** The name of a school or a group over its people: one word in a cell that is merged over several columns. */
function wordsAreTitle({ number, cells }: Row, words: readonly string[], wide: ReadonlyMap<number, Merge>): boolean {
  const merge = wide.get(number);
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
