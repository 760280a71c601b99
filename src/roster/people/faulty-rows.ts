import type { Dictionary, Fact } from '../../facts/dictionary.ts';
import { factOf } from '../../facts/dictionary.ts';
import { type AmountNote, amountNote } from '../cells/amounts.ts';
import { CellFault } from '../cells/cell-value.ts';
import { DittoMarks, type SaidCell } from '../cells/ditto.ts';
import { hasLostDigits } from '../cells/identity.ts';
import {
  BESIDE_FAULTY_ROWS,
  CHANGE_HEADER,
  CHANGE_MONTH,
  flagOf,
  foldText,
  headerLookup,
  IDENTITY,
  IDENTITY_HEADER,
  IGNORED,
  isBesideFaultyRows,
} from '../cells/meaning.ts';
import { UNIT_NAMES } from '../cells/money-unit.ts';
import type { FaultCode, RosterFault, RosterImport } from '../cells/roster-import.ts';
import { type MappedColumn, type RememberedColumns, rememberAll } from '../columns/mapping.ts';
import { rowsWithMerged } from '../sheet/merged.ts';
import { cellName, columnName, kindOf, type Row } from '../sheet/sheet.ts';
import type { OutCell, OutColumn, OutSheet } from '../xlsx/write.ts';
import type { RosterPart } from './rows.ts';
import { rowJudge } from './skip.ts';
import { offered } from './template.ts';

/** Rows to fix, as a sheet of their own. */
export interface FaultyRows {
  readonly sheet: OutSheet;
  /** The meanings of its columns, exactly as here, for `suggestMapping` when the sheet comes back. */
  readonly remembered: RememberedColumns;
}

/**
 * The rows of a sheet that have to be fixed, with every row of the people concerned, in their original columns; beside them the faults
 * and the original places.
 *
 * When they come back they are read as another part, beside the first part `without` them. What was not fixed is refused again: a number
 * stays a number, a date a date, and anything that a text would hide is marked with a question mark.
 *
 * Rows that came back without being fixed may be written once more; the remarks beside them are not repeated.
 *
 * Required facts without a column in the sheet get one at the end.
 *
 * @param index of the part among those read together
 * @param explain the sentences for the faults of one row
 * @param language of the remarks beside the columns of the sheet
 */
export function faultyRowsSheet(
  { sheet, mapping }: RosterPart,
  index: number,
  imported: RosterImport,
  dictionary: Dictionary,
  explain: (faults: readonly RosterFault[]) => string,
  language: keyof typeof BESIDE_FAULTY_ROWS = 'zh',
): FaultyRows {
  const { problem, row: original } = BESIDE_FAULTY_ROWS[language];
  const places = new Map(imported.faultyRows.filter(({ part }) => part === index).map(({ row, id }) => [row, id]));
  const faults = Map.groupBy(
    imported.faults.filter(({ part }) => part === index),
    ({ row }) => row,
  );
  const makesIds = mapping.ids === 'rows';
  const own = mapping.columns.filter(({ header }) => !isBesideFaultyRows(header));
  const columns = outColumns([...own, ...lackingColumns(imported.faults, index, dictionary)], makesIds, dictionary);
  const rows: OutCell[][] = [];
  const above = new DittoMarks();
  const judge = rowJudge(sheet, mapping);
  for (const { row } of rowsWithMerged(sheet, mapping.bottom)) {
    const id = places.get(row.number);
    const isRead = id !== undefined || judge(row) === null;
    const said = isRead ? columns.map(({ index: at, meaning }) => above.said(row, at, meaning)) : [];
    if (id === undefined) continue;
    const ofRow = faults.get(row.number) ?? [];
    const cells = columns.map(({ index: at, fact }, column) => saidCell(said[column], () => outCell(row, at, fact, ofRow)));
    rows.push([explain(ofRow), row.number, ...(makesIds ? [id] : []), ...cells]);
  }
  const header = [problem, original, ...(makesIds ? [factOf(dictionary, 'id').label.zh] : []), ...columns.map((column) => column.header)];
  const made: OutColumn[] = [{ width: 48 }, { width: 8 }, ...(makesIds ? [{ width: 14, isText: true }] : []), ...columns.map(columnOf)];
  const meanings = [IGNORED, IGNORED, ...(makesIds ? ['id'] : []), ...columns.map(({ meaning }) => meaning)];
  const remembered = rememberAll(header.map((text, at) => ({ header: text, meaning: meanings[at] ?? IGNORED })));
  return { sheet: { name: problem, columns: made, rows: [header, ...rows] }, remembered };
}

/** How a column is written so that its cells can be read again. */
type Known = Pick<MappedColumn, 'index' | 'header' | 'meaning' | 'amount'>;

interface Out extends Known {
  readonly fact: Fact | undefined;
}

/** The index of a column that the sheet does not have. */
const NOWHERE = -1;

/** Columns for required facts that no column of the sheet gives, so that they can be filled in. */
function lackingColumns(faults: readonly RosterFault[], index: number, dictionary: Dictionary): Known[] {
  const missed = faults.filter(({ part, code, cell }) => part === index && code === 'required' && cell === null);
  const facts = [...new Set(missed.map(({ fact }) => fact))].flatMap((id) => dictionary.byId.get(id ?? '') ?? []);
  return facts.map(({ id, label }) => ({ index: NOWHERE, header: label.zh, meaning: id }));
}

/** A column keeps its header if that says what it means, and means nothing to a reader if it was not read. */
function outColumns(columns: readonly Known[], makesIds: boolean, dictionary: Dictionary): Out[] {
  const lookup = headerLookup(dictionary);
  const used = new Set<string>();
  if (makesIds) used.add(foldText(factOf(dictionary, 'id').label.zh));
  const isFree = (header: string) => header !== '' && !used.has(foldText(header));
  return columns.map(({ index, header: written, meaning, amount }): Out => {
    const fact = dictionary.byId.get(meaning);
    const header = withUnit(written, fact, amount);
    const known = lookup(header)?.meaning;
    const own = isFree(header) && known === (meaning === IGNORED ? undefined : meaning);
    const name = own ? header : meaning === IGNORED ? `${columnName(index)}列 ${header}`.trim() : headerOf(meaning, dictionary);
    used.add(foldText(name));
    return { index, header: withUnit(name, fact, amount), meaning, fact };
  });
}

/** A header that names the unit of its amounts, if the unit came from elsewhere. */
function withUnit(header: string, fact: Fact | undefined, amount: AmountNote | undefined): string {
  if (fact?.type !== 'money' || (amountNote(header, [])?.unit ?? 'yuan') === (amount?.unit ?? 'yuan')) return header;
  return `${fact.label.zh}（${UNIT_NAMES[amount?.unit ?? 'yuan']}）`;
}

function headerOf(meaning: string, dictionary: Dictionary): string {
  if (meaning === CHANGE_MONTH) return CHANGE_HEADER;
  if (meaning === IDENTITY) return IDENTITY_HEADER;
  const flag = flagOf(meaning, dictionary);
  return flag ? `是否${flag.fact.values[flag.value]?.zh}` : (dictionary.byId.get(meaning)?.label.zh ?? meaning);
}

function columnOf({ meaning, fact }: Out): OutColumn {
  const isText = meaning === 'id' || meaning === IDENTITY;
  return { width: isText ? 20 : 14, isText, ...(fact && { choices: offered(fact) }) };
}

/** Away from the rows above it, "as above" would mean another thing: what it means is written out, or that it means nothing. */
function saidCell(said: SaidCell | CellFault | undefined, own: () => OutCell): OutCell {
  if (said instanceof CellFault) return '同上?';
  return said?.isDitto ? said.text : own();
}

function outCell(row: Row, index: number, fact: Fact | undefined, faults: readonly RosterFault[]): OutCell {
  const text = row.cells[index] ?? '';
  const has = (code: FaultCode) => faults.some((fault) => fault.code === code && fault.cell === cellName(row.number, index));
  const kind = kindOf(row, index);
  if (kind === 'no-value') return '#VALUE!';
  if (text === '') return null;
  // The amount of several people, and what has slipped from another column, is nobody's until somebody says so.
  const hasSlipped = fact !== undefined && fact.type !== 'text' && faults.some(({ code }) => code === 'extra-cells');
  if (has('merged-number') || has('unit-in-cell') || hasSlipped) return `${text}?`;
  if (kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(text)) return { date: text };
  const isNumber = kind === 'number' || has('ambiguous-month');
  const number = Number(text);
  return isNumber && (String(number) === text || hasLostDigits(text, kind === 'number')) ? number : text;
}
