import { RefusedFileError } from '../sheet/refusal.ts';
import { KIND_LETTERS } from '../sheet/sheet.ts';
import { PLAIN } from './number-format.ts';
import { dateOfSerial, numberText } from './number-text.ts';
import { unescapeText } from './rich-text.ts';
import type { Workbook } from './workbook.ts';

/** A cell as written in its sheet. */
export interface RawCell {
  /** `n` by default. */
  readonly type: string;
  readonly style: number;
  readonly hasFormula: boolean;
  /** What is in `v`; `null` where there is none. */
  readonly value: string | null;
  /** What is in `is`, which some writers put a text into. */
  readonly inline: string;
}

/** The text of a cell and the letter of its kind. */
export type CellText = readonly [text: string, letter: string];

const BLANK: CellText = ['', KIND_LETTERS.blank];
const NO_VALUE: CellText = ['', KIND_LETTERS['no-value']];

/**
 * Reads a cell.
 *
 * @throws RefusedFileError `damaged` where it names a text or a style that there is not
 */
export function readCell({ type, style, hasFormula, value, inline }: RawCell, { strings, formats, uses1904 }: Workbook): CellText {
  // A text that contradicts the type is still the content of the cell.
  if (inline !== '' && (value === null || value === '')) return ofText(inline);
  switch (type) {
    case 's': {
      if (value === null || value.trim() === '') return BLANK;
      const text = strings[Number(value)];
      if (text === undefined) throw new RefusedFileError('damaged');
      return ofText(text);
    }
    case 'inlineStr':
      return ofText(inline || unescapeText(value ?? ''));
    case 'str':
      return ofText(unescapeText(value ?? ''));
    case 'b':
      return value === null || value.trim() === '' ? unknown(hasFormula) : [Number(value) === 1 ? 'TRUE' : 'FALSE', KIND_LETTERS.boolean];
    case 'e':
      return [value ?? '#ERROR', KIND_LETTERS.error];
    case 'd':
      return value === null || value.trim() === '' ? unknown(hasFormula) : [value.trim().slice(0, 10), KIND_LETTERS.date];
    default: {
      const number = value?.trim() ?? '';
      if (number === '') return unknown(hasFormula);
      const format = formats[style] ?? (style === 0 ? PLAIN : null);
      // Without its style it is unknown whether it is a date.
      if (format === null) throw new RefusedFileError('damaged');
      const date = format.kind === 'date' ? dateOfSerial(number, uses1904) : null;
      return date === null ? [numberText(number, format), KIND_LETTERS.number] : [date, KIND_LETTERS.date];
    }
  }
}

/** A formula that gave an empty text has a type that says so; this one was never worked out. */
function unknown(hasFormula: boolean): CellText {
  return hasFormula ? NO_VALUE : BLANK;
}

function ofText(text: string): CellText {
  return text === '' ? BLANK : [text, KIND_LETTERS.text];
}
