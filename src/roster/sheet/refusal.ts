/**
 * Why a file cannot be read at all:
 *
 * - `empty`: there is nothing in it; `not-a-sheet`: text in no encoding, a picture, a PDF; `broken-text`: a CSV in an `encoding` with
 *   bytes in a
 *   `line` that are none of it; `zero-bytes`: the same, the bytes being zeros; `web-page`: a web page or an XML table under the
 *   name of a sheet; `old-excel`: `.xls` or `.et`; `encrypted`: it asks for a password; `binary-workbook`: `.xlsb`; `open-document`:
 *   `.ods`;
 *   `other-zip`: packed files without a workbook; `no-sheet`: a workbook without a visible sheet of cells.
 * - `damaged`: it is truncated or altered, so that its content cannot be trusted.
 * - `too-large` (in bytes), `too-many-rows`, `too-many-columns`, `too-many-cells`, each with its `maximum`; `too-much-text`; `bomb`: a
 *   small file that unpacks to a huge one.
 */
export const REFUSAL_CODES = [
  'empty',
  'not-a-sheet',
  'broken-text',
  'zero-bytes',
  'web-page',
  'old-excel',
  'encrypted',
  'binary-workbook',
  'open-document',
  'other-zip',
  'no-sheet',
  'damaged',
  'too-large',
  'too-many-rows',
  'too-many-columns',
  'too-many-cells',
  'too-much-text',
  'bomb',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Why a file cannot be read. */
export interface Refusal {
  readonly refused: RefusalCode;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Carries a refusal from deep inside a file to the place where the file is opened; callers of this room get it as a value. */
export class RefusedFileError extends Error {
  override name = 'RefusedFileError';
  readonly refusal: Refusal;

  constructor(code: RefusalCode, params: Refusal['params'] = {}) {
    super(code);
    this.refusal = { refused: code, params };
  }
}

/** Whether a file was refused instead of being opened or read. */
export function isRefusal(answer: object): answer is Refusal {
  return 'refused' in answer;
}
