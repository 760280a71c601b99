import { COLUMNS, csv, type Fixture, HEADER, LI, LI_RECORD, utf8, WANG, WANG_RECORD } from './fixture.ts';
import { formula, makeWorkbook, styled } from './workbook.ts';

/** The examples that the standard itself gives, GB 11643. */
const FIRST = '11010519491231002X';
const SECOND = '440524188001010014';
/** The first one as it was issued before there was a check character. */
const FIRST_OLD = '110105491231002';
/** Of the nonexistent region 99, so that nobody can have them. */
const THIRD = '990101198001010014';
const FOURTH = '990101198001010022';

const WITH_CARD = [...HEADER, '身份证号'];
const CARD_COLUMNS = [...COLUMNS, 'E 身份证号 = identity-card'];

/** Staff numbers and identity cards: digits that are lost, and the same person twice. */
export const IDENTITIES: readonly Fixture[] = [
  {
    file: 'identity-cards.xlsx',
    about: 'Identity cards as text: with a small x, in full-width digits, with spaces, of fifteen digits. None of them is in a record.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            WITH_CARD,
            [...WANG, FIRST.toLowerCase()],
            [...LI, '９９０１０１１９８００１０１００２２'],
            ['T3', '张三', '特岗', '农村', '990101 800101 001'],
            ['T4', '赵四', '特岗', '农村', null],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: CARD_COLUMNS,
      teachers: [
        [2, WANG_RECORD],
        [3, LI_RECORD],
        [4, { id: 'T3', name: '张三', post: 'special-post', area: 'rural' }],
        [5, { id: 'T4', name: '赵四', post: 'special-post', area: 'rural' }],
      ],
    },
  },
  {
    file: 'identity-scientific.csv',
    about: 'Identity cards that a spreadsheet has turned into 6.4E+17, and one of which the last digits became zeros.',
    bytes: utf8(csv([WITH_CARD, [...WANG, '6.4E+17'], [...LI, '1.10105E+17'], ['T3', '张三', '特岗', '农村', '110105194912310000']])),
    expected: {
      columns: CARD_COLUMNS,
      teachers: [],
      faults: ['E2 digits-lost', 'E3 digits-lost', 'E4 invalid-identity'],
    },
  },
  {
    file: 'identity-as-number.xlsx',
    about: 'Identity cards in cells that are numbers.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            WITH_CARD,
            [...WANG, { attributes: '', content: '<v>6.4010219800101005E+17</v>' }],
            [...LI, { attributes: '', content: '<v>110105194912310024</v>' }],
            ['T3', '张三', '特岗', '农村', { attributes: '', content: `<v>${FIRST_OLD}</v>` }],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: CARD_COLUMNS,
      teachers: [[4, { id: 'T3', name: '张三', post: 'special-post', area: 'rural' }]],
      faults: ['E2 digits-lost', 'E3 digits-lost'],
    },
  },
  {
    file: 'identity-wrong.csv',
    about: 'A wrong check character, a wrong date of birth, a digit too few.',
    bytes: utf8(
      csv([
        WITH_CARD,
        [...WANG, '110105194912310021'],
        [...LI, '110105194913310025'],
        ['T3', '张三', '特岗', '农村', '11010519491231002'],
        ['T4', '赵四', '特岗', '农村', `'${FIRST}`],
      ]),
    ),
    expected: {
      columns: CARD_COLUMNS,
      teachers: [[5, { id: 'T4', name: '赵四', post: 'special-post', area: 'rural' }]],
      faults: ['E2 invalid-identity', 'E3 invalid-identity', 'E4 invalid-identity'],
    },
  },
  {
    file: 'identity-twice.xlsx',
    about: 'One person under two staff numbers: the same card, once in its old form of fifteen digits.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            WITH_CARD,
            [...WANG, FIRST],
            [...LI, null],
            ['T3', '王一', '在编', '农村', FIRST_OLD],
            ['T4', '赵四', '特岗', '农村', THIRD],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: CARD_COLUMNS,
      teachers: [
        [3, LI_RECORD],
        [5, { id: 'T4', name: '赵四', post: 'special-post', area: 'rural' }],
      ],
      faults: ['E2 duplicate-identity 4', 'E4 duplicate-identity 2'],
    },
  },
  {
    file: 'identity-only.xlsx',
    about: 'No staff numbers: people are numbered by row, changes are joined by the identity card.',
    bytes: makeWorkbook({
      sheets: [
        {
          name: '名册',
          rows: [
            ['姓名', '用人形式', '城乡', '公民身份号码', '变动起始月'],
            ['王一', '在编', '农村', FIRST, null],
            ['王一', null, '城市', FIRST, '2025年9月'],
            ['李二', '临聘', '城市', THIRD, null],
            ['张三', null, '城市', '990101198001010031', '2025年9月'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      notes: ['row-ids'],
      columns: ['A 姓名 = name', 'B 用人形式 = post', 'C 城乡 = area', 'D 公民身份号码 = identity-card', 'E 变动起始月 = change-month'],
      teachers: [
        [
          2,
          {
            name: '王一',
            post: 'established',
            area: 'rural',
            id: 'row-2',
            changes: [{ from: '2025-09', area: 'urban' }],
          },
        ],
        [4, { name: '李二', post: 'temporary', area: 'urban', id: 'row-4' }],
      ],
      faults: ['D5 invalid-identity', 'D5 no-such-person'],
    },
  },
  {
    file: 'identity-called-staff-number.csv',
    about: 'Identity cards in the column of the staff number: taken for what they are.',
    bytes: utf8(csv([HEADER, [FIRST, '王一', '在编', '农村'], [THIRD, '李二', '临聘', '城市']])),
    expected: {
      notes: ['row-ids'],
      columns: ['A 工号 = identity-card (values)', 'B 姓名 = name', 'C 用人形式 = post', 'D 城乡 = area'],
      teachers: [
        [2, { ...WANG_RECORD, id: 'row-2' }],
        [3, { ...LI_RECORD, id: 'row-3' }],
      ],
    },
  },
  {
    file: 'identity-among-staff-numbers.csv',
    about: 'The identity card of one person among the staff numbers of others.',
    bytes: utf8(csv([HEADER, WANG, [FIRST, '李二', '临聘', '城市'], [FIRST_OLD, '张三', '临聘', '城市']])),
    expected: { columns: COLUMNS, teachers: [[2, WANG_RECORD]], faults: ['A3 identity-as-id', 'A4 identity-as-id'] },
  },
  {
    file: 'identity-by-values.csv',
    about: 'A column of identity cards under a header of the office itself.',
    bytes: utf8(
      csv([
        [...HEADER, '号码'],
        [...WANG, FIRST],
        [...LI, SECOND],
        ['T3', '张三', '特岗', '农村', FOURTH],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 号码 = identity-card (values)'],
      teachers: [
        [2, WANG_RECORD],
        [3, LI_RECORD],
        [4, { id: 'T3', name: '张三', post: 'special-post', area: 'rural' }],
      ],
    },
  },
  {
    file: 'identity-differs.csv',
    about: 'A change with the staff number of one person and the identity card of another.',
    bytes: utf8(
      csv([
        [...WITH_CARD, '变动起始月'],
        [...WANG, FIRST, ''],
        ['T1', '', '', '城市', THIRD, '2025-09'],
        [...LI, '', ''],
        ['T2', '', '', '农村', THIRD, '2025-09'],
      ]),
    ),
    expected: {
      columns: [...CARD_COLUMNS, 'F 变动起始月 = change-month'],
      teachers: [[4, { ...LI_RECORD, changes: [{ from: '2025-09', area: 'rural' }] }]],
      faults: ['E3 identity-differs'],
    },
  },
  {
    file: 'staff-numbers-lost.xlsx',
    about: 'Staff numbers that are numbers of more digits than a spreadsheet keeps, or dates.',
    bytes: makeWorkbook({
      formats: ['yyyy-mm-dd'],
      sheets: [
        {
          name: '名册',
          rows: [
            HEADER,
            [{ attributes: '', content: '<v>6.4010219800101005E+17</v>' }, '王一', '在编', '农村'],
            [{ attributes: '', content: '<v>2025000000000012</v>' }, '李二', '临聘', '城市'],
            [styled(45728, 1), '张三', '特岗', '农村'],
            ['2025000000000012', '赵四', '特岗', '农村'],
            [20250013, '孙五', '特岗', '农村'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: COLUMNS,
      teachers: [
        [5, { id: '2025000000000012', name: '赵四', post: 'special-post', area: 'rural' }],
        [6, { id: '20250013', name: '孙五', post: 'special-post', area: 'rural' }],
      ],
      faults: ['A2 digits-lost', 'A3 digits-lost', 'A4 turned-into-date'],
    },
  },
  {
    file: 'staff-numbers-scientific.csv',
    about: 'A staff number that Excel has written as 2.025E+15.',
    bytes: utf8(csv([HEADER, ['2.025E+15', '王一', '在编', '农村'], LI])),
    expected: { columns: COLUMNS, teachers: [[3, LI_RECORD]], faults: ['A2 digits-lost'] },
  },
  {
    file: 'staff-numbers-padded.xlsx',
    about: 'Leading zeros that are there as text, by a number format, or as the result of a formula.',
    bytes: makeWorkbook({
      formats: ['000000'],
      sheets: [
        {
          name: '名册',
          rows: [
            HEADER,
            ['000123', '王一', '在编', '农村'],
            [styled(124, 1), '李二', '临聘', '城市'],
            [formula('TEXT(125,"000000")', '000125'), '张三', '特岗', '农村'],
            [styled(123, 1), '赵四', '特岗', '农村'],
          ],
        },
      ],
    }),
    expected: {
      sheet: '名册',
      columns: COLUMNS,
      teachers: [
        [3, { ...LI_RECORD, id: '000124' }],
        [4, { id: '000125', name: '张三', post: 'special-post', area: 'rural' }],
      ],
      faults: ['A2 duplicate-id 5', 'A5 duplicate-id 2'],
    },
  },
  {
    file: 'staff-numbers-twice.csv',
    about: 'The same number three times: in full-width digits, and with marks that cannot be seen. A change is no duplicate.',
    bytes: utf8(
      csv([
        [...HEADER, '变动起始月'],
        ['12', '王一', '在编', '农村', ''],
        ['１２', '李二', '临聘', '城市', ''],
        ['\u202d12\u202c', '张三', '特岗', '农村', ''],
        ['13', '赵四', '特岗', '农村', ''],
        ['１３', '', '', '城市', '2025-09'],
      ]),
    ),
    expected: {
      columns: [...COLUMNS, 'E 变动起始月 = change-month'],
      teachers: [
        [
          5,
          {
            id: '13',
            name: '赵四',
            post: 'special-post',
            area: 'rural',
            changes: [{ from: '2025-09', area: 'urban' }],
          },
        ],
      ],
      faults: ['A2 duplicate-id 3 4', 'A3 duplicate-id 2 4', 'A4 duplicate-id 2 3'],
    },
  },
];
