import { LIMITS } from '../limits.ts';
import { RefusedFileError } from '../refusal.ts';
import { Namespaces } from './namespaces.ts';

/**
 * What is told of an XML text as it is read: the elements of its own namespace, that of its root. Names come without their prefix. Nothing is
 * told of what other namespaces add, which may bear the same names: Excel 2013 writes an `x15:workbookPr` beside the `workbookPr`.
 */
export interface XmlListener {
  /** @param tag the whole of the tag between its angles, for {@link attributeOf} */
  open(name: string, tag: string): void;
  close(name: string): void;
  text(text: string): void;
}

/**
 * Reads the XML of a workbook as it comes, without keeping it: a sheet can be larger than any text that a browser can hold.
 *
 * It is strict where a lenient reading could change a number: tags must match, entities must be known, and the text must end. A document
 * type, with which a small text can unfold into a huge one, is not read at all; no spreadsheet writes one.
 */
export class XmlReader {
  readonly #listener: XmlListener;
  readonly #open: string[] = [];
  readonly #namespaces = new Namespaces();
  /** How many elements were open around the element of another namespace that is being passed over; -1 outside one. */
  #foreignAt = -1;
  /** What is left of the text before: a token that has not ended. */
  #rest = '';

  constructor(listener: XmlListener) {
    this.#listener = listener;
  }

  /** @throws RefusedFileError `damaged` */
  push(chunk: string): void {
    const text = this.#rest + chunk;
    let at = 0;
    for (;;) {
      const angle = text.indexOf('<', at);
      if (angle < 0) break;
      const end = this.#endOf(text, angle);
      if (end < 0) break;
      if (angle > at) this.#text(text.slice(at, angle));
      this.#token(text, angle, end);
      at = end;
    }
    this.#rest = text.slice(at);
    if (this.#rest.length > LIMITS.token) throw new RefusedFileError('damaged');
  }

  /** Says that nothing more comes. @throws RefusedFileError `damaged` */
  end(): void {
    if (this.#rest.trim() !== '' || this.#open.length > 0) throw new RefusedFileError('damaged');
  }

  /** Where the token that begins here ends; -1 where its end has not come yet. */
  #endOf(text: string, angle: number): number {
    const second = text.charCodeAt(angle + 1);
    if (second === EXCLAMATION) {
      // Enough of it to tell which of the three it is.
      if (text.length < angle + 9) return -1;
      if (text.startsWith('<!--', angle)) return after(text, '-->', angle + 4);
      if (text.startsWith('<![CDATA[', angle)) return after(text, ']]>', angle + 9);
      throw new RefusedFileError('damaged');
    }
    if (second === QUESTION) return after(text, '?>', angle + 2);
    let quote = 0;
    for (let at = angle + 1; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (quote !== 0) {
        if (code === quote) quote = 0;
      } else if (code === GREATER) return at + 1;
      else if (code === DOUBLE || code === SINGLE) quote = code;
    }
    return -1;
  }

  #text(raw: string): void {
    // What stands between the tags of a structure is only there to be looked at.
    if (this.#open.length > 0 && this.#foreignAt < 0) this.#listener.text(decodeEntities(raw));
  }

  #token(text: string, angle: number, end: number): void {
    const second = text.charCodeAt(angle + 1);
    if (second === EXCLAMATION) {
      const isText = text.charCodeAt(angle + 2) === BRACKET && this.#open.length > 0 && this.#foreignAt < 0;
      if (isText) this.#listener.text(text.slice(angle + 9, end - 3));
    } else if (second === SLASH) {
      this.#closeTag(localName(text.slice(angle + 2, end - 1).trimEnd()));
    } else if (second !== QUESTION) {
      const isEmpty = text.charCodeAt(end - 2) === SLASH;
      this.#openTag(text.slice(angle + 1, isEmpty ? end - 2 : end - 1), isEmpty);
    }
  }

  #openTag(tag: string, isEmpty: boolean): void {
    const qualified = tag.slice(0, endOfName(tag));
    const name = localName(qualified);
    if (name === '') throw new RefusedFileError('damaged');
    const depth = this.#open.length;
    this.#namespaces.open(qualified, tag, depth);
    if (this.#foreignAt < 0 && this.#namespaces.isForeign(qualified)) this.#foreignAt = depth;
    if (this.#foreignAt < 0) this.#listener.open(name, tag);
    this.#open.push(name);
    if (isEmpty) this.#closeTag(name);
  }

  #closeTag(name: string): void {
    if (this.#open.pop() !== name) throw new RefusedFileError('damaged');
    const depth = this.#open.length;
    this.#namespaces.close(depth);
    if (this.#foreignAt < 0) this.#listener.close(name);
    else if (this.#foreignAt === depth) this.#foreignAt = -1;
  }
}

const EXCLAMATION = 33;
const DOUBLE = 34;
const SINGLE = 39;
const SLASH = 47;
const EQUALS = 61;
const GREATER = 62;
const QUESTION = 63;
const BRACKET = 91;

const isSpace = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

function after(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  return at < 0 ? -1 : at + mark.length;
}

function endOfName(tag: string): number {
  let at = 0;
  while (at < tag.length && !isSpace(tag.charCodeAt(at))) at++;
  return at;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * The value of an attribute of a tag; `null` where it has none of this name. A name with a prefix must be asked for with its prefix.
 *
 * @throws RefusedFileError `damaged` where the tag is not well formed
 */
export function attributeOf(tag: string, name: string): string | null {
  let at = endOfName(tag);
  for (;;) {
    while (isSpace(tag.charCodeAt(at))) at++;
    if (at >= tag.length) return null;
    const start = at;
    while (at < tag.length && tag.charCodeAt(at) !== EQUALS && !isSpace(tag.charCodeAt(at))) at++;
    const nameEnd = at;
    while (isSpace(tag.charCodeAt(at))) at++;
    if (tag.charCodeAt(at) !== EQUALS) throw new RefusedFileError('damaged');
    at++;
    while (isSpace(tag.charCodeAt(at))) at++;
    const quote = tag[at];
    const end = quote === '"' || quote === "'" ? tag.indexOf(quote, at + 1) : -1;
    if (end < 0) throw new RefusedFileError('damaged');
    if (nameEnd - start === name.length && tag.startsWith(name, start)) return decodeEntities(tag.slice(at + 1, end));
    at = end + 1;
  }
}

/**
 * A copy of a text that stands for itself. A part of a longer text may keep the whole of it in memory, which for a cell is all that was
 * read along with it.
 */
export function detach(text: string): string {
  return `${text} `.slice(0, -1);
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decodeEntities(raw: string): string {
  const text = raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw;
  if (!text.includes('&')) return text;
  return text.replace(/&([^;]{0,10};?)/g, (_, body: string) => {
    const [, hex, decimal, name] = /^(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));$/.exec(body) ?? [];
    const known = name === undefined ? undefined : ENTITIES[name];
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal);
    if (known !== undefined) return known;
    if (!(code > 0 && code <= 0x10ffff)) throw new RefusedFileError('damaged');
    return String.fromCodePoint(code);
  });
}
