import { type Column, foldText, type Header } from './header.ts';
import type { RosterFault, SkipReason } from './reading.ts';
import { cellReader, readMonth } from './values.ts';

/** A row about one person: his own, or one of changes. */
export interface PersonRow {
  /** 1-based. */
  readonly row: number;
  /** Whether the cell of the month of change is filled. */
  readonly isChange: boolean;
  /** The month of change, as it could be read. */
  readonly from: string;
  /** The values of the cells that are filled, by fact. */
  readonly values: ReadonlyMap<string, unknown>;
  /** What is wrong with the row as such. */
  readonly faults: readonly RosterFault[];
}

/** The rows below a header, told apart. */
export interface SheetRows {
  readonly people: readonly PersonRow[];
  readonly skipped: readonly { row: number; reason: SkipReason }[];
}

const TOTALS = /^(本页)?(合计|总计|小计|共计|累计)/;
const SIGNATURES = /^(制表|填表|填报|审核|复核|审批|经办|负责|单位负责|联系|填报单位|备注|说明|注)(人|日期|时间|电话|单位)?([::].*)?$/;

/** Reads the rows of a sheet below its header row, each cell as its column says. */
export function readRows(rows: readonly (readonly string[])[], header: Header): SheetRows {
  const people: PersonRow[] = [];
  const skipped = Array.from({ length: header.row - 1 }, (_, index) => ({ row: index + 1, reason: 'title' as SkipReason }));
  const readers = header.columns.map((column) => ({ column, read: column.fact ? cellReader(column.fact) : null }));
  const changeAt = header.columns.find(({ fact }) => fact === null)?.index;
  const idAt = header.columns.find(({ fact }) => fact?.id === 'id')?.index;

  for (const [index, cells] of rows.entries()) {
    const row = index + 1;
    if (row <= header.row) continue;
    const reason = reasonToSkip(cells, header.columns, cells[idAt ?? -1] ?? '');
    if (reason) {
      skipped.push({ row, reason });
      continue;
    }
    const values = new Map<string, unknown>();
    for (const { column, read } of readers) {
      const value = column.fact && read?.(cells[column.index] ?? '');
      if (column.fact && value !== undefined) values.set(column.fact.id, value);
    }
    const month = (cells[changeAt ?? -1] ?? '').trim();
    // A comma too many moves every later cell into the next column, also where the last one is blank.
    const slipped = cells.length > header.width;
    const faults: RosterFault[] = slipped
      ? [{ row, column: null, fact: null, code: 'extra-cells', params: { maximum: header.width } }]
      : [];
    people.push({ row, isChange: month !== '', from: readMonth(month), values, faults });
  }
  return { people, skipped };
}

function reasonToSkip(cells: readonly string[], columns: readonly Column[], id: string): SkipReason | null {
  const first = foldText(cells.find((cell) => cell.trim() !== '') ?? '');
  if (first === '') return 'blank';
  // A long sheet repeats its header on every printed page.
  if (columns.every(({ index, header }) => foldText(cells[index] ?? '') === foldText(header))) return 'header';
  const idText = foldText(id);
  if (idText !== '' && idText !== first) return null;
  return TOTALS.test(first) || SIGNATURES.test(first) ? 'footer' : null;
}
