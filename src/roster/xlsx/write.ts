import { strToU8, zipSync } from 'fflate';
import { columnName } from '../sheet.ts';

/** A cell to be written: a text, which is never a formula; a number; a date, `YYYY-MM-DD`; nothing. */
export type OutCell = string | number | { readonly date: string } | null;

/** A column to be written. */
export interface OutColumn {
  /** In characters of usual width. */
  readonly width: number;
  /** Whether what people type into it is kept as text, with all its digits. */
  readonly isText?: boolean;
  /** What is offered to choose from; anything else may be typed as well. */
  readonly choices?: readonly string[];
}

/** A sheet to be written. Its first row is its header, and stays in view. */
export interface OutSheet {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  readonly rows: readonly (readonly OutCell[])[];
}

/** The styles of cells, by their place in the part of styles. */
const STYLE = { plain: 0, text: 1, date: 2, header: 3, wrapped: 4 };
/** Excel opens no file with a longer text in a cell. */
const LONGEST_TEXT = 32_767;
/** A list of choices must fit into so many characters. */
const LONGEST_LIST = 255;
/** No clock: the same sheets are the same bytes. */
const TIME = new Date(2025, 0, 1);

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes an `.xlsx`.
 *
 * @param sheets at least one, each of another name of at most 31 characters
 */
export function writeWorkbook(sheets: readonly OutSheet[]): Uint8Array {
  const strings = new Map<string, number>();
  const parts: Record<string, string> = {};
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet, strings);
  const numbered = sheets.map(({ name }, at) => ({ name, id: at + 1 }));
  const overrides = numbered.map(({ id }) => override(`worksheets/sheet${id}`, 'worksheet'));
  parts['[Content_Types].xml'] =
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `${overrides.join('')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`;
  parts['_rels/.rels'] = relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]);
  parts['xl/workbook.xml'] =
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    `${numbered.map(({ name, id }) => `<sheet name="${escapeText(name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`;
  parts['xl/_rels/workbook.xml.rels'] = relations([
    ...numbered.map(({ id }) => relation(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`)),
    relation('rIdS', 'styles', 'styles.xml'),
    relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
  ]);
  parts['xl/styles.xml'] = STYLES;
  const texts = [...strings.keys()].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`);
  parts['xl/sharedStrings.xml'] = `<sst xmlns="${MAIN}">${texts.join('')}</sst>`;
  const files = Object.entries(parts).map(([name, xml]) => [
    name,
    strToU8(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`),
  ]);
  return zipSync(Object.fromEntries(files), { mtime: TIME });
}

const override = (path: string, type: string) => `<Override PartName="/xl/${path}.xml" ContentType="${TYPES}.${type}+xml"/>`;
const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (all: readonly string[]) => `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

function sheetXml({ columns, rows }: OutSheet, strings: Map<string, number>): string {
  const cols = columns.map(
    ({ width, isText }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${isText ? STYLE.text : STYLE.plain}"/>`,
  );
  const made = rows.map(
    (cells, at) => `<row r="${at + 1}">${cells.map((cell, index) => cellXml(cell, index, at, strings)).join('')}</row>`,
  );
  return (
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>` +
    `</sheetView></sheetViews><cols>${cols.join('')}</cols><sheetData>${made.join('')}</sheetData>${validations(columns)}</worksheet>`
  );
}

function cellXml(cell: OutCell, index: number, at: number, strings: Map<string, number>): string {
  if (cell === null || cell === '') return '';
  const place = `r="${columnName(index)}${at + 1}"`;
  if (typeof cell === 'number') return `<c ${place}><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c ${place} s="${STYLE.date}"><v>${serialOf(cell.date)}</v></c>`;
  const text = cell.slice(0, LONGEST_TEXT);
  const number = strings.get(text) ?? strings.size;
  strings.set(text, number);
  const style = at === 0 ? STYLE.header : text.includes('\n') ? STYLE.wrapped : STYLE.text;
  return `<c ${place} s="${style}" t="s"><v>${number}</v></c>`;
}

function serialOf(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 25_569;
}

function validations(columns: readonly OutColumn[]): string {
  const lists = columns.flatMap(({ choices = [] }, at) => {
    const list = choices.join(',');
    if (list === '' || list.length > LONGEST_LIST || choices.some((choice) => /[,"]/.test(choice))) return [];
    const column = columnName(at);
    return [
      `<dataValidation type="list" allowBlank="1" sqref="${column}2:${column}1048576"><formula1>"${escapeText(list)}"</formula1></dataValidation>`,
    ];
  });
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones to be escaped
const NOT_IN_XML = /[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu;

/** What XML cannot hold, and what would be taken for that, is written as Excel writes it: `_x000B_`. */
function escapeText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(NOT_IN_XML, (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>` +
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>' +
  '</cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
