import type { Policy } from '../../../policy/policy.ts';
import { allowancesOf } from '../../../policy/succession.ts';
import { foldText } from '../../../roster/meaning.ts';
import { openWorkbook } from '../../../roster/open.ts';
import type { PaymentSheet } from '../../../roster/payment-sheet.ts';
import { readPaymentWorkbook } from '../../../roster/payment-workbook.ts';
import { isRefusal, type Refusal } from '../../../roster/refusal.ts';
import { finishAtPace } from './finish-at-pace.ts';
import type { Pace } from './pace.ts';

/** Reads a table of what was paid, from a file or pasted. @throws CancelledError where it was cancelled */
export async function readPaymentsFile(bytes: Uint8Array, policy: Policy, pace: Pace): Promise<PaymentSheet | Refusal> {
  const opened = await finishAtPace(openWorkbook(bytes, policy.dictionary), pace);
  if (isRefusal(opened)) return opened;
  // Of one name the latest version's is meant.
  const items = allowancesOf(policy)
    .toReversed()
    .flatMap(([id, { title }]) => [title.zh, title.en, id].map((name) => [foldText(name), id] as const));
  return finishAtPace(readPaymentWorkbook(opened, policy.dictionary, new Map(items)), pace);
}
