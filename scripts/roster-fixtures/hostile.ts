import { COLUMNS, csv, type Fixture, gb18030, HEADER, LI, LI_RECORD, utf8, utf16, WANG, WANG_RECORD } from './fixture.ts';
import { escapeXml, letters, makeWorkbook, sheetPart, workbookParts, zip } from './workbook.ts';

const SHEET = { name: '名册', rows: [HEADER, WANG] } as const;
const GOOD = makeWorkbook({ sheets: [SHEET] });
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

const rowXml = (number: number, cells: readonly string[]) =>
  `<row r="${number}">${cells.map((cell, at) => `<c r="${letters(at)}${number}" t="inlineStr"><is><t>${escapeXml(cell)}</t></is></c>`).join('')}</row>`;

const withSheet = (xml: string) => makeWorkbook({ sheets: [{ name: '名册', rows: [], xml }] });

/** With the size that its directory says of the largest part changed. */
function lying(bytes: Uint8Array, part: string, size: number): Uint8Array {
  const copy = Buffer.from(bytes);
  const name = copy.lastIndexOf(part);
  copy.writeUInt32LE(size, name - 46 + 24);
  return copy;
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy[at] = (copy[at] ?? 0) ^ 0x10;
  return copy;
}

function bytesOf(...pieces: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(pieces.flatMap((piece) => [...piece]));
}

const CUT = bytesOf(utf8(csv([HEADER, WANG])), utf8('T2,李').slice(0, -1), utf8(',临聘,城市\n'));

/** Files that are no rosters, or would stop the page; each gets a clear answer. */
export const HOSTILE: readonly Fixture[] = [
  { file: 'empty.csv', about: 'No bytes at all.', bytes: new Uint8Array(), expected: { refused: 'empty' } },
  { file: 'blank.csv', about: 'A mark and white space.', bytes: utf8('\ufeff \r\n\r\n'), expected: { refused: 'empty' } },
  {
    file: 'no-encoding.csv',
    about: 'Bytes of no encoding.',
    bytes: Uint8Array.of(0xb9, 0xa4, 0xff, 0xff, 0x2c),
    expected: { refused: 'not-a-sheet' },
  },
  {
    file: 'picture.csv',
    about: 'A picture under another name.',
    bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52),
    expected: { refused: 'not-a-sheet' },
  },
  {
    file: 'scan.csv',
    about: 'A PDF under another name.',
    bytes: utf8('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'),
    expected: { refused: 'not-a-sheet' },
  },
  {
    file: 'web-page.xls',
    about: 'A web page under the name of a sheet, as old systems export it.',
    bytes: utf8('\n<html><body><table><tr><td>工号</td><td>姓名</td></tr></table></body></html>'),
    expected: { refused: 'web-page' },
  },
  ...[
    ['centre', '<center><b>花名册</b></center>'],
    ['division', '<div>'],
    ['comment', '<!-- exported -->'],
    ['words', '花名册'],
  ].map(([name, before]) => ({
    file: `web-table-after-${name}.xls`,
    about: 'A part of a web page under the name of a sheet.',
    bytes: gb18030(`${before}<table border=1><tr><td>工号</td><td>姓名</td></tr><tr><td>001</td><td>张三</td></tr></table>`),
    expected: { refused: 'web-page' },
  })),
  ...[
    ['character-cut.csv', 'A CSV with a character of which a byte is lost.', CUT, 'broken-text'],
    ['encodings-mixed.csv', 'A CSV with lines in two encodings.', bytesOf(utf8(csv([HEADER, WANG])), gb18030(csv([LI]))), 'broken-text'],
    ['zero-byte.csv', 'A CSV with a zero byte.', utf8(csv([HEADER, WANG, LI]).replace('李', '\0')), 'zero-bytes'],
  ].map(([file, about, bytes, refused]) => ({ file, about, bytes, expected: { refused } }) as Fixture),
  {
    file: 'xml-table.xls',
    about: 'A table in the XML of 2003.',
    bytes: utf8('\ufeff<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>'),
    expected: { refused: 'web-page' },
  },
  {
    file: 'old.xls',
    about: 'A workbook of Excel 97.',
    bytes: Uint8Array.from([...COMPOUND, ...Array(504).fill(0)]),
    expected: { refused: 'old-excel' },
  },
  {
    file: 'password.xlsx',
    about: 'A workbook with a password.',
    bytes: Uint8Array.from([...COMPOUND, ...Array(504).fill(0), ...utf16('EncryptedPackage'), ...Array(96).fill(0)]),
    expected: { refused: 'encrypted' },
  },
  {
    file: 'binary.xlsb',
    about: 'A binary workbook.',
    bytes: zip({
      '_rels/.rels':
        '<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="xl/workbook.bin"/></Relationships>',
      'xl/workbook.bin': Uint8Array.of(0x83, 1, 0),
    }),
    expected: { refused: 'binary-workbook' },
  },
  {
    file: 'open-document.ods',
    about: 'An OpenDocument spreadsheet.',
    bytes: zip({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<office/>' }),
    expected: { refused: 'open-document' },
  },
  {
    file: 'letter.xlsx',
    about: 'A letter of the same office suite.',
    bytes: zip({
      '_rels/.rels':
        '<Relationships><Relationship Id="r" Type="http://x/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': '<w:document xmlns:w="w"><w:body/></w:document>',
    }),
    expected: { refused: 'other-zip' },
  },
  {
    file: 'packed.xlsx',
    about: 'A zip with a CSV in it.',
    bytes: zip({ '名册.csv': csv([HEADER, WANG]) }),
    expected: { refused: 'other-zip' },
  },
  { file: 'cut-off.xlsx', about: 'Half of a download.', bytes: GOOD.subarray(0, GOOD.length / 2), expected: { refused: 'damaged' } },
  {
    file: 'flipped-bit.xlsx',
    about: 'One bit of the texts has changed on the way.',
    bytes: flipped(zip(Object.fromEntries(Object.entries(workbookParts({ sheets: [SHEET] })).reverse())), 90),
    expected: { refused: 'damaged' },
  },
  {
    file: 'broken-xml.xlsx',
    about: 'A sheet that does not end.',
    bytes: withSheet(sheetPart(rowXml(1, HEADER)).replace('</sheetData></worksheet>', '')),
    expected: { refused: 'damaged' },
  },
  {
    file: 'entities.xlsx',
    about: 'A document type of which each entity is ten of the one before.',
    bytes: withSheet(
      `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>${sheetPart('<row><c t="str"><v>&b;</v></c></row>')}`,
    ),
    expected: { refused: 'damaged' },
  },
  {
    file: 'text-missing.xlsx',
    about: 'A cell names a text that there is not.',
    bytes: withSheet(sheetPart('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')),
    expected: { refused: 'damaged' },
  },
  {
    file: 'rows-twice.xlsx',
    about: 'Two rows with one number.',
    bytes: withSheet(sheetPart(rowXml(1, HEADER) + rowXml(2, WANG) + rowXml(2, LI))),
    expected: { refused: 'damaged' },
  },
  {
    file: 'cells-twice.xlsx',
    about: 'Two cells at one place.',
    bytes: withSheet(sheetPart('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
    expected: { refused: 'damaged' },
  },
  {
    file: 'bomb.xlsx',
    about: 'A few kilobytes that unpack to 40 megabytes of nothing.',
    bytes: withSheet(sheetPart(' '.repeat(40 * 2 ** 20))),
    expected: { refused: 'bomb' },
  },
  {
    file: 'bomb-that-lies.xlsx',
    about: 'The same, saying that it is small.',
    bytes: lying(withSheet(sheetPart(' '.repeat(40 * 2 ** 20))), 'xl/worksheets/sheet1.xml', 1000),
    expected: { refused: 'damaged' },
  },
  {
    file: 'million-blank-rows.xlsx',
    about: 'A million rows with a format and nothing in them.',
    bytes: withSheet(sheetPart(`${rowXml(1, HEADER)}${rowXml(2, WANG)}${'<row s="1"/>'.repeat(1_048_574)}`)),
    expected: { sheet: '名册', columns: COLUMNS, teachers: [[2, WANG_RECORD]] },
  },
  {
    file: 'last-row.xlsx',
    about: 'A person in the very last row there can be.',
    bytes: withSheet(sheetPart(`${rowXml(1, HEADER)}${rowXml(2, WANG)}${rowXml(1_048_576, LI)}`)),
    expected: {
      sheet: '名册',
      columns: COLUMNS,
      teachers: [
        [2, WANG_RECORD],
        [1_048_576, LI_RECORD],
      ],
      skipped: ['3-1048575 blank'],
    },
  },
  {
    file: 'row-beyond-the-last.xlsx',
    about: 'A row that no sheet can have.',
    bytes: withSheet(sheetPart(rowXml(1_048_577, HEADER))),
    expected: { refused: 'damaged' },
  },
  {
    file: 'too-many-rows.xlsx',
    about: 'More rows than any district has people.',
    bytes: withSheet(sheetPart(rowXml(1, HEADER) + '<row><c><v>1</v></c></row>'.repeat(200_000))),
    expected: { refused: 'too-many-rows' },
  },
  {
    file: 'too-many-columns.xlsx',
    about: 'A word in the last column there can be.',
    bytes: withSheet(sheetPart('<row r="1"><c r="XFD1"><v>1</v></c></row>')),
    expected: { refused: 'too-many-columns' },
  },
  {
    file: 'merged-throughout.xlsx',
    about: 'All cells of the sheet merged into one, as far as it goes: a title over the full width, and nothing else.',
    bytes: withSheet(sheetPart(rowXml(1, HEADER) + rowXml(2, WANG), '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    expected: { sheet: '名册', columns: [], teachers: [], faults: ['1 no-header'] },
  },
];
