import type { Dictionary } from '../../facts/dictionary.ts';
import { findHeader } from '../columns/header.ts';
import { DELIMITERS, type Delimiter, parseCsv } from '../sheet/csv.ts';
import { decodeText, UndecodableTextError } from '../sheet/decode.ts';
import { LIMITS } from '../sheet/limits.ts';
import type { Work } from '../sheet/progress.ts';
import { type Refusal, RefusedFileError } from '../sheet/refusal.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { openPackage } from '../xlsx/part.ts';
import { readWorkbook, type Workbook } from '../xlsx/workbook.ts';
import { readWorksheet } from '../xlsx/worksheet.ts';
import { isZip } from '../xlsx/zip.ts';

/** A sheet of a file that was opened. */
export interface SheetInfo {
  /** Its name; empty for a CSV. */
  readonly name: string;
  /** Hidden sheets are reported and can be read, but are never chosen by default. */
  readonly isHidden: boolean;
  /** Whether a header row was found at its top. Hidden sheets are not looked into. */
  readonly hasHeader: boolean;
}

/** An opened file. Its sheets are read one by one, with {@link readSheet}. */
export interface Opened {
  readonly sheets: readonly SheetInfo[];
  /** The index of the sheet to read by default: the first visible one with a header row, otherwise the first visible one. */
  readonly suggested: number;
  /** Macros are neither read nor run. */
  readonly hasMacros: boolean;
  readonly source: Source;
}

/** The source of the sheets, opaque outside this room. */
type Source = { readonly workbook: Workbook } | { readonly text: string; readonly delimiter: Delimiter };

/** How many rows are searched for a header row. */
const ROWS_PEEKED = 60;
/** How much of a text is looked at to know what it is. */
const HEAD_CHARACTERS = 10_000;

/**
 * Opens a roster file, `.xlsx` or CSV, recognised by its content and not by its name.
 *
 * @param bytes the whole file
 * @param dictionary the facts that header rows name
 * @returns the opened file, or why it cannot be read
 */
export function* openWorkbook(bytes: Uint8Array, dictionary: Dictionary): Work<Opened | Refusal> {
  try {
    if (bytes.length > LIMITS.fileBytes) throw new RefusedFileError('too-large', { maximum: LIMITS.fileBytes });
    if (isZip(bytes)) return yield* openXlsx(bytes, dictionary);
    if (startsWith(bytes, COMPOUND_FILE)) throw new RefusedFileError(isEncrypted(bytes) ? 'encrypted' : 'old-excel');
    return openText(bytes, dictionary);
  } catch (error) {
    return refusalOf(error);
  }
}

/**
 * Reads a sheet of a file that was opened.
 *
 * @param index in {@link Opened.sheets}
 * @returns its rows; or why it cannot be read
 */
export function* readSheet({ source }: Opened, index: number): Work<Sheet | Refusal> {
  try {
    if ('text' in source) return parseCsv(source.text, source.delimiter);
    const sheet = source.workbook.sheets[index];
    if (!sheet) throw new RangeError(`there is no sheet ${index}`);
    return yield* readWorksheet(source.workbook, sheet);
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  if (error instanceof RefusedFileError || error instanceof UndecodableTextError) return error.refusal;
  throw error;
}

function* openXlsx(bytes: Uint8Array, dictionary: Dictionary): Work<Opened> {
  const workbook = yield* readWorkbook(openPackage(bytes));
  const sheets: SheetInfo[] = [];
  for (const sheet of workbook.sheets) {
    const { name, isHidden } = sheet;
    const hasHeader = !isHidden && findHeader(yield* readWorksheet(workbook, sheet, ROWS_PEEKED), dictionary) !== null;
    sheets.push({ name, isHidden, hasHeader });
  }
  const withHeader = sheets.findIndex(({ hasHeader }) => hasHeader);
  const suggested = withHeader < 0 ? sheets.findIndex(({ isHidden }) => !isHidden) : withHeader;
  return { sheets, suggested, hasMacros: workbook.hasMacros, source: { workbook } };
}

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const PDF = [0x25, 0x50, 0x44, 0x46];
const RICH_TEXT = [0x7b, 0x5c, 0x72, 0x74, 0x66];
/** Old business systems often export a web page, a part of one, or pre-`.xlsx` XML as a "sheet". */
const WEB_PAGE = /^\s*(<[!?a-z]|mime-version:)/i;
/** The same, with something before it. */
const WEB_TABLE = /<table\b[\s\S]*<t[dh]\b/i;

function openText(bytes: Uint8Array, dictionary: Dictionary): Opened {
  if (startsWith(bytes, PDF) || startsWith(bytes, RICH_TEXT)) throw new RefusedFileError('not-a-sheet');
  const text = decodeText(bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') throw new RefusedFileError('empty');
  if (WEB_PAGE.test(text)) throw new RefusedFileError('web-page');
  const found = DELIMITERS.find((delimiter) => findHeader(parseCsv(text, delimiter, ROWS_PEEKED), dictionary) !== null);
  if (found === undefined && WEB_TABLE.test(text.slice(0, HEAD_CHARACTERS))) throw new RefusedFileError('web-page');
  return {
    sheets: [{ name: '', isHidden: false, hasHeader: found !== undefined }],
    suggested: 0,
    hasMacros: false,
    source: { text, delimiter: found ?? mostUsedDelimiter(text) },
  };
}

/** Without a header row, the separator that is most frequent in the first lines. */
function mostUsedDelimiter(text: string): Delimiter {
  const head = text.slice(0, HEAD_CHARACTERS);
  const uses = (delimiter: Delimiter) => head.split(delimiter).length;
  return DELIMITERS.toSorted((a, b) => uses(b) - uses(a))[0] as Delimiter;
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** A workbook with a password is an old container around an encrypted one; its directory lists the content in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = Uint8Array.from([...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(name[0] as number); at >= 0; at = bytes.indexOf(name[0] as number, at + 1)) {
    if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
