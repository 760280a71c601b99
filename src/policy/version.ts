import type { Dictionary } from '../facts/dictionary.ts';
import { stepUp } from '../words/step-up.ts';
import { visitNodes } from './checks/check.ts';
import type { HistoricPayScale } from './common/pay-scale-file.ts';
import type { PolicyDocument } from './schema.ts';

/** How many hexadecimal digits of the hash make a version. */
const DIGITS = 16;

/**
 * What the version of a policy is the SHA-256 of, so that a result names what it was computed by: its content and the facts, and where it
 * reads the pay scales of the past, these as well.
 *
 * @param scales those that come with the product
 */
export function contentOf(document: PolicyDocument, dictionary: Dictionary, scales: readonly HistoricPayScale[]): string {
  const content: unknown[] = [document, dictionary.facts];
  // what a scale is called, and where it comes from, changes no result
  if (readsScales(document)) content.push(scales.map(({ from, to, lastStep, steps }) => [from, to, lastStep, steps]));
  return JSON.stringify(content);
}

/** Whether some amount may be read from a pay scale. */
function readsScales({ allowances }: PolicyDocument): boolean {
  let found = false;
  for (const { pays } of Object.values(allowances)) {
    visitNodes(pays.amount, [], (node) => {
      found ||= Object.hasOwn(node, stepUp.key);
    });
  }
  return found;
}

/** The version of a policy. @param sha256 the hash of {@link contentOf} in UTF-8, in hexadecimal; the core has no hash of its own */
export function versionOf(sha256: string): string {
  return sha256.slice(0, DIGITS);
}
