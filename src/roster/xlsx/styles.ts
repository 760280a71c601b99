import { RefusedFileError } from '../sheet/refusal.ts';
import { builtInFormat, type NumberFormat, PLAIN, readFormatCode } from './number-format.ts';
import { type Attributes, attributeOf, type XmlListener } from './xml.ts';

/** Excel has no more. */
const MOST_STYLES = 65_490;

/** Listens to the part of styles, of which a roster needs the formats of numbers, and what is struck out. */
export class StylesListener implements XmlListener {
  /** The format of each style, by the number that cells name it by. */
  readonly formats: NumberFormat[] = [];
  /** The styles whose text is struck out. */
  readonly struck = new Set<number>();
  /** By font. */
  readonly #strikes: boolean[] = [];
  #isInFonts = false;
  readonly #codes = new Map<string, NumberFormat>();
  #isInCellStyles = false;
  /** Conditional formats name codes of their own, by numbers that may mean others elsewhere. */
  #isInFormats = false;

  open(name: string, attributes: Attributes): void {
    if (name === 'cellXfs') this.#isInCellStyles = true;
    else if (name === 'numFmts') this.#isInFormats = true;
    else if (name === 'fonts') this.#isInFonts = true;
    else if (name === 'font' && this.#isInFonts) this.#strikes.push(false);
    else if (name === 'strike' && this.#isInFonts)
      this.#strikes[this.#strikes.length - 1] = !/^(0|false)$/.test(attributeOf(attributes, 'val') ?? '');
    else if (name === 'numFmt' && this.#isInFormats) {
      const [id, code] = [attributeOf(attributes, 'numFmtId'), attributeOf(attributes, 'formatCode')];
      if (id !== null && code !== null) this.#codes.set(id, readFormatCode(code));
    } else if (name === 'xf' && this.#isInCellStyles) {
      if (this.formats.length === MOST_STYLES) throw new RefusedFileError('damaged');
      const id = attributeOf(attributes, 'numFmtId');
      if (this.#strikes[Number(attributeOf(attributes, 'fontId') ?? -1)]) this.struck.add(this.formats.length);
      this.formats.push(id === null ? PLAIN : (this.#codes.get(id) ?? builtInFormat(Number(id))));
    }
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#isInCellStyles = false;
    else if (name === 'numFmts') this.#isInFormats = false;
    else if (name === 'fonts') this.#isInFonts = false;
  }

  text(): void {}
}
