import { MOST_ISSUES } from '../../contract/wire/wording.ts';
import type { Issue } from '../../facts/issue.ts';

/** Objects and arrays may not be nested deeper than this. */
export const DEEPEST = 32;
/** Deeper nesting is neither handwritten nor a mistake, and is not parsed: that would cost seconds and much memory. */
const ENDLESS = 1_000;
/** No valid request has an object with more members; each would be checked and be a fault of its own. */
export const MOST_MEMBERS = 10_000;
/** A number with more digits than a double keeps, or so small that it may become zero. A match inside a string only costs a walk. */
const LONG_NUMBER = /[[:,\s]-?[\d.]{16}|\d[eE]-\d{3}/;

/** Parsed JSON, or its faults: not JSON at all, or JSON that would lose something when parsed. */
export type StrictJson = { readonly value: unknown; readonly issues: readonly Issue[] } | { readonly malformed: true };

/**
 * Parses JSON and reports what `JSON.parse` accepts silently: duplicate keys (it keeps the last), excessive nesting, `__proto__`, and
 * numbers that it rounds (2025.0000000000001 becomes 2025). Excessively nested text is not parsed at all, and an object with too many
 * members gives no value.
 *
 * @param colons the number of colons in the text, by {@link countColons}. Each key is followed by one, so if there are no more colons
 *   than the
 *   value has keys, no key was lost and the text need not be walked
 */
export function parseStrict(text: string, colons: number): StrictJson {
  try {
    if (isEndless(text)) return { value: null, issues: lint(text, true) };
    const value: unknown = JSON.parse(text);
    if (countKeys(value, 0) === colons && !LONG_NUMBER.test(text)) return { value, issues: NONE };
    const issues = lint(text);
    return { value: issues.some(({ code }) => code === 'too-many') ? null : value, issues };
  } catch {
    return { malformed: true };
  }
}

/**
 * Parses JSON if it is certain that nothing is lost.
 *
 * @param colons as {@link parseStrict} takes them
 * @param depth the number of objects and arrays around it
 * @returns `null` if the text is not JSON, or has to be walked to find out whether something is lost
 */
export function parseSurely(text: string, colons: number, depth: number): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value, depth) === colons && !LONG_NUMBER.test(text) ? { value } : null;
  } catch {
    return null;
  }
}

/** Counts the colons in some bytes of UTF-8, including those inside strings. */
export function countColons(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let count = 0;
  for (let at = from; at < to; at++) count += bytes[at] === COLON ? 1 : 0;
  return count;
}

/** The number of keys of a value, at any depth; `NaN` if it is too deep, an object has too many, or a key is `__proto__`. */
function countKeys(value: unknown, depth: number): number {
  if (typeof value !== 'object' || value === null) return 0;
  if (depth === DEEPEST) return Number.NaN;
  let keys = 0;
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at++) keys += countKeys(value[at], depth + 1);
    return keys;
  }
  let members = 0;
  for (const key in value) {
    if (++members > MOST_MEMBERS) return Number.NaN;
    const inner: unknown = (value as Record<string, unknown>)[key];
    keys += key === '__proto__' ? Number.NaN : 1;
    if (typeof inner === 'object') keys += countKeys(inner, depth + 1);
  }
  return keys;
}

interface Frame {
  /** The keys so far; `null` in an array. */
  readonly keys: Set<string> | null;
  /** The current position: the key or the index. */
  step: string | number;
}

const NONE: readonly Issue[] = [];
const COLON = 58;
const QUOTE = 34;
const BACKSLASH = 92;
const MINUS = 45;
const ZERO = 48;
/** Shorter numbers are exact: the shortest that becomes zero is `1e-325`. */
const LEAST_LONG = 6;
const NUMBER = /-?[\d.]+(?:[eE][+-]?\d+)?/y;

/** Whether a text, JSON or not, is nested excessively. */
function isEndless(text: string): boolean {
  if (text.length < ENDLESS) return false;
  let open = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      at = closingQuote(text, at);
      if (at < 0) return false;
    } else if (code === 123 || code === 91) {
      if (++open > ENDLESS) return true;
    } else if (code === 125 || code === 93) open--;
  }
  return false;
}

/**
 * Walks text that is known to be JSON. It records at most a hundred faults for each entry of a list under the root.
 *
 * @param stopsAtDepth whether to stop at the first value that is too deep, because the text may not be JSON further on
 */
function lint(text: string, stopsAtDepth = false): Issue[] {
  const issues: Issue[] = [];
  const frames: Frame[] = [];
  const counts = new Map<string, number>();
  const note = (issue: Issue) => {
    const entry = issue.path.slice(0, 2).join('/');
    const count = counts.get(entry) ?? 0;
    counts.set(entry, count + 1);
    if (count < MOST_ISSUES) issues.push(issue);
  };
  let key: string | null = null;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const frame = frames.at(-1);
    if (code === QUOTE) {
      const end = closingQuote(text, at);
      key = frame?.keys ? text.slice(at, end + 1) : null;
      at = end;
    } else if (code === COLON && frame?.keys && key !== null) {
      const name = key.includes('\\') ? (JSON.parse(key) as string) : key.slice(1, -1);
      frame.step = name;
      if (frame.keys.has(name)) note({ path: frames.map(({ step }) => step), code: 'duplicate-key' });
      if (name === '__proto__') note({ path: frames.map(({ step }) => step), code: 'unknown-field' });
      frame.keys.add(name);
      key = null;
      if (frame.keys.size > MOST_MEMBERS) {
        note({ path: frames.slice(0, -1).map(({ step }) => step), code: 'too-many', params: { maximum: MOST_MEMBERS } });
        at = closingBracket(text, at, 1) - 1;
      }
    } else if (code === 44 /* , */) {
      if (frame && typeof frame.step === 'number') frame.step++;
    } else if (code === 123 /* { */ || code === 91 /* [ */) {
      if (frames.length < DEEPEST) {
        frames.push(code === 123 ? { keys: new Set(), step: '' } : { keys: null, step: 0 });
      } else {
        note({ path: frames.map(({ step }) => step), code: 'too-deep', params: { maximum: DEEPEST } });
        if (stopsAtDepth) return issues;
        at = closingBracket(text, at);
      }
    } else if (code === MINUS || (code >= ZERO && code <= ZERO + 9)) {
      const [literal = ''] = numberAt(text, at);
      if (literal.length >= LEAST_LONG && isRounded(literal)) note({ path: frames.map(({ step }) => step), code: 'inexact-number' });
      at += literal.length - 1;
    } else if (code === 125 /* } */ || code === 93 /* ] */) {
      frames.pop();
    }
  }
  return issues;
}

/** The bracket that closes the object or array beginning at `from`, or the `open` ones begun before it, at any nesting. */
function closingBracket(text: string, from: number, open = 0): number {
  for (let at = from; ; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) at = closingQuote(text, at);
    else if (code === 123 || code === 91) open++;
    else if ((code === 125 || code === 93) && --open === 0) return at;
  }
}

function numberAt(text: string, at: number): readonly string[] {
  NUMBER.lastIndex = at;
  return NUMBER.exec(text) ?? [];
}

/** Whether a number becomes an integer only by rounding; other fractions are refused later where an integer is required. */
function isRounded(literal: string): boolean {
  if (!Number.isSafeInteger(Number(literal))) return false;
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)\.?(\d*)(?:[eE](.+))?$/.exec(literal) ?? [];
  const digits = whole + fraction;
  const tenths = fraction.length - Number(exponent);
  return /[1-9]/.test(digits.slice(Math.max(0, digits.length - tenths)));
}

/** The quote that closes the string beginning at `from`; -1 if there is none. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
    if (at < 0) return at;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
}
