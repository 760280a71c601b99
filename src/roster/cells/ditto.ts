import { type CellKind, kindOf, type Row } from '../sheet/sheet.ts';
import { CellFault } from './cell-value.ts';
import { CHANGE_MONTH, IDENTITY, type Meaning } from './meaning.ts';

const DITTO = /^(同上|同前|同左|仝上?|々|〃|″|”|"|''|ditto|do\.)(\?)?$/i;
/** Facts that are unique to each person. */
const OWN: readonly Meaning[] = ['id', 'name', IDENTITY, CHANGE_MONTH];

/** Whether a cell says "as above". */
export function isDitto(text: string): boolean {
  return DITTO.test(text.trim());
}

/** Whether a cell says "as above" for something that people can have in common. */
export function isDittoFor(meaning: Meaning, text: string): boolean {
  return DITTO.exec(text.trim())?.[2] === undefined && isDitto(text) && !OWN.includes(meaning);
}

/** The text of a cell, or of the cell above if it says "as above". */
export interface SaidCell {
  readonly text: string;
  readonly kind: CellKind;
  readonly isDitto: boolean;
}

/**
 * Resolves "as above" to the nearest filled cell above, in the same column of a row about a person. Call it for the rows from top to
 * bottom, including those that are not read.
 */
export class DittoMarks {
  readonly #above = new Map<number, SaidCell>();

  /** The resolved text of a cell. @returns a {@link CellFault} if it says "as above" and there is nothing to refer to */
  said(row: Row, index: number, meaning: Meaning): SaidCell | CellFault {
    const text = row.cells[index] ?? '';
    const mark = DITTO.exec(text.trim());
    if (!mark) {
      const own = { text, kind: kindOf(row, index), isDitto: false };
      if (text.trim() !== '') this.#above.set(index, own);
      return own;
    }
    const above = this.#above.get(index);
    // The mark with a question mark was written when rows without a referent were handed out.
    const isUnclear = mark[2] !== undefined || OWN.includes(meaning);
    return above && !isUnclear ? { ...above, isDitto: true } : new CellFault('nothing-above');
  }
}
