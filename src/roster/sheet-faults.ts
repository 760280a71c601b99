import { blocksOf } from './blocks.ts';
import { IGNORED } from './meaning.ts';
import { factOfFault } from './place-fault.ts';
import type { RosterFault } from './reading.ts';
import type { RosterPart } from './rows.ts';
import { cellName, columnName } from './sheet.ts';

/**
 * What keeps a sheet as a whole from being read: quotes that do not match, blocks of people side by side, two columns for one meaning, no column
 * for the staff number.
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

/** The fault of a sheet in which no header row was found. */
export function noHeader(part = 0): RosterFault {
  return { part, row: 1, cell: null, column: null, fact: null, code: 'no-header' };
}
