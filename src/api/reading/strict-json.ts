import { MOST_ISSUES } from '../../contract/wire/wording.ts';
import type { Issue } from '../../facts/issue.ts';

/** Objects and arrays may not be nested deeper than this. */
export const DEEPEST = 32;
/** What is nested deeper than this nobody has written by hand or by mistake: to parse it would cost seconds and much memory. */
const ENDLESS = 1_000;
/** No request has an object with more members than these; each would be judged, and be a fault of its own. */
export const MOST_MEMBERS = 10_000;
/** A number with more digits than a double keeps, or so small that it may become zero; in a text of its own it only costs a walk. */
const LONG_NUMBER = /[[:,\s]-?[\d.]{16}|\d[eE]-\d{3}/;

/** JSON that was read, or what is wrong with it: not JSON at all, or JSON that would lose something on its way. */
export type StrictJson = { readonly value: unknown; readonly issues: readonly Issue[] } | { readonly malformed: true };

/**
 * Parses JSON and finds what `JSON.parse` passes over in silence: a key that occurs twice (it keeps the last), nesting without end,
 * `__proto__`, and a number that it rounds (2025.0000000000001 becomes 2025). What is nested without end is not parsed at all, and with an object of
 * too many members there is no value.
 *
 * @param colons how many there are in the text, by {@link countColons}. Behind each key stands one: where there are no more than the value has
 *   keys, none was lost, and the text need not be gone through
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
 * Parses JSON that surely loses nothing.
 *
 * @param colons as {@link parseStrict} takes them
 * @param depth in so many objects and arrays it stands
 * @returns `null` where the text is no JSON, or has to be gone through to find whether something is lost
 */
export function parseSurely(text: string, colons: number, depth: number): { readonly value: unknown } | null {
  try {
    const value: unknown = JSON.parse(text);
    return countKeys(value, depth) === colons && !LONG_NUMBER.test(text) ? { value } : null;
  } catch {
    return null;
  }
}

/** How many colons there are among some bytes of UTF-8, in keys and texts as well. */
export function countColons(bytes: Uint8Array, from = 0, to = bytes.length): number {
  let count = 0;
  for (let at = from; at < to; at++) count += bytes[at] === COLON ? 1 : 0;
  return count;
}

/** How many keys a value has, at any depth; `NaN` where it is too deep, an object has too many, or one of them is `__proto__`. */
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
  /** Where we are in it: the key or the index. */
  step: string | number;
}

const NONE: readonly Issue[] = [];
const COLON = 58;
const QUOTE = 34;
const BACKSLASH = 92;
const MINUS = 45;
const ZERO = 48;
/** Shorter ones are read as they are: a tiny one is at least `1e-325`. */
const LEAST_LONG = 6;
const NUMBER = /-?[\d.]+(?:[eE][+-]?\d+)?/y;

/** Whether a text, JSON or not, nests without end. */
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
 * Walks over text that is known to be JSON; of each entry of a list under the root it notes a hundred faults, no more.
 *
 * @param stopsAtDepth of a text that may be no JSON further on: whether to go no further than to the first value that is too deep
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

/** The bracket that ends the object or array that begins at `from`, or the `open` ones that have begun before, however much is nested in it. */
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

/** Whether a number becomes an integer that it is not once it is read; others are refused where an integer is wanted. */
function isRounded(literal: string): boolean {
  if (!Number.isSafeInteger(Number(literal))) return false;
  const [, whole = '', fraction = '', exponent = '0'] = /^-?(\d+)\.?(\d*)(?:[eE](.+))?$/.exec(literal) ?? [];
  const digits = whole + fraction;
  const tenths = fraction.length - Number(exponent);
  return /[1-9]/.test(digits.slice(Math.max(0, digits.length - tenths)));
}

/** The quote that ends the string that begins at `from`; -1 where nothing does. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); ; at = text.indexOf('"', at + 1)) {
    if (at < 0) return at;
    let slashes = 0;
    while (text.charCodeAt(at - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return at;
  }
}
