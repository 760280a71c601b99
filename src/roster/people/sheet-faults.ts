import { foldText, IGNORED } from '../cells/meaning.ts';
import type { RosterFault } from '../cells/roster-import.ts';
import { cellName, columnName } from '../sheet/sheet.ts';
import { blocksOf } from './blocks.ts';
import { factOfFault } from './place-fault.ts';
import type { RosterPart } from './rows.ts';

/**
 * What keeps a sheet as a whole from being read: quotes that do not match, blocks of people side by side, two columns for one meaning, no
 * column for the staff number.
 *
 * @param part its place among the sheets that are read together
 */
export function faultsOfSheet({ sheet, mapping }: Pick<RosterPart, 'sheet' | 'mapping'>, part = 0): RosterFault[] {
  if (sheet.malformed.length > 0) {
    return sheet.malformed.map((row) => ({ part, row, cell: null, column: null, fact: null, code: 'malformed-csv' }));
  }
  const row = mapping.bottom;
  const blocks = blocksOf(sheet, mapping);
  if (blocks.length > 1) {
    const columns = blocks.map(({ first, last }) => `${columnName(first)}—${columnName(last)}`);
    const params = { columns, people: blocks.map(({ people }) => String(people)) };
    return [{ part, row, cell: null, column: null, fact: null, code: 'side-by-side', params }];
  }
  const other = otherHeader(sheet, mapping);
  if (other !== null)
    return [
      { part, row: other, cell: null, column: null, fact: null, code: 'other-header', params: { row: String(row), at: String(other) } },
    ];
  const faults: RosterFault[] = [];
  const first = new Map<string, number>();
  for (const { index, header, meaning } of mapping.columns) {
    if (meaning === IGNORED) continue;
    const other = first.get(meaning);
    if (other === undefined) first.set(meaning, index);
    else {
      const fact = factOfFault(meaning);
      const params = { otherCell: cellName(row, other) };
      faults.push({ part, row, cell: cellName(row, index), column: header, fact, code: 'duplicate-column', params });
    }
  }
  if (mapping.ids === 'column' && !first.has('id')) {
    faults.push({ part, row, cell: null, column: null, fact: 'id', code: 'missing-column' });
  }
  return faults;
}

/** A row with fewer displaced cells cannot be identified as a header. */
const LEAST_MOVED = 2;

/**
 * A further header below the first whose columns stand in another order, so that what is below it would be misread; `null` where there is
 * none.
 */
function otherHeader({ rows }: RosterPart['sheet'], { bottom, columns }: RosterPart['mapping']): number | null {
  const places = new Map(columns.map(({ header, index }) => [foldText(header.split('/').at(-1) ?? ''), index]));
  const words = new Set(columns.map(({ header }) => header.split('/').at(-1)));
  const found = rows.find(({ number, cells }) => {
    if (number <= bottom || !cells.some((cell) => words.has(cell.trim()))) return false;
    const filled = cells.flatMap((cell, index) => (cell.trim() === '' ? [] : [{ place: places.get(foldText(cell)), index }]));
    const named = filled.filter(({ place }) => place !== undefined);
    return named.length * 2 > filled.length && named.filter(({ place, index }) => place !== index).length >= LEAST_MOVED;
  });
  return found?.number ?? null;
}

/** The fault of a sheet in which no header row was found. */
export function noHeader(part = 0): RosterFault {
  return { part, row: 1, cell: null, column: null, fact: null, code: 'no-header' };
}
