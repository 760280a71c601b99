import { type CellKind, kindOf, type Row } from '../sheet/sheet.ts';
import { CellFault } from './cell-value.ts';
import { CHANGE_MONTH, IDENTITY, type Meaning } from './meaning.ts';

const DITTO = /^(同上|同前|同左|仝上?|々|〃|″|”|"|''|ditto|do\.)(\?)?$/i;
/** Of these, everybody has his own. */
const OWN: readonly Meaning[] = ['id', 'name', IDENTITY, CHANGE_MONTH];

/** Whether a cell says "as above". */
export function isDitto(text: string): boolean {
  return DITTO.test(text.trim());
}

/** Whether a cell says "as above" of something that people can have in common. */
export function isDittoFor(meaning: Meaning, text: string): boolean {
  return DITTO.exec(text.trim())?.[2] === undefined && isDitto(text) && !OWN.includes(meaning);
}

/** What a cell says, by itself or by what stands above it. */
export interface SaidCell {
  readonly text: string;
  readonly kind: CellKind;
  readonly isDitto: boolean;
}

/**
 * Reads marks that say "as above" as what stands above: the nearest that is filled, in the same column of a row about a person. Rows are gone
 * through from top to bottom, those too that are not read.
 */
export class DittoMarks {
  readonly #above = new Map<number, SaidCell>();

  /** What a cell says. @returns a {@link CellFault} where it says "as above" and that means nothing */
  said(row: Row, index: number, meaning: Meaning): SaidCell | CellFault {
    const text = row.cells[index] ?? '';
    const mark = DITTO.exec(text.trim());
    if (!mark) {
      const own = { text, kind: kindOf(row, index), isDitto: false };
      if (text.trim() !== '') this.#above.set(index, own);
      return own;
    }
    const above = this.#above.get(index);
    // With a question mark, it comes back from where it meant nothing.
    const isUnclear = mark[2] !== undefined || OWN.includes(meaning);
    return above && !isUnclear ? { ...above, isDitto: true } : new CellFault('nothing-above');
  }
}
