import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Dictionary } from '../../../facts/dictionary.ts';
import { usageOf } from '../../../policy/document/usage.ts';
import { contentOf, versionOf } from '../../../policy/document/version.ts';
import { readPolicyFile } from '../../../policy/loading/load.ts';
import { migratePolicy } from '../../../policy/loading/migrate.ts';
import { HISTORIC_PAY_SCALES } from '../../../policy/pay-scales.ts';
import type { Fault } from '../../../policy/reading/fault.ts';
import { type FaultyPolicy, type Orders, type OwnPolicy, ownKey } from '../protocol/orders.ts';

const NOT_UTF_8: Fault = { line: 1, column: 1, path: '', code: 'not-utf-8', params: {} };

/**
 * Reads and checks a policy file of the user's own; one in a former form of the rule language is read in today's, and warnings say what was
 * converted. Its key distinguishes it from a bundled policy with the same id.
 *
 * @param order with the text of its document; without it, a warning says that quotes were not looked up
 */
export function readOwnPolicy(
  { bytes, source, others }: Pick<Orders['policy'], 'bytes' | 'source' | 'others'>,
  dictionary: Dictionary,
): OwnPolicy | FaultyPolicy {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return { faults: [NOT_UTF_8], warnings: [] };
  }
  const { text: today, converted } = migratePolicy(text);
  const { document, faults, warnings: checked } = readPolicyFile(today, dictionary, source, others);
  const warnings = [...converted, ...checked].toSorted((a, b) => a.line - b.line || a.column - b.column);
  if (document === null) return { faults, warnings };
  // The browser's own function for this exists only over TLS or on localhost.
  const hash = bytesToHex(sha256(new TextEncoder().encode(contentOf(document, dictionary, HISTORIC_PAY_SCALES))));
  return { key: ownKey(document.id), document, version: versionOf(hash), warnings, usage: usageOf(document, dictionary) };
}
