import type { Dictionary } from '../facts/dictionary.ts';
import { factOf } from '../facts/dictionary.ts';
import { parseYuan } from '../money/fen.ts';
import { foldText } from './meaning.ts';
import type { CellFaultCode } from './reading.ts';
import { kindOf, type Row, type Sheet } from './sheet.ts';
import { CellFault, cellReader, changeMonthReader, cleanText, readMoney } from './values.ts';

/** The columns of a table of what was paid, by the field of a request that each becomes. */
export const PAYMENT_FIELDS = ['teacherId', 'allowance', 'month', 'amount'] as const;
export type PaymentField = (typeof PAYMENT_FIELDS)[number];

/** A payment as a request has it. What cannot be read stays as it is, for the schema of the request to refuse. */
export type PaymentRecord = Readonly<Record<PaymentField, unknown>>;

/**
 * Why a table of payments cannot be used: `no-header`, no row names its columns; `missing-column`, one of them is not there; `malformed-csv`, a
 * quote that is not closed; `no-rows`, nothing below the header; or what is wrong with a cell as such.
 */
export type PaymentSheetCode = 'no-header' | 'missing-column' | 'malformed-csv' | 'no-rows' | CellFaultCode;

export interface PaymentSheetFault {
  /** 1-based. */
  readonly row: number;
  readonly field: PaymentField | null;
  readonly code: PaymentSheetCode;
}

/** What a table says was paid. */
export interface PaymentSheet {
  readonly payments: readonly { readonly row: number; readonly record: PaymentRecord }[];
  /** With one of these, the table is not used. */
  readonly faults: readonly PaymentSheetFault[];
}

/** The headers besides those of the staff number, which the dictionary has. The first is the one of the template. */
const HEADERS: Readonly<Record<Exclude<PaymentField, 'teacherId'>, readonly string[]>> = {
  allowance: ['项目', '津贴项目', '补贴项目', '津贴名称', '项目名称', 'item', 'allowance'],
  month: ['月份', '年月', '发放月份', '所属月份', 'month'],
  amount: ['金额', '实发金额', '发放金额', '已发金额', 'amount', 'paid'],
};
/** Titles stand above the header row. */
const ROWS_SEARCHED = 50;
/** Fewer may stand in a title as well. */
const LEAST_COLUMNS = 2;
const TOTAL = /^(合计|总计|小计|共计|累计)/;

/** An empty table to fill in, with a line for each item that there is. */
export function paymentTemplate(items: readonly string[]): string {
  const header = ['工号', HEADERS.allowance[0], HEADERS.month[0], HEADERS.amount[0]].join(',');
  return `\ufeff${[header, ...items.map((item) => `,${/[",]/.test(item) ? `"${item.replaceAll('"', '""')}"` : item},,`)].join('\r\n')}\r\n`;
}

/**
 * Reads a table of what was paid: a payment a row, under the headers 工号, 项目, 月份 and 金额; a negative one is money that was taken back.
 *
 * @param items the ids of items by their names, folded
 */
export function readPaymentSheet({ rows, malformed }: Sheet, dictionary: Dictionary, items: ReadonlyMap<string, string>): PaymentSheet {
  const refuse = (...faults: PaymentSheetFault[]): PaymentSheet => ({ payments: [], faults });
  if (malformed.length > 0) return refuse(...malformed.map((row) => ({ row, field: null, code: 'malformed-csv' as const })));
  const header = findHeader(rows, dictionary);
  if (!header) return refuse({ row: 1, field: null, code: 'no-header' });
  const missing = PAYMENT_FIELDS.filter((field) => !header.columns.has(field));
  if (missing.length > 0) return refuse(...missing.map((field) => ({ row: header.row, field, code: 'missing-column' as const })));

  const readers = readersOf(dictionary, items);
  const payments: { row: number; record: PaymentRecord }[] = [];
  const faults: PaymentSheetFault[] = [];
  for (const row of rows) {
    if (row.number <= header.row || isNobodys(row, header.columns)) continue;
    const record: Partial<Record<PaymentField, unknown>> = {};
    for (const [field, index] of header.columns) {
      const value = readers[field](row.cells[index] ?? '', kindOf(row, index));
      if (value instanceof CellFault) faults.push({ row: row.number, field, code: value.code });
      else record[field] = value;
    }
    payments.push({ row: row.number, record: record as PaymentRecord });
  }
  if (faults.length === 0 && payments.length === 0) return refuse({ row: header.row, field: null, code: 'no-rows' });
  return { payments, faults };
}

type Columns = ReadonlyMap<PaymentField, number>;

function findHeader(rows: readonly Row[], dictionary: Dictionary): { readonly row: number; readonly columns: Columns } | null {
  const { label, headers } = factOf(dictionary, 'id');
  const names = new Map<string, PaymentField>([
    ...[label.zh, ...headers, label.en, 'id', 'teacherId'].map((name) => [foldText(name), 'teacherId'] as const),
    ...Object.entries(HEADERS).flatMap(([field, list]) => list.map((name) => [foldText(name), field as PaymentField] as const)),
  ]);
  let best: { row: number; columns: Columns } | null = null;
  for (const { number, cells } of rows.slice(0, ROWS_SEARCHED)) {
    const columns = new Map<PaymentField, number>();
    for (const [index, cell] of cells.entries()) {
      const field = names.get(foldText(cell).replace(/\(.*\)$/, ''));
      if (field && !columns.has(field)) columns.set(field, index);
    }
    if (columns.size > (best?.columns.size ?? LEAST_COLUMNS - 1)) best = { row: number, columns };
  }
  return best;
}

function readersOf(dictionary: Dictionary, items: ReadonlyMap<string, string>) {
  const money = (cell: string) => signed(cleanText(cell), readMoney) || undefined;
  const item = (cell: string) => items.get(foldText(cell)) ?? (cleanText(cell) || undefined);
  return { teacherId: cellReader(factOf(dictionary, 'id')), allowance: item, month: changeMonthReader, amount: money };
}

/** Reads an amount that may have been taken back: a minus sign, of whichever width, stands before it. */
function signed(text: string, read: (text: string) => unknown): unknown {
  const rest = /^[-\u2212\uff0d]\s*(.+)$/.exec(text)?.[1];
  const amount = rest === undefined ? null : read(rest);
  return typeof amount === 'string' && parseYuan(amount) !== null ? `-${amount}` : read(text);
}

/** A line of the template that was not filled in, or a total. */
function isNobodys({ cells }: Row, columns: Columns): boolean {
  const text = (field: PaymentField) => (cells[columns.get(field) ?? -1] ?? '').trim();
  if (text('teacherId') === '' && text('amount') === '') return true;
  return TOTAL.test(foldText(cells.find((cell) => cell.trim() !== '') ?? ''));
}
