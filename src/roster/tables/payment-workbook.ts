import type { Dictionary } from '../../facts/dictionary.ts';
import { type Opened, readSheet } from '../files/open.ts';
import type { Work } from '../sheet/progress.ts';
import { isRefusal, type Refusal } from '../sheet/refusal.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { findPaymentHeader, PAYMENT_FIELDS } from './payment-header.ts';
import { type PaymentSheet, readPaymentSheet } from './payment-sheet.ts';

/**
 * Reads the table of payments of a file: its first visible sheet with all the required columns, otherwise the suggested sheet. Further
 * sheets like it, perhaps one a month, are not read but reported.
 *
 * @param items the ids of items by their names, folded
 */
export function* readPaymentWorkbook(
  opened: Opened,
  dictionary: Dictionary,
  items: ReadonlyMap<string, string>,
): Work<PaymentSheet | Refusal> {
  const tables: Sheet[] = [];
  for (const [index, { isHidden }] of opened.sheets.entries()) {
    if (isHidden || opened.sheets.length === 1) continue;
    const sheet = yield* readSheet(opened, index);
    if (!isRefusal(sheet) && findPaymentHeader(sheet, dictionary)?.columns.size === PAYMENT_FIELDS.length) tables.push(sheet);
  }
  const [first, ...others] = tables;
  const sheet = first ?? (yield* readSheet(opened, opened.suggested));
  if (isRefusal(sheet)) return sheet;
  const read = readPaymentSheet(sheet, dictionary, items);
  if (others.length === 0) return read;
  return {
    ...read,
    notes: [...read.notes, { code: 'other-sheets', params: { sheet: sheet.name, names: others.map(({ name }) => name) } }],
  };
}
