import type { Dictionary, Fact } from '../../../facts/dictionary.ts';
import { isBounded } from '../../../facts/value.ts';
import { isDitto } from '../../../roster/cells/ditto.ts';
import { CHANGE_MONTH, foldText, IGNORED, isBesideFaultyRows, type Meaning } from '../../../roster/cells/meaning.ts';
import { namesOtherUnit } from '../../../roster/cells/money-unit.ts';
import type { RowPlace } from '../../../roster/cells/roster-import.ts';
import { type CellReader, cellReader, changeMonthReader } from '../../../roster/cells/values.ts';
import type { MappedColumn } from '../../../roster/columns/mapping.ts';
import { privateColumns } from '../../../roster/columns/private-columns.ts';
import { rowsWithMerged } from '../../../roster/sheet/merged.ts';
import { type CellKind, kindOf, type Row } from '../../../roster/sheet/sheet.ts';
import type { OutCell } from '../../../roster/xlsx/out-cell.ts';
import type { RosterFile } from './roster-file.ts';

/** A column of the roster's file. */
export interface OwnColumn extends Pick<MappedColumn, 'index' | 'header' | 'meaning'> {
  /** What it is read as; absent if it is not read, or holds something other than a fact. */
  readonly fact: Fact | undefined;
}

const PLAIN_NUMBER = /^-?(0|[1-9]\d*)(\.\d+)?$/;
/** A spreadsheet keeps no more digits of a number than this. */
const MOST_DIGITS = 15;

/** The columns and wording of an office's own file, to be written again: its headers and spellings are kept as long as the file is open. */
export class OwnWords {
  /** The columns of the first sheet that are written, in order. */
  readonly columns: readonly OwnColumn[];
  readonly #parts: readonly { readonly rows: ReadonlyMap<number, Row>; readonly indexOf: (column: OwnColumn) => number }[];
  readonly #readers = new Map<Meaning, CellReader>();

  /**
   * @param withPrivate whether columns of identity cards and bank accounts are written too
   * @param made headers of computed columns: those of an earlier export are not written again
   * @returns `null` if no header was found, so that nothing is known of any column
   */
  static of(file: RosterFile, dictionary: Dictionary, withPrivate: boolean, made: readonly string[]): OwnWords | null {
    return file.mapping === null ? null : new OwnWords(file, file.mapping.columns, dictionary, withPrivate, new Set(made));
  }

  private constructor(
    { parts }: RosterFile,
    columns: readonly MappedColumn[],
    dictionary: Dictionary,
    withPrivate: boolean,
    made: ReadonlySet<string>,
  ) {
    const [first] = parts;
    const hidden = new Set(withPrivate || !first?.mapping ? [] : privateColumns(first.sheet, first.mapping).map(({ index }) => index));
    this.columns = columns
      .filter(({ index, header, meaning }) => {
        const isMade = meaning === IGNORED && (made.has(header) || isBesideFaultyRows(header));
        return !isMade && !hidden.has(index);
      })
      .map(({ index, header, meaning }) => {
        const fact = dictionary.byId.get(meaning);
        const isOtherUnit = fact?.type === 'money' && namesOtherUnit(header);
        return { index, header: isOtherUnit ? fact.label.zh : header, meaning, fact };
      });
    this.#parts = parts.map(({ sheet, mapping }, part) => {
      const rows = new Map<number, Row>();
      for (const { row } of rowsWithMerged(sheet, mapping?.bottom ?? 0)) rows.set(row.number, row);
      const keyOf = ({ meaning, header }: Pick<MappedColumn, 'meaning' | 'header'>) =>
        meaning === IGNORED ? `header ${foldText(header)}` : `meaning ${meaning}`;
      const places = new Map(mapping?.columns.map((column) => [keyOf(column), column.index]));
      return { rows, indexOf: (column) => (part === 0 ? column.index : (places.get(keyOf(column)) ?? -1)) };
    });
  }

  #readerOf({ meaning, fact }: OwnColumn): CellReader | undefined {
    let reader = this.#readers.get(meaning);
    if (!reader && fact) {
      reader = cellReader(fact);
      this.#readers.set(meaning, reader);
    }
    return meaning === CHANGE_MONTH ? changeMonthReader : reader;
  }

  /**
   * A cell in the wording of the file.
   *
   * @param column one of {@link columns}, or one that only files of corrected rows have, with an index below zero
   * @param value what was read from it; `undefined` if nothing was
   * @returns `undefined` if that wording would not be read as the same value again, so that it must be written differently
   */
  cellOf(column: OwnColumn, { part, row: number }: RowPlace, value: unknown): OutCell | undefined {
    const { rows, indexOf } = this.#parts[part] ?? {};
    const row = rows?.get(number);
    const index = indexOf?.(column) ?? -1;
    const text = row?.cells[index] ?? '';
    const isGiven = value !== undefined && value !== null;
    if (!row || text.trim() === '') return isGiven ? undefined : null;
    const read = this.#readerOf(column);
    // The row above may be another one when it is written again.
    if (isDitto(text)) return isGiven ? undefined : null;
    const ways = waysToWrite(text, kindOf(row, index), column.fact);
    if (!read || !isGiven) return ways[0]?.cell;
    return ways.find(({ kind }) => read(text, kind) === value)?.cell;
  }
}

/** The ways to write a text, best first, and what each is when it is read again. */
function waysToWrite(text: string, kind: CellKind, fact: Fact | undefined): { readonly cell: OutCell; readonly kind: CellKind }[] {
  const asText = { cell: text, kind: 'text' } as const;
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return [{ cell: { date: text }, kind: 'date' }, asText];
  const mayBeNumber = kind === 'number' || (kind === 'csv' && fact !== undefined && (fact.type === 'money' || isBounded(fact)));
  const isNumber = mayBeNumber && PLAIN_NUMBER.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;
  return isNumber ? [{ cell: Number(text), kind: 'number' }, asText] : [asText];
}
