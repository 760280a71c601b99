import type { Slip } from './slip.ts';

/** The slip behind a syntax error of YAML, at an offset of the text that shows it best. */
export interface SyntaxSlip {
  readonly offset: number;
  readonly slip: Slip;
}

/** Marks of Chinese input that stand where YAML needs its own, with those. */
const MARKS: ReadonlyMap<string, string> = new Map([
  ['：', ':'],
  ['｛', '{'],
  ['｝', '}'],
  ['【', '['],
  ['】', ']'],
  ['［', '['],
  ['］', ']'],
  ['“', '"'],
  ['”', '"'],
  ['＃', '#'],
  ['，', ','],
]);
/** Of those that may also stand in a text: where they can only be marks of YAML. */
const PLACES: readonly RegExp[] = [
  /(?<=^\s*(?:- )?[\w/-]+\s*)：/,
  /[｛｝【】［］]/,
  /(?<=[{,[]\s*[\w/-]+\s*)：/,
  /(?<=:\s*)“/,
  /(?<=\s)＃/,
  /，(?=\s*[\w/-]+\s*[:：])/,
];
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/**
 * What somebody probably did who wrote what is no YAML.
 *
 * @param error of the parser: its code, message and first position
 * @returns `null` where the error is none of the usual slips
 */
export function syntaxSlip(text: string, { code, pos: [at], message }: SyntaxError): SyntaxSlip | null {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const line = lineAt(text, from);
  const plain = withoutTexts(line);
  for (const place of PLACES) {
    const found = place.exec(plain);
    const mark = found?.[0] ?? '';
    if (found) return { offset: from + found.index, slip: { slip: 'full-width-mark', mark, instead: MARKS.get(mark) ?? '' } };
  }
  if (code === 'TAB_AS_INDENT') return { offset: from, slip: { slip: 'tab-indent' } };
  const unclosed = openedBefore(text, message);
  if (unclosed) return unclosed;
  const crowded = /^\s*(?:- )?([A-Za-z][\w/-]*):([^\s:].*)$/.exec(plain);
  if (crowded) {
    const [, key = ''] = crowded;
    const written = line.trim().replace(/^- /, '');
    return {
      offset: from + line.indexOf(key),
      slip: { slip: 'space-after-colon', written, instead: `${key}: ${written.slice(key.length + 1)}` },
    };
  }
  if (code === 'BAD_INDENT' || /same column|sufficiently indented|block sequence may not be used/.test(message))
    return { offset: at, slip: { slip: 'indent' } };
  const isText = code === 'MULTILINE_IMPLICIT_KEY' && !/[:：]/.test(plain);
  return isText ? { offset: from, slip: { slip: 'not-a-pair', written: shortened(line.trim()) } } : null;
}

interface SyntaxError {
  readonly code: string;
  readonly pos: readonly [number, number];
  readonly message: string;
}

/** The bracket, brace or quotation mark that is never closed, where the parser says that it missed the end of one. */
function openedBefore(text: string, message: string): SyntaxSlip | null {
  const quote = /^Missing closing (["'])/.exec(message)?.[1];
  if (quote) {
    const offset = lastWithout(
      text,
      (line) => line.split(quote).length % 2 === 0,
      (line) => line.lastIndexOf(quote),
    );
    return offset === null ? null : { offset, slip: { slip: 'not-closed', mark: quote, instead: quote } };
  }
  const closing = /end with an? ([}\]])/.exec(message)?.[1];
  const opening = Object.keys(CLOSING).find((one) => CLOSING[one] === closing);
  if (!closing || !opening) return null;
  const isOpen = (line: string) => line.split(opening).length > line.split(closing).length;
  const offset = lastWithout(text, isOpen, (line) => line.indexOf(opening));
  return offset === null ? null : { offset, slip: { slip: 'not-closed', mark: opening, instead: closing } };
}

/** Where a mark of the first line stands that leaves something open. */
function lastWithout(text: string, isOpen: (line: string) => boolean, find: (line: string) => number): number | null {
  let from = 0;
  for (const line of text.split('\n')) {
    const plain = line.replace(/(^|\s)#.*$/, '');
    if (isOpen(plain)) return from + find(plain);
    from += line.length + 1;
  }
  return null;
}

function lineAt(text: string, from: number): string {
  const end = text.indexOf('\n', from);
  return text.slice(from, end < 0 ? text.length : end);
}

/** A line without its quoted texts and comment; everything else stands where it stood. */
function withoutTexts(line: string): string {
  return line.replace(/"(?:[^"\\]|\\.)*"|'[^']*'|(?<=^|\s)#.*$/g, (text) => ' '.repeat(text.length));
}

function shortened(text: string): string {
  return text.length > 30 ? `${text.slice(0, 30)}…` : text;
}
