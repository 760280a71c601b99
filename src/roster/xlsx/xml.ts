import { type SaxesAttributeNS, SaxesParser } from 'saxes';
import { LIMITS } from '../sheet/limits.ts';
import { RefusedFileError } from '../sheet/refusal.ts';

/** The attributes of an element by their names, with their prefixes. */
export type Attributes = Readonly<Record<string, Pick<SaxesAttributeNS, 'prefix' | 'local' | 'value'>>>;

/**
 * Receives the elements of an XML text as it is read: those in the namespace of its root, and those without a namespace. Names come without
 * prefix. Elements of other namespaces are skipped, since they may have the same names: Excel 2013 writes an `x15:workbookPr` beside the
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
 * It is as strict as the standard and Excel, since lenient parsing could change a number. A document type, with which a small text can
 * expand into a huge one, is refused; no spreadsheet writes one.
 */
export class XmlReader {
  /** Parses without counting lines, which nobody needs and which takes time. */
  readonly #parser = new SaxesParser({ xmlns: true, position: false });
  /** Characters received since the last event: those of an unfinished token, which the parser keeps. */
  #waiting = 0;

  constructor(listener: XmlListener) {
    let ownNamespace: string | null = null;
    /** The number of open elements from the outermost foreign one on. */
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

  /** Ends the text. @throws RefusedFileError `damaged` */
  end(): void {
    this.#parser.close();
  }
}

function refuse(): never {
  throw new RefusedFileError('damaged');
}

/** The value of an attribute; `null` if there is none. A prefixed name must be given with its prefix. */
export function attributeOf(attributes: Attributes, name: string): string | null {
  return attributes[name]?.value ?? null;
}

/**
 * An independent copy of a text. A slice of a longer text may keep the whole text in memory, which for a cell is everything read with it.
 */
export function detach(text: string): string {
  return `${text} `.slice(0, -1);
}
