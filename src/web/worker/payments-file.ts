import type { Policy } from '../../policy/policy.ts';
import { foldText } from '../../roster/meaning.ts';
import { openWorkbook } from '../../roster/open.ts';
import type { PaymentSheet } from '../../roster/payment-sheet.ts';
import { readPaymentWorkbook } from '../../roster/payment-workbook.ts';
import { isRefusal, type Refusal } from '../../roster/refusal.ts';
import { finishAtPace } from './finish-at-pace.ts';
import type { Pace } from './pace.ts';

/** Reads a table of what was paid, from a file or pasted. @throws CancelledError where it was cancelled */
export async function readPaymentsFile(bytes: Uint8Array, { dictionary, document }: Policy, pace: Pace): Promise<PaymentSheet | Refusal> {
  const opened = await finishAtPace(openWorkbook(bytes, dictionary), pace);
  if (isRefusal(opened)) return opened;
  const items = Object.entries(document.allowances).flatMap(([id, { title }]) =>
    [title.zh, title.en, id].map((name) => [foldText(name), id] as const),
  );
  return finishAtPace(readPaymentWorkbook(opened, dictionary, new Map(items)), pace);
}
