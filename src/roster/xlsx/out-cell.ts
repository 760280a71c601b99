import { formatFen } from '../../money/fen.ts';
import { columnName } from '../sheet/sheet.ts';

/**
 * A cell to be written:
 *
 * - a text, which is never a formula, plain or as a heading; a number; a date, `YYYY-MM-DD`; nothing;
 * - an amount, as a number with two decimals;
 * - a sum of amounts, as a formula: of the cells above it from `fromRow` to `toRow` (1-based), or of those to its left from `fromColumn` to
 *   `toColumn` (0-based). It is written with its result, for programs that do not compute; of no cells at all it is an amount.
 *
 * An amount of more digits than Excel keeps ({@link isExactInExcel}) is written as a text with all of them.
 */
export type OutCell =
  | string
  | number
  | { readonly heading: string }
  | { readonly date: string }
  | { readonly fen: bigint }
  | { readonly fen: bigint; readonly fromRow: number; readonly toRow: number }
  | { readonly fen: bigint; readonly fromColumn: number; readonly toColumn: number }
  | null;

/** The styles of cells, by their place in {@link STYLES}. */
export const STYLE = { plain: 0, text: 1, date: 2, heading: 3, wrapped: 4, amount: 5, sum: 6 };

/** Excel opens no file with a longer text in a cell. */
const LONGEST_TEXT = 32_767;
/** Excel keeps fifteen digits of a number. */
const FIRST_INEXACT_FEN = 10n ** 15n;

/** Whether Excel keeps every digit of an amount. */
export function isExactInExcel(fen: bigint): boolean {
  return fen < FIRST_INEXACT_FEN && fen > -FIRST_INEXACT_FEN;
}

/** The texts of a workbook, each written once, by number. */
export type SharedTexts = Map<string, number>;

/** A cell in XML. @param row 0-based */
export function cellXml(cell: OutCell, column: number, row: number, texts: SharedTexts): string {
  if (cell === null || cell === '') return '';
  const place = `r="${columnName(column)}${row + 1}"`;
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === 'string') {
    return textXml(place, cell, row === 0 ? STYLE.heading : cell.includes('\n') ? STYLE.wrapped : STYLE.text, texts);
  }
  if ('heading' in cell) return textXml(place, cell.heading, STYLE.heading, texts);
  if ('date' in cell) return `<c ${place} s="${STYLE.date}"><v>${serialOf(cell.date)}</v></c>`;
  const amount = formatFen(cell.fen);
  const isSum = ('fromRow' in cell && cell.fromRow <= cell.toRow) || ('fromColumn' in cell && cell.fromColumn <= cell.toColumn);
  if (!isExactInExcel(cell.fen)) return textXml(place, amount, isSum ? STYLE.heading : STYLE.text, texts);
  if (!isSum) return `<c ${place} s="${STYLE.amount}"><v>${amount}</v></c>`;
  const range =
    'fromRow' in cell
      ? `${columnName(column)}${cell.fromRow}:${columnName(column)}${cell.toRow}`
      : `${columnName(cell.fromColumn)}${row + 1}:${columnName(cell.toColumn)}${row + 1}`;
  return `<c ${place} s="${STYLE.sum}"><f>SUM(${range})</f><v>${amount}</v></c>`;
}

function textXml(place: string, whole: string, style: number, texts: SharedTexts): string {
  const text = whole.slice(0, LONGEST_TEXT);
  const number = texts.get(text) ?? texts.size;
  texts.set(text, number);
  return `<c ${place} s="${style}" t="s"><v>${number}</v></c>`;
}

function serialOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be escaped
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** What XML cannot hold, and what would be taken for that, is written as Excel writes it: `_x000B_`. */
export function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_IN_XML, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const xf = (format: number, font: number, more = '') =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"${font > 0 ? ' applyFont="1"' : ''}${more}`;

/** The part of styles. Format 4 is `#,##0.00`, format 49 keeps what is typed as text. */
export const STYLES =
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  '<numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>' +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(49, 0, '/>')}${xf(164, 0, '/>')}${xf(49, 1, ' applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf>')}` +
  `${xf(49, 0, ' applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>')}${xf(4, 0, '/>')}${xf(4, 1, '/>')}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
