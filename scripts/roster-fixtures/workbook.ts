import { strToU8, type Zippable, zipSync } from 'fflate';

/** A cell: its text, its number, nothing, or XML of its own: attributes and content. */
export type FixtureCell = string | number | null | { readonly attributes: string; readonly content: string };

/** A sheet of a handmade workbook, so that it can be as odd as those that people send. */
export interface FixtureSheet {
  readonly name: string;
  readonly state?: 'hidden' | 'veryHidden';
  /** Row by row from the first; `null` for a row that is not there. */
  readonly rows: readonly (readonly FixtureCell[] | null)[];
  readonly merges?: readonly string[];
  /** Rows (1-based) that a filter hides. */
  readonly hiddenRows?: readonly number[];
  /** The literal part, instead of one made from the rows. */
  readonly xml?: string;
  /** What kind of sheet it is, by the last word of its relation. */
  readonly type?: string;
}

export interface FixtureWorkbook {
  readonly sheets: readonly FixtureSheet[];
  readonly uses1904?: boolean;
  /** Codes of number formats; a cell names the first one by style 1. */
  readonly formats?: readonly string[];
  /** Whether texts stand in their cells or, as usual, once for all sheets. */
  readonly inline?: boolean;
  /** Further parts, or replacements for those made here. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Further relations of the workbook, as XML. */
  readonly relations?: string;
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A fixed date, so that the bytes are the same every time. */
export const ZIP_TIME = new Date(2025, 0, 1);

/** A cell with a style: a date, where the style's format is one. */
export function styled(value: string | number, style: number): FixtureCell {
  return { attributes: `s="${style}"`, content: `<v>${value}</v>` };
}

/** A formula, with the result that was saved with it or without one. */
export function formula(code: string, result?: string | number): FixtureCell {
  const type = typeof result === 'string' ? 't="str"' : '';
  return { attributes: type, content: `<f>${escapeXml(code)}</f>${result === undefined ? '' : `<v>${escapeXml(String(result))}</v>`}` };
}

/** One of the spreadsheet's own errors. */
export function errorCell(code: string): FixtureCell {
  return { attributes: 't="e"', content: `<f>A1</f><v>${code}</v>` };
}

/** A boolean. */
export function booleanCell(value: boolean): FixtureCell {
  return { attributes: 't="b"', content: `<v>${value ? 1 : 0}</v>` };
}

/** Makes an `.xlsx`. */
export function makeWorkbook(workbook: FixtureWorkbook): Uint8Array {
  return zip(workbookParts(workbook));
}

/** Packs parts into a zip. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts)) files[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(files, { mtime: ZIP_TIME, level: 9 });
}

/** The parts of an `.xlsx`, before they are packed. */
export function workbookParts({ sheets, uses1904, formats = [], inline = false, parts = {}, relations = '' }: FixtureWorkbook) {
  const strings: string[] = [];
  const sheetXml = sheets.map((sheet) => sheet.xml ?? makeSheet(sheet, inline ? null : strings));
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="rId${at + 1}"/>`,
  );
  const related = sheets.map(
    ({ type = 'worksheet' }, at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  const made: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': contentTypes(sheets),
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}">${uses1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}">${related.join('')}<Relationship Id="rIdS" Type="${OFFICE}/styles" Target="styles.xml"/><Relationship Id="rIdT" Type="${OFFICE}/sharedStrings" Target="/xl/sharedStrings.xml"/>${relations}</Relationships>`,
    'xl/styles.xml': makeStyles(formats),
    'xl/sharedStrings.xml': `${HEAD}<sst xmlns="${MAIN}">${strings.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join('')}</sst>`,
  };
  for (const [at, xml] of sheetXml.entries()) made[`xl/worksheets/sheet${at + 1}.xml`] = xml;
  return { ...made, ...parts };
}

/** The part of a sheet with these rows as XML. */
export function sheetPart(rows: string, after = ''): string {
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

/** The letters of a column. */
export function letters(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : letters(Math.floor(index / 26) - 1) + letters(index % 26);
}

/** Text as XML has it. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Needed for other programs to open the files. */
function contentTypes(sheets: readonly FixtureSheet[]): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const overrides = [
    ['workbook', 'sheet.main'],
    ['styles', 'styles'],
    ['sharedStrings', 'sharedStrings'],
    ...sheets.map((sheet, at) => [`worksheets/sheet${at + 1}`, sheet.type ?? 'worksheet']),
  ];
  const made = overrides.map(([name, kind]) => `<Override PartName="/xl/${name}.xml" ContentType="${type}.${kind}+xml"/>`);
  return (
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>' +
    `${made.join('')}</Types>`
  );
}

function makeSheet({ rows, merges = [], hiddenRows = [] }: FixtureSheet, strings: string[] | null): string {
  const made = rows.map((cells, at) => {
    if (!cells) return '';
    const hidden = hiddenRows.includes(at + 1) ? ' hidden="1"' : '';
    return `<row r="${at + 1}"${hidden}>${cells.map((cell, index) => makeCell(cell, `${letters(index)}${at + 1}`, strings)).join('')}</row>`;
  });
  const merged = merges.map((range) => `<mergeCell ref="${range}"/>`).join('');
  return sheetPart(made.join(''), merged && `<mergeCells count="${merges.length}">${merged}</mergeCells>`);
}

function makeCell(cell: FixtureCell, reference: string, strings: string[] | null): string {
  if (cell === null || cell === '') return '';
  if (typeof cell === 'number') return `<c r="${reference}"><v>${cell}</v></c>`;
  if (typeof cell === 'object') return `<c r="${reference}" ${cell.attributes}>${cell.content}</c>`;
  if (!strings) return `<c r="${reference}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cell)}</t></is></c>`;
  if (!strings.includes(cell)) strings.push(cell);
  return `<c r="${reference}" t="s"><v>${strings.indexOf(cell)}</v></c>`;
}

function makeStyles(formats: readonly string[]): string {
  const codes = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapeXml(code)}"/>`);
  const styles = formats.map((_, at) => `<xf numFmtId="${164 + at}" applyNumberFormat="1"/>`);
  const numbers = formats.length === 0 ? '' : `<numFmts count="${formats.length}">${codes.join('')}</numFmts>`;
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}">${numbers}<fonts><font><sz val="11"/></font></fonts><fills><fill><patternFill patternType="none"/></fill></fills><borders><border/></borders>` +
    `<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0" xfId="0"/>${styles.join('')}</cellXfs></styleSheet>`
  );
}
