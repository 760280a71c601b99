import { finish, type Work } from '../sheet/progress.ts';
import { columnName } from '../sheet/sheet.ts';
import { cellXml, escapeText, type OutCell, type SharedTexts, STYLE, STYLES } from './out-cell.ts';
import { OutZip } from './out-zip.ts';

export type { OutCell } from './out-cell.ts';

/** A column to write. */
export interface OutColumn {
  /** In characters of standard width. */
  readonly width: number;
  /** Whether typed values are kept as text, with all their digits. */
  readonly isText?: boolean;
  /** The choices offered; anything else may be typed as well. */
  readonly choices?: readonly string[];
}

/** A sheet to write. Its first row is the header and stays in view. */
export interface OutSheet<Rows extends Iterable<readonly OutCell[]> = readonly (readonly OutCell[])[]> {
  readonly name: string;
  readonly columns: readonly OutColumn[];
  /** The number of columns that stay in view too. */
  readonly fixedColumns?: number;
  readonly rows: Rows;
}
/** A sheet whose rows may come one by one. */
export type AnyOutSheet = OutSheet<Iterable<readonly OutCell[]>>;

/** A list of choices must fit into so many characters. */
const LONGEST_LIST = 255;
/** The number of rows between two reports of progress. */
const ROWS_AT_A_TIME = 500;

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * Writes an `.xlsx` in one go.
 *
 * @param sheets at least one, each of another name of at most 31 characters
 */
export function writeWorkbook(sheets: readonly AnyOutSheet[]): Uint8Array<ArrayBuffer> {
  return finish(writeInSteps(sheets, 0));
}

/** The same as work that reports its progress. @param total the number of rows */
export function* writeInSteps(sheets: readonly AnyOutSheet[], total: number): Work<Uint8Array<ArrayBuffer>> {
  const zip = new OutZip();
  const texts: SharedTexts = new Map();
  let done = 0;
  for (const [at, sheet] of sheets.entries()) done = yield* writeSheet(zip, `xl/worksheets/sheet${at + 1}.xml`, sheet, texts, done, total);
  const numbered = sheets.map(({ name }, at) => ({ name, id: at + 1 }));
  const overrides = numbered.map(({ id }) => override(`worksheets/sheet${id}`, 'worksheet'));
  const part = (name: string, xml: string) => {
    const file = zip.begin(name);
    file.write(DECLARATION + xml);
    file.end();
  };
  part(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
      `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
      `${overrides.join('')}${override('styles', 'styles')}${override('sharedStrings', 'sharedStrings')}</Types>`,
  );
  part('_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]));
  part(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><bookViews><workbookView/></bookViews><sheets>` +
      `${numbered.map(({ name, id }) => `<sheet name="${escapeText(name)}" sheetId="${id}" r:id="rId${id}"/>`).join('')}</sheets></workbook>`,
  );
  part(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...numbered.map(({ id }) => relation(`rId${id}`, 'worksheet', `worksheets/sheet${id}.xml`)),
      relation('rIdS', 'styles', 'styles.xml'),
      relation('rIdT', 'sharedStrings', 'sharedStrings.xml'),
    ]),
  );
  part('xl/styles.xml', STYLES);
  const strings = [...texts.keys()].map((text) => `<si><t xml:space="preserve">${escapeText(text)}</t></si>`);
  part('xl/sharedStrings.xml', `<sst xmlns="${MAIN}">${strings.join('')}</sst>`);
  return zip.end();
}

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const override = (path: string, type: string) => `<Override PartName="/xl/${path}.xml" ContentType="${TYPES}.${type}+xml"/>`;
const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relations = (all: readonly string[]) => `<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;

/** @returns the number of rows written so far */
function* writeSheet(
  zip: OutZip,
  name: string,
  { columns, fixedColumns = 0, rows }: AnyOutSheet,
  texts: SharedTexts,
  before: number,
  total: number,
): Work<number> {
  const cols = columns.map(
    ({ width, isText }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1" style="${isText ? STYLE.text : STYLE.plain}"/>`,
  );
  const file = zip.begin(name);
  file.write(
    `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${paneXml(fixedColumns)}` +
      `</sheetView></sheetViews>${cols.length > 0 ? `<cols>${cols.join('')}</cols>` : ''}<sheetData>`,
  );
  let at = 0;
  let xml = '';
  for (const cells of rows) {
    const row = at++;
    xml += `<row r="${at}">${cells.map((cell, column) => cellXml(cell, column, row, texts)).join('')}</row>`;
    if (at % ROWS_AT_A_TIME > 0) continue;
    file.write(xml);
    xml = '';
    yield { step: 'write', done: before + at, total };
  }
  file.write(`${xml}</sheetData>${validations(columns)}</worksheet>`);
  file.end();
  return before + at;
}

function paneXml(fixedColumns: number): string {
  const across = fixedColumns > 0 ? `xSplit="${fixedColumns}" ` : '';
  return `<pane ${across}ySplit="1" topLeftCell="${columnName(fixedColumns)}2" activePane="${fixedColumns > 0 ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`;
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
