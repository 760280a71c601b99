import { asciiOf, isAt } from '../../facts/byte-key-map.ts';
import { CLOSE, CLOSE_LIST, COLON, NOT_PLAIN, OPEN, OPEN_LIST, QUOTE, skipSpaces } from '../../facts/plain-json.ts';
import { countColons, parseSurely } from './strict-json.ts';

const BACKSLASH = 0x5c;
const STRICT_UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
/** The number of objects and arrays around an entry of a list. */
const ENTRY_DEPTH = 2;

/** A list in the bytes of a body, and the body without its entries. */
export interface PlainList {
  readonly bytes: Uint8Array;
  /** The position after the opening bracket, and that of the closing one. */
  readonly from: number;
  readonly to: number;
  /** The body with the list empty. */
  readonly rest: unknown;
}

/**
 * Finds a list under the root of a body, so that its entries can be read in place. What is between the brackets is not looked at yet.
 *
 * @returns `null` if it is not certain where the list is, so that the body has to be parsed
 */
export function plainList(bytes: Uint8Array, name: string): PlainList | null {
  const key = asciiOf(`"${name}"`);
  let at = bytes.indexOf(QUOTE);
  while (at >= 0 && !isAt(key, bytes, at)) at = bytes.indexOf(QUOTE, at + 1);
  if (at < 0) return null;
  at = skipSpaces(bytes, at + key.length);
  if (bytes[at] !== COLON) return null;
  at = skipSpaces(bytes, at + 1);
  if (bytes[at] !== OPEN_LIST) return null;
  const from = at + 1;
  const to = bytes.lastIndexOf(CLOSE_LIST);
  if (to < from) return null;
  const [before, after] = [parts(bytes, 0, from), parts(bytes, to, bytes.length)];
  const body = before && after && parseSurely(before.text + after.text, before.colons + after.colons, 0);
  const list: unknown = Object(body?.value)[name];
  return body && Array.isArray(list) && list.length === 0 ? { bytes, from, to, rest: body.value } : null;
}

/** An entry of a list that is an object, with its end; `null` if anything about it can only be judged by parsing the whole body. */
export function plainEntry(bytes: Uint8Array, from: number): { readonly value: unknown; readonly end: number } | null {
  const end = endOfObject(bytes, from);
  const part = end === NOT_PLAIN ? null : parts(bytes, from, end);
  const entry = part && parseSurely(part.text, part.colons, ENTRY_DEPTH);
  return entry && { value: entry.value, end };
}

/** The value of an entry that was scanned, and so is JSON and loses nothing. */
export function scannedEntry(bytes: Uint8Array, from: number, end: number): unknown {
  return JSON.parse(STRICT_UTF8.decode(bytes.subarray(from, end)));
}

function parts(bytes: Uint8Array, from: number, to: number): { readonly text: string; readonly colons: number } | null {
  try {
    return { text: STRICT_UTF8.decode(bytes.subarray(from, to)), colons: countColons(bytes, from, to) };
  } catch {
    return null;
  }
}

/** The position after the bracket that closes the object beginning at `from`, or `NOT_PLAIN`. */
function endOfObject(bytes: Uint8Array, from: number): number {
  if (bytes[from] !== OPEN) return NOT_PLAIN;
  let open = 0;
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === QUOTE) {
      for (at++; bytes[at] !== QUOTE; at++) {
        if (at >= bytes.length) return NOT_PLAIN;
        if (bytes[at] === BACKSLASH) at++;
      }
    } else if (byte === OPEN || byte === OPEN_LIST) open++;
    else if ((byte === CLOSE || byte === CLOSE_LIST) && --open === 0) return at + 1;
  }
  return NOT_PLAIN;
}
