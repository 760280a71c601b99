import { CellFault } from './cell-value.ts';
import { CHANGE_MONTH, IDENTITY, type Meaning } from './meaning.ts';
import { type CellKind, kindOf, type Row } from './sheet.ts';
import type { CellReader } from './values.ts';

const DITTO = /^(同上|同前|仝上?|〃|″|”|"|''|ditto|do\.)$/i;
/** Of these, everybody has his own. */
const OWN: readonly Meaning[] = ['id', 'name', IDENTITY, CHANGE_MONTH];

/** Whether a cell says "as above". */
export function isDitto(text: string): boolean {
  return DITTO.test(text.trim());
}

/** Reads marks that say "as above" as what stands above: the nearest that is filled, in the same column of a row about a person. */
export class DittoMarks {
  readonly #above = new Map<number, { readonly text: string; readonly kind: CellKind }>();

  /**
   * Reads a cell of a row about a person. Rows are read from top to bottom.
   *
   * @param tell called where the cell was a mark and something was read
   * @returns what the reader of the column gives; a {@link CellFault} where a mark means nothing
   */
  read(row: Row, index: number, meaning: Meaning, read: CellReader, tell: () => void): unknown {
    const own = { text: row.cells[index] ?? '', kind: kindOf(row, index) };
    if (!isDitto(own.text)) {
      if (own.text.trim() !== '') this.#above.set(index, own);
      return read(own.text, own.kind);
    }
    const above = this.#above.get(index);
    if (!above || OWN.includes(meaning)) return new CellFault('nothing-above');
    tell();
    return read(above.text, above.kind);
  }
}
