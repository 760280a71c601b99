import type { Dictionary } from '../../facts/dictionary.ts';
import { factOf } from '../../facts/dictionary.ts';
import { formatFen, parseSignedYuan } from '../../money/fen.ts';
import { readSignedAmount } from '../cells/amounts.ts';
import { CellFault, NotedValue, readValue } from '../cells/cell-value.ts';
import { foldText } from '../cells/meaning.ts';
import type { CellFaultCode } from '../cells/roster-import.ts';
import { cellReader, changeMonthReader, cleanText } from '../cells/values.ts';
import { isRemarkHeader } from '../people/unread-remarks.ts';
import { type CellKind, kindOf, type Row, type Sheet } from '../sheet/sheet.ts';
import { findPaymentHeader, PAYMENT_FIELDS, PAYMENT_HEADERS, type PaymentField, type PaymentHeader } from './payment-header.ts';

/** A payment as in a request. Unreadable values stay as they are, and the schema of the request refuses them. */
export type PaymentRecord = Readonly<Record<PaymentField, unknown>>;

/**
 * Why a table of payments cannot be used: `no-header`, no row names its columns; `missing-column`, one of them is not there;
 * `several-columns`, one of them is there more than once, by the names in `headers`; `other-period`, the amounts are of another time than
 * a month; `malformed-csv`, a quote that is not closed; `no-rows`, nothing below the header; or what is wrong with a cell as such.
 */
export type PaymentSheetCode =
  | 'no-header'
  | 'missing-column'
  | 'several-columns'
  | 'other-period'
  | 'malformed-csv'
  | 'no-rows'
  | CellFaultCode;

/**
 * What is told of a table that was read: `converted`, amounts in another `unit` became yuan, as the first, `from` and `to`;
 * `other-amounts`, what was paid is taken from the column `read` and not from `others`; `unread`, further columns;
 * `remarks`, what a column of remarks that was not read says of `count` payments; `hidden-rows` and `struck-rows`, `count` rows that are
 * hidden or struck out, and were read; `comments`, so many notes on cells, which were not; `total-differs`,
 * the `total` that the table ends with is not the `sum` of what was read; `other-sheets`, only `sheet` was read, and `names` look like it.
 */
export interface PaymentNote {
  readonly code:
    | 'converted'
    | 'other-amounts'
    | 'unread'
    | 'remarks'
    | 'hidden-rows'
    | 'struck-rows'
    | 'comments'
    | 'total-differs'
    | 'other-sheets';
  readonly params: Readonly<Record<string, string | readonly string[]>>;
}

export interface PaymentSheetFault {
  /** 1-based. */
  readonly row: number;
  readonly field: PaymentField | null;
  readonly code: PaymentSheetCode;
  readonly params?: Readonly<Record<string, readonly string[]>>;
}

/** A row of a table of payments. */
export interface Payment {
  readonly row: number;
  /** The person's name, if the table has it: people are identified by their staff numbers, and the name is only compared. */
  readonly name?: string;
  readonly record: PaymentRecord;
}

/** The payments of a table. */
export interface PaymentSheet {
  readonly payments: readonly Payment[];
  /** If there is any, the table is not used. */
  readonly faults: readonly PaymentSheetFault[];
  readonly notes: readonly PaymentNote[];
}

const TOTAL = /^(合计|总计|小计|共计|累计)/;

/** An empty table to fill in, with a line for each item that there is. */
export function paymentTemplate(items: readonly string[]): string {
  const header = ['工号', PAYMENT_HEADERS.allowance[0], PAYMENT_HEADERS.month[0], PAYMENT_HEADERS.amount[0]].join(',');
  return `\ufeff${[header, ...items.map((item) => `,${/[",]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item},,`)].join('\r\n')}\r\n`;
}

/**
 * Reads a table of payments, one a row, with the headers 工号, 项目, 月份 and 金额; a negative amount is money taken back.
 *
 * @param items the ids of items by their names, folded
 */
export function readPaymentSheet(sheet: Sheet, dictionary: Dictionary, items: ReadonlyMap<string, string>): PaymentSheet {
  const { rows, malformed } = sheet;
  const refuse = (...faults: PaymentSheetFault[]): PaymentSheet => ({ payments: [], faults, notes: [] });
  if (malformed.length > 0) return refuse(...malformed.map((row) => ({ row, field: null, code: 'malformed-csv' as const })));
  const header = findPaymentHeader(sheet, dictionary);
  if (!header) return refuse({ row: 1, field: null, code: 'no-header' });
  const unclear = faultsOfHeader(header);
  if (unclear.length > 0) return refuse(...unclear);

  const columns: Columns = new Map([...header.columns].map(([field, of]) => [field, of[0]?.index ?? -1]));
  const readers = readersOf(dictionary, items, header);
  const payments: Payment[] = [];
  const faults: PaymentSheetFault[] = [];
  let converted: PaymentNote | null = null;
  let total: unknown;
  for (const row of rows) {
    if (row.number <= header.row) continue;
    if (isNobodys(row, columns)) {
      if (isGrandTotal(row)) total = totalIn(row, columns, readers);
      continue;
    }
    const record: Partial<Record<PaymentField, unknown>> = {};
    for (const [field, index] of columns) {
      const read = readers[field](row.cells[index] ?? '', kindOf(row, index));
      if (read instanceof NotedValue && read.code === 'converted') converted ??= { code: 'converted', params: read.params };
      const value = readValue(read);
      if (value instanceof CellFault) faults.push({ row: row.number, field, code: value.code });
      else record[field] = value;
    }
    const name = cleanText(row.cells[header.name?.index ?? -1] ?? '');
    payments.push({ row: row.number, ...(name === '' ? {} : { name }), record: record as PaymentRecord });
  }
  if (faults.length === 0 && payments.length === 0) return refuse({ row: header.row, field: null, code: 'no-rows' });
  return {
    payments,
    faults,
    notes: [
      ...(converted ? [converted] : []),
      ...otherAmounts(header),
      ...remarksOf(header, rows, payments),
      ...besideCells(sheet),
      ...totalDiffers(total, payments),
    ],
  };
}

function faultsOfHeader({ row, columns, amount }: PaymentHeader): PaymentSheetFault[] {
  const faults: PaymentSheetFault[] = [];
  for (const field of PAYMENT_FIELDS) {
    const headers = (columns.get(field) ?? []).map(({ header }) => header);
    if (headers.length === 0) faults.push({ row, field, code: 'missing-column' });
    if (headers.length > 1) faults.push({ row, field, code: 'several-columns', params: { headers } });
  }
  if (amount?.isOtherPeriod) faults.push({ row, field: 'amount', code: 'other-period' });
  return faults;
}

function otherAmounts({ columns, others, unread }: PaymentHeader): PaymentNote[] {
  const read = columns.get('amount')?.[0]?.header ?? '';
  return [
    ...(others.length === 0 ? [] : [{ code: 'other-amounts' as const, params: { read, others: others.map(({ header }) => header) } }]),
    ...(unread.length === 0 ? [] : [{ code: 'unread' as const, params: { columns: unread.map(({ header }) => header) } }]),
  ];
}

const TEXTS_SHOWN = 3;

/** What columns of remarks say about payments, such as 已退回 or 未发放. The payments were read as paid. */
function remarksOf({ unread }: PaymentHeader, rows: readonly Row[], payments: PaymentSheet['payments']): PaymentNote[] {
  const read = new Set(payments.map(({ row }) => row));
  return unread.flatMap(({ index, header }): PaymentNote[] => {
    if (!isRemarkHeader(header)) return [];
    const said = rows.flatMap(({ number, cells }) => (read.has(number) ? [(cells[index] ?? '').trim()] : [])).filter((text) => text !== '');
    if (said.length === 0) return [];
    return [{ code: 'remarks', params: { column: header, texts: [...new Set(said)].slice(0, TEXTS_SHOWN), count: String(said.length) } }];
  });
}

/** Notes about what a sheet expresses by means other than cell values. */
function besideCells({ hiddenRows, struckRows = 0, comments = [] }: Sheet): PaymentNote[] {
  const counts = [
    ['hidden-rows', hiddenRows],
    ['struck-rows', struckRows],
    ['comments', comments.length],
  ] as const;
  return counts.flatMap(([code, count]) => (count === 0 ? [] : [{ code, params: { count: String(count) } }]));
}

const GRAND_TOTAL = /^(合计|总计|共计|累计)/;

function isGrandTotal({ cells }: Row): boolean {
  return GRAND_TOTAL.test(foldText(cells.find((cell) => cell.trim() !== '') ?? ''));
}

/** The last total of a table, in yuan. */
function totalIn(row: Row, columns: Columns, { amount }: ReturnType<typeof readersOf>): unknown {
  const index = columns.get('amount') ?? -1;
  return readValue(amount(row.cells[index] ?? '', kindOf(row, index)));
}

/** Whether the table's own total differs from the sum of what was read. */
function totalDiffers(total: unknown, payments: PaymentSheet['payments']): PaymentNote[] {
  const fenOf = (amount: unknown) => (typeof amount === 'string' ? parseSignedYuan(amount) : null);
  const said = fenOf(total);
  const read = payments.map(({ record }) => fenOf(record.amount));
  if (said === null || read.includes(null)) return [];
  const sum = read.reduce<number>((all, fen) => all + (fen ?? 0), 0);
  return sum === said ? [] : [{ code: 'total-differs', params: { total: formatFen(said), sum: formatFen(sum) } }];
}

type Columns = ReadonlyMap<PaymentField, number>;

function readersOf(dictionary: Dictionary, items: ReadonlyMap<string, string>, { amount }: PaymentHeader) {
  const money = (cell: string, kind: CellKind) => readSignedAmount(cleanText(cell), kind, amount?.unit ?? 'yuan') || undefined;
  const item = (cell: string) => items.get(foldText(cell)) ?? (cleanText(cell) || undefined);
  return { teacherId: cellReader(factOf(dictionary, 'id')), allowance: item, month: changeMonthReader, amount: money };
}

/**
 * A line of the template that was not filled in, or a total. What names an item and a month is somebody's, though the cells of who and
 * how much are merged.
 */
function isNobodys({ cells }: Row, columns: Columns): boolean {
  const text = (field: PaymentField) => (cells[columns.get(field) ?? -1] ?? '').trim();
  if (text('teacherId') === '' && text('amount') === '' && (text('allowance') === '' || text('month') === '')) return true;
  return TOTAL.test(foldText(cells.find((cell) => cell.trim() !== '') ?? ''));
}
