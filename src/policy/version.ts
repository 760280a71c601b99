import type { Dictionary } from '../facts/dictionary.ts';
import type { PolicyDocument } from './schema.ts';

/** How many hexadecimal digits of the hash make a version. */
const DIGITS = 16;

/** What the version of a policy is the SHA-256 of: its content and the facts, so that a result names what it was computed by. */
export function contentOf(document: PolicyDocument, dictionary: Dictionary): string {
  return JSON.stringify([document, dictionary.facts]);
}

/** The version of a policy. @param sha256 the hash of {@link contentOf} in UTF-8, in hexadecimal; the core has no hash of its own */
export function versionOf(sha256: string): string {
  return sha256.slice(0, DIGITS);
}
