import { type Dictionary, factOf } from '../../facts/dictionary.ts';
import { type AmountNote, amountNote, titlesAround } from '../cells/amounts.ts';
import { foldText } from '../cells/meaning.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** The columns of a table of payments, by the request field that each becomes. */
export const PAYMENT_FIELDS = ['teacherId', 'allowance', 'month', 'amount'] as const;
export type PaymentField = (typeof PAYMENT_FIELDS)[number];

/** The headers other than those of the staff number, which are in the dictionary. The first one is used in the template. */
export const PAYMENT_HEADERS: Readonly<Record<Exclude<PaymentField, 'teacherId'>, readonly string[]>> = {
  allowance: ['项目', '津贴项目', '补贴项目', '津贴名称', '项目名称', 'item', 'allowance'],
  month: ['月份', '年月', '发放月份', '所属月份', 'month'],
  amount: ['金额', '实发金额', '发放金额', '已发金额', 'amount', 'paid'],
};
/** How many rows are searched for the header; titles come above it. */
const ROWS_SEARCHED = 50;
/** Fewer headers could be words of a title. */
const LEAST_COLUMNS = 2;
/** Other columns that could be mistaken for what was paid: 应发金额, 应发数, 金额合计. */
const LIKE_AMOUNT = /金额|应发|实发|amount/;

/** A serial number, which says nothing about a payment. */
const SERIAL = /^(?:序号|序|编号|no\.?|#)$/;

/** A column of a table of payments. */
export interface PaymentColumn {
  /** 0-based. */
  readonly index: number;
  /** As it stands in the sheet. */
  readonly header: string;
}

/** The header of a table of payments. */
export interface PaymentHeader {
  /** 1-based. */
  readonly row: number;
  /** The columns of each field; several if the sheet has several and it is unclear which one is meant. */
  readonly columns: ReadonlyMap<PaymentField, readonly PaymentColumn[]>;
  /** Columns that look like an amount and are not read. */
  readonly others: readonly PaymentColumn[];
  /** The column of names, which are compared but decide nothing. */
  readonly name: PaymentColumn | null;
  /** Further columns that are not read: 备注, 学校. */
  readonly unread: readonly PaymentColumn[];
  /** What the sheet says about the amounts, if anything. */
  readonly amount: AmountNote | null;
}

/** Finds the row that names the most fields; `null` if none names two. */
export function findPaymentHeader(sheet: Sheet, dictionary: Dictionary): PaymentHeader | null {
  const names = fieldNames(dictionary);
  const named = new Set(namesOfFact(dictionary, 'name'));
  let best: PaymentHeader | null = null;
  for (const { number, cells } of sheet.rows.slice(0, ROWS_SEARCHED)) {
    const columns = new Map<PaymentField, PaymentColumn[]>();
    const others: PaymentColumn[] = [];
    const unread: PaymentColumn[] = [];
    let ofName: PaymentColumn | null = null;
    for (const [index, header] of cells.entries()) {
      const name = foldText(header)
        .replace(/\(.*\)$/, '')
        .replace(/[/,]?[百千万]?元$/, '');
      const field = names.get(name);
      if (field) columns.set(field, [...(columns.get(field) ?? []), { index, header }]);
      else if (LIKE_AMOUNT.test(name)) others.push({ index, header });
      else if (ofName === null && named.has(name)) ofName = { index, header };
      else if (name !== '' && !SERIAL.test(name)) unread.push({ index, header: header.trim() });
    }
    if (columns.size <= (best?.columns.size ?? LEAST_COLUMNS - 1)) continue;
    best = {
      row: number,
      columns,
      others,
      name: ofName,
      unread,
      amount: noteOfAmount(columns.get('amount')?.[0]?.header ?? '', titlesAround(sheet, number)),
    };
  }
  return best;
}

/** A payment has its own month, so a title about the whole year says nothing about its amount; only the column's header does. */
function noteOfAmount(header: string, titles: readonly string[]): AmountNote | null {
  const note = amountNote(header, titles);
  return note && { ...note, isOtherPeriod: amountNote(header, [])?.isOtherPeriod ?? false };
}

function fieldNames(dictionary: Dictionary): ReadonlyMap<string, PaymentField> {
  return new Map<string, PaymentField>([
    ...[...namesOfFact(dictionary, 'id'), foldText('teacherId')].map((name) => [name, 'teacherId'] as const),
    ...Object.entries(PAYMENT_HEADERS).flatMap(([field, list]) => list.map((name) => [foldText(name), field as PaymentField] as const)),
  ]);
}

/** The headers of a fact, folded. */
function namesOfFact(dictionary: Dictionary, fact: string): string[] {
  const { label, headers } = factOf(dictionary, fact);
  return [label.zh, ...headers, label.en, fact].map(foldText);
}
