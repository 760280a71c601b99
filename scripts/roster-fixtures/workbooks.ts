import { COLUMNS, type Fixture, HEADER, LI, LI_RECORD, utf16, WANG, WANG_RECORD } from './fixture.ts';
import { booleanCell, escapeXml, makeWorkbook, sheetPart, styled, workbookParts, zip } from './workbook.ts';

const ONE = { columns: COLUMNS, teachers: [[2, WANG_RECORD]] } as const;
const SHEET = { name: '名册', rows: [HEADER, WANG] } as const;
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const inline = (text: string) => `<is><t>${escapeXml(text)}</t></is>`;

/** The same sheet, each tag with a prefix, as some libraries write it. */
function prefixed(xml: string): string {
  return xml.replace(/<(\/?)(?=[a-zA-Z])/g, '<$1x:').replace('xmlns=', 'xmlns:x=');
}

/** A workbook of 1904 that Excel 2013 saved again: a second `workbookPr`, of its own namespace, says nothing of dates. */
function savedByExcel2013(parts: ReturnType<typeof workbookParts>): Record<string, string | Uint8Array> {
  const x15 = 'http://schemas.microsoft.com/office/spreadsheetml/2010/11/main';
  const extension = `<extLst><ext uri="{140A7094-0E35-4892-8432-C4D2E57EDEB5}" xmlns:x15="${x15}"><x15:workbookPr chartTrackingRefBase="1"/></ext></extLst>`;
  return { ...parts, 'xl/workbook.xml': String(parts['xl/workbook.xml']).replace('</workbook>', `${extension}</workbook>`) };
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
    about: 'A sheet for every school: one is read, the others are named with their people.',
    bytes: makeWorkbook({
      sheets: [
        { name: '一小', rows: [HEADER, WANG] },
        { name: '二小', rows: [HEADER, LI] },
        { name: '说明', rows: [['请于9月底前报送']] },
      ],
    }),
    expected: { sheet: '一小', notes: ['sheets-alike'], ...ONE },
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
        [3, LI_RECORD],
        [4, { ...LI_RECORD, id: 'T3', name: '张<三>&' }],
      ],
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
    file: 'dates-from-1904-saved-again.xlsx',
    about: 'A workbook that counts from 1904 on, saved again by Excel 2013, whose extension has an element of the same name.',
    bytes: zip(
      savedByExcel2013(
        workbookParts({
          uses1904: true,
          formats: ['yyyy-mm-dd'],
          sheets: [
            {
              name: '名册',
              rows: [
                [...HEADER, '参加教学工作日期'],
                [...WANG, styled(38595, 1)],
              ],
            },
          ],
        }),
      ),
    ),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 参加教学工作日期 = teachingSince'],
      teachers: [[2, { ...WANG_RECORD, teachingSince: '2009-09-01' }]],
    },
  },
  {
    file: 'sheet-state-unknown.xlsx',
    about: 'A state that no edition of the format has: the sheet is shown.',
    bytes: zip(
      Object.fromEntries(
        Object.entries(workbookParts({ sheets: [SHEET] })).map(([name, part]) => [
          name,
          name === 'xl/workbook.xml' ? String(part).replace('<sheet name', '<sheet state="show" name') : part,
        ]),
      ),
    ),
    expected: { sheet: '名册', ...ONE },
  },
  {
    file: 'texts-as-values.xlsx',
    about: 'A text in its cell that stands where a value does, and a value that stands where a text does.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            [...HEADER, '月工资总额'],
            [...WANG, { attributes: 't="inlineStr"', content: '<v>4321.15</v>' }],
            [...LI, { attributes: 't="str"', content: inline('3000') }],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: [...COLUMNS, 'E 月工资总额 = monthlySalary'],
      teachers: [
        [2, { ...WANG_RECORD, monthlySalary: '4321.15' }],
        [3, { ...LI_RECORD, monthlySalary: '3000.00' }],
      ],
    },
  },
  {
    file: 'staff-number-as-boolean.xlsx',
    about: 'A spreadsheet took the staff number and the name of somebody for booleans.',
    bytes: makeWorkbook({
      sheets: [
        { name: '名册', rows: [HEADER, WANG, [booleanCell(true), '李二', '临聘', '城市'], ['T3', booleanCell(false), '在编', '农村']] },
      ],
    }),
    expected: { sheet: '名册', ...ONE, faults: ['A3 turned-into-boolean', 'B4 turned-into-boolean'] },
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
