import { CST, Lexer } from 'yaml';
import { isLongerThan } from '../../facts/text.ts';

/** Mappings and lists may not be nested deeper than this. */
export const DEEPEST = 32;
/** A policy file may have this many characters. */
export const MOST_CHARACTERS = 512 * 1024;
/** A file may have this many marks, words and line ends. */
const MOST_TOKENS = 400_000;
const MOST_ANCHORS = 200;
const MOST_ESCAPES = 5_000;
/** The maximum number of misplaced brackets and commas, after which the rest is not read. */
const MOST_STRAYS = 20;

const OPEN = new Set(['flow-map-start', 'flow-seq-start']);
const CLOSE = new Set(['flow-map-end', 'flow-seq-end']);
const MARKS = new Set(['seq-item-ind', 'explicit-key-ind', 'map-value-ind']);
const BLANK = new Set(['space', 'newline', 'comment']);

/** What may be parsed of a text without its costing more than its size; `over` tells the limit that it breaks, and where. */
export interface Guarded {
  readonly text: string;
  readonly over: { readonly code: 'too-large' | 'too-deep' | 'too-many'; readonly maximum: number; readonly offset: number } | null;
}

/**
 * Scans the tokens of a YAML text before it is parsed: a few kilobytes of nested or stray marks can keep a parser busy without end, and a
 * policy has neither. Text after many stray marks is left out; the parser reports the marks themselves as faults.
 */
export function guardYaml(text: string): Guarded {
  if (isLongerThan(text, MOST_CHARACTERS)) return { text: '', over: { code: 'too-large', maximum: MOST_CHARACTERS, offset: 0 } };
  const crowded = nth(text, '\\', MOST_ESCAPES);
  if (crowded >= 0) return { text: '', over: { code: 'too-many', maximum: MOST_ESCAPES, offset: crowded } };
  let [offset, tokens, anchors, strays, depth, marks] = [0, 0, 0, 0, 0, 0];
  let last = '';
  for (const lexeme of new Lexer().lex(text)) {
    const type = CST.tokenType(lexeme) ?? 'scalar';
    const over = (code: 'too-large' | 'too-deep' | 'too-many', maximum: number): Guarded => ({ text: '', over: { code, maximum, offset } });
    if (++tokens > MOST_TOKENS) return over('too-large', MOST_CHARACTERS);
    if (OPEN.has(type) && ++depth > DEEPEST) return over('too-deep', DEEPEST);
    if (CLOSE.has(type) && --depth < 0) {
      strays++;
      depth = 0;
    }
    if (type === 'comma' && (last === 'comma' || OPEN.has(last))) strays++;
    if (type === 'anchor' || type === 'alias') anchors++;
    if (anchors > MOST_ANCHORS) return over('too-many', MOST_ANCHORS);
    if (MARKS.has(type)) marks++;
    else if (!BLANK.has(type)) marks = 0;
    if (marks > DEEPEST) return over('too-deep', DEEPEST);
    if (!BLANK.has(type)) last = type;
    offset += CONTROL.has(lexeme) ? 0 : lexeme.length;
    if (strays > MOST_STRAYS) return { text: text.slice(0, offset), over: null };
  }
  return { text, over: null };
}

/** The offset of the first occurrence of a character beyond a number of occurrences; -1 where there is none. */
function nth(text: string, character: string, times: number): number {
  let at = -1;
  for (let count = 0; count <= times; count++) {
    at = text.indexOf(character, at + 1);
    if (at < 0) break;
  }
  return at;
}

/** Marks of the lexer's own that are not part of the text. */
const CONTROL = new Set<string>([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);
