import { COLUMNS, type Fixture, HEADER, LI, LI_RECORD, utf16, WANG, WANG_RECORD } from './fixture.ts';
import { escapeXml, makeWorkbook, sheetPart, workbookParts, zip } from './workbook.ts';

const ONE = { columns: COLUMNS, teachers: [[2, WANG_RECORD]] } as const;
const SHEET = { name: '名册', rows: [HEADER, WANG] } as const;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const inline = (text: string) => `<is><t>${escapeXml(text)}</t></is>`;

/** The same sheet, each tag with a prefix, as some libraries write it. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
}

/** Workbooks: which of their sheets is the roster, and the many ways of writing one. */
export const WORKBOOKS: readonly Fixture[] = [
  {
    file: 'sheet-after-cover.xlsx',
    about: 'A cover sheet before the roster.',
    bytes: makeWorkbook({ sheets: [{ name: '封面', rows: [['金凤区教育局'], ['2025年']] }, SHEET] }),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'sheets-by-school.xlsx',
    about: 'A sheet for every school: one is read, the others are named.',
    bytes: makeWorkbook({
      sheets: [
        { name: '一小', rows: [HEADER, WANG] },
        { name: '二小', rows: [HEADER, LI] },
        { name: '说明', rows: [['请于9月底前报送']] },
      ],
    }),
    expected: { sheet: '一小', notes: ['other-sheets'], ...ONE },
  },
  {
    file: 'sheet-hidden.xlsx',
    about: 'Hidden sheets with rosters of last year: named, not read.',
    bytes: makeWorkbook({
      sheets: [
        { name: '2024', state: 'hidden', rows: [HEADER, LI] },
        { name: '2023', state: 'veryHidden', rows: [HEADER, LI] },
        { name: '2025', rows: [HEADER, WANG] },
      ],
    }),
    expected: { sheet: '2025', notes: ['hidden-sheets'], ...ONE },
  },
  {
    file: 'sheets-all-hidden.xlsx',
    about: 'Nothing is visible.',
    bytes: makeWorkbook({ sheets: [{ ...SHEET, state: 'hidden' }] }),
    expected: { refused: 'no-sheet' },
  },
  {
    file: 'sheet-of-chart.xlsx',
    about: 'A sheet that is a chart has no cells.',
    bytes: makeWorkbook({ sheets: [{ name: '图表', type: 'chartsheet', rows: [], xml: '<chartsheet/>' }, SHEET] }),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'sheet-without-rows.xlsx',
    about: 'A sheet with nothing in it.',
    bytes: makeWorkbook({ sheets: [{ name: 'Sheet1', rows: [] }] }),
    expected: { sheet: 'Sheet1', columns: [], teachers: [], faults: ['1 no-header'] },
  },
  {
    file: 'macros.xlsm',
    about: 'A workbook with macros: its cells are read, the macros are not.',
    bytes: makeWorkbook({
      sheets: [SHEET],
      parts: { 'xl/vbaProject.bin': Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0) },
      relations:
        '<Relationship Id="rIdM" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/>',
    }),
    expected: { sheet: '名册', notes: ['macros'], ...ONE },
  },
  {
    file: 'links.xlsx',
    about: 'Links to other workbooks are not followed.',
    bytes: makeWorkbook({
      sheets: [SHEET],
      relations: `<Relationship Id="rIdL" Type="${OFFICE}/sharedStrings" Target="file:///C:/strings.xml" TargetMode="External"/>`,
    }),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'texts-in-cells.xlsx',
    about: 'Texts that stand in their cells instead of once for all.',
    bytes: makeWorkbook({ inline: true, sheets: [SHEET] }),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'texts-in-runs.xlsx',
    about: 'Texts of several runs, with their pronunciation, with escaped and with kept white space.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            HEADER,
            [
              { attributes: 't="inlineStr"', content: '<is><r><rPr><b/></rPr><t>T</t></r><r><t>1</t></r></is>' },
              { attributes: 't="inlineStr"', content: '<is><t>王一</t><rPh sb="0" eb="1"><t>ワン</t></rPh></is>' },
              { attributes: 't="inlineStr"', content: '<is><t xml:space="preserve"> 在编&#10;</t></is>' },
              { attributes: 't="inlineStr"', content: '<is><t><![CDATA[农村]]></t></is>' },
            ],
            ['T2', { attributes: 't="inlineStr"', content: inline('李_x000D_二') }, '临聘', '城市'],
            ['T3', { attributes: 't="inlineStr"', content: inline('张<三>&') }, '临聘', '城市'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: COLUMNS,
      teachers: [
        [2, WANG_RECORD],
        [4, { ...LI_RECORD, id: 'T3', name: '张<三>&' }],
      ],
      faults: ['B3 invalid-text'],
    },
  },
  {
    file: 'cells-without-addresses.xlsx',
    about: 'Rows and cells that do not say where they are.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [],
          xml: sheetPart(
            [HEADER, WANG].map((row) => `<row>${row.map((cell) => `<c t="inlineStr">${inline(cell)}</c>`).join('')}</row>`).join(''),
          ),
        },
      ],
    }),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'tags-with-prefix.xlsx',
    about: 'Every tag with a prefix, and paths with backslashes.',
    bytes: zip(
      Object.fromEntries(
        Object.entries(workbookParts({ sheets: [SHEET] })).map(([name, part]) => [
          name.replace('worksheets/', 'worksheets\\'),
          name.startsWith('xl/worksheets') || name.startsWith('xl/sharedStrings') ? prefixed(String(part)) : part,
        ]),
      ),
    ),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'xml-in-utf-16.xlsx',
    about: 'A sheet whose XML is UTF-16.',
    bytes: zip(
      Object.fromEntries(
        Object.entries(workbookParts({ sheets: [SHEET], inline: true })).map(([name, part]) => [
          name,
          name.startsWith('xl/worksheets') ? utf16(`\ufeff${String(part).replace('UTF-8', 'UTF-16')}`) : part,
        ]),
      ),
    ),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'strict.xlsx',
    about: 'The strict edition of the format, with other addresses.',
    bytes: zip(
      Object.fromEntries(
        Object.entries(workbookParts({ sheets: [SHEET] })).map(([name, part]) => [
          name,
          String(part)
            .replaceAll('http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main')
            .replaceAll(OFFICE, 'http://purl.oclc.org/ooxml/officeDocument/relationships'),
        ]),
      ),
    ),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'no-styles.xlsx',
    about: 'Without the parts of styles and of texts.',
    bytes: zip(
      Object.fromEntries(
        Object.entries(workbookParts({ sheets: [SHEET], inline: true })).filter(([name]) => !/styles|sharedStrings/.test(name)),
      ),
    ),
    expected: { sheet: '名册', ...ONE },
  },
];
