import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { LIMITS } from '../sheet/limits.ts';
import { RefusedFileError } from '../sheet/refusal.ts';

/** The attributes of an element by their names, with their prefixes. */
export type Attributes = Readonly<Record<string, Pick<SaxesAttributeNS, 'prefix' | 'local' | 'value'>>>;

/**
 * What is told of an XML text as it is read: the elements of its own namespace, that of its root, and those of none. Names come without their
 * prefix. Nothing is told of what other namespaces add, which may bear the same names: Excel 2013 writes an `x15:workbookPr` beside the
 * `workbookPr`.
 */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads the XML of a workbook as it comes, without keeping it: a sheet can be larger than any text that a browser can hold.
 *
 * It is as strict as the standard, and Excel, since a lenient reading could change a number. A document type, with which a small text can unfold
 * into a huge one, is not read at all; no spreadsheet writes one.
 */
export class XmlReader {
  /** Reads without counting lines, which nobody asks for and which takes time. */
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  /** Characters that have come since anything was told: those of a token that has not ended, which the parser keeps. */
  #waiting = 0;

  constructor(listener: XmlListener) {
    let ownNamespace: string | null = null;
    /** How many elements are open from the outermost foreign one on. */
    let foreignDepth = 0;
    const tellText = (text: string) => {
      this.#waiting = 0;
      if (foreignDepth === 0) listener.text(text);
    };
    this.#parser.on('error', refuse);
    this.#parser.on('doctype', refuse);
    this.#parser.on('text', tellText);
    this.#parser.on('cdata', tellText);
    this.#parser.on('opentag', ({ uri, local, attributes }) => {
      this.#waiting = 0;
      ownNamespace ??= uri;
      if (foreignDepth > 0 || (uri !== '' && uri !== ownNamespace)) foreignDepth++;
      else listener.open(local, attributes);
    });
    this.#parser.on('closetag', ({ local }) => {
      this.#waiting = 0;
      if (foreignDepth > 0) foreignDepth--;
      else listener.close(local);
    });
  }

  /** @throws RefusedFileError `damaged` */
  push(chunk: string): void {
    this.#waiting += chunk.length;
    this.#parser.write(chunk);
    if (this.#waiting > LIMITS.token) refuse();
  }

  /** Says that nothing more comes. @throws RefusedFileError `damaged` */
  end(): void {
    this.#parser.close();
  }
}

function refuse(): never {
  throw new RefusedFileError('damaged');
}

/** The value of an attribute; `null` where there is none of this name. A name with a prefix must be asked for with its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | null {
  return attributes[name]?.value ?? null;
}

/**
 * A copy of a text that stands for itself. A part of a longer text may keep the whole of it in memory, which for a cell is all that was
 * read along with it.
 */
export function detach(text: string): string {
  return `${text} `.slice(0, -1);
}
