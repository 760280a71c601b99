import type { Policy } from '../../../policy/policy.ts';
import { allowancesOf } from '../../../policy/succession.ts';
import { foldText } from '../../../roster/cells/meaning.ts';
import { openWorkbook } from '../../../roster/files/open.ts';
import { isRefusal, type Refusal } from '../../../roster/sheet/refusal.ts';
import type { PaymentSheet } from '../../../roster/tables/payment-sheet.ts';
import { readPaymentWorkbook } from '../../../roster/tables/payment-workbook.ts';
import { finishAtPace } from './finish-at-pace.ts';
import type { Pace } from './pace.ts';

/** Reads a table of payments, from a file or pasted. @throws CancelledError if it was cancelled */
export async function readPaymentsFile(bytes: Uint8Array, policy: Policy, pace: Pace): Promise<PaymentSheet | Refusal> {
  const opened = await finishAtPace(openWorkbook(bytes, policy.dictionary), pace);
  if (isRefusal(opened)) return opened;
  // If several versions share a name, it means the latest.
  const items = allowancesOf(policy)
    .toReversed()
    .flatMap(([id, { title }]) => [title.zh, title.en, id].map((name) => [foldText(name), id] as const));
  return finishAtPace(readPaymentWorkbook(opened, policy.dictionary, new Map(items)), pace);
}
