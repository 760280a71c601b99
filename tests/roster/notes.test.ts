import { describe, expect, it } from 'vitest';
import { makeWorkbook } from '../../scripts/roster-fixtures/workbook.ts';
import { notesOf } from '../../src/roster/files/notes.ts';
import { readRosterFile } from '../../src/roster/files/roster-file.ts';
import { finish } from '../../src/roster/sheet/progress.ts';
import { isRefusal } from '../../src/roster/sheet/refusal.ts';
import { explainRosterFault } from '../../src/text/page/roster.ts';
import { explainRosterNote } from '../../src/text/page/roster-notes.ts';
import { dictionary, schema } from './dictionary.ts';

const HEADER = ['工号', '姓名', '用人形式', '城乡'];
/** Facts that a policy reads. */
const NEEDED = new Set(['post', 'area', 'degree', 'employedFrom', 'employedTo', 'onPayroll', 'arrivedOn', 'leftOn']);

function read(bytes: Uint8Array, needed?: ReadonlySet<string>) {
  const file = finish(readRosterFile(bytes, dictionary, schema, {}, needed));
  if (isRefusal(file)) throw new Error(`refused: ${file.refused}`);
  const notes = notesOf(file, dictionary, needed);
  return { ...file.imported, notes, told: notes.map(({ code, params }) => explainRosterNote(code, params, 'zh')) };
}

const csv = (...rows: readonly (readonly string[])[]) => new TextEncoder().encode(rows.map((cells) => cells.join(',')).join('\n'));

describe('a column that no rule reads', () => {
  it('is told, but for who somebody is and what people are grouped by', () => {
    const header = [...HEADER, '学校', '学段', '乡镇', '村', '学历', '参加教学工作日期', '班主任', '校长', '到岗日期'];
    const { notes } = read(
      csv(header, ['T1', '王一', '在编', '农村', '一小', '小学', '甲镇', '甲村', '本科', '2009-09-01', '是', '', '']),
      NEEDED,
    );
    expect(notes).toEqual([{ code: 'unused', params: { columns: ['参加教学工作日期', '班主任'] } }]);
    expect(explainRosterNote('unused', { columns: ['参加教学工作日期'] }, 'zh')).toBe('“参加教学工作日期”已读，本文件没有条文用到。');
  });

  it('holds nobody up: what cannot be read in it is left out and told', () => {
    const header = [...HEADER, '参加教学工作日期', '薪级', '学历', '变动起始月'];
    const rows = [
      ['T1', '王一', '在编', '农村', '1985.07', '十二', '本科', ''],
      ['T1', '', '', '城市', '', '99', '', '2025-09'],
      ['T2', '李二', '在编', '农村', '1998-08-01', '12', '博研', ''],
      ['T3', '张三', '在编', '农村', '98年', '', '硕士', ''],
    ];
    const { teachers, faults, notes } = read(csv(header, ...rows), NEEDED);
    expect(teachers.map(({ record }) => record)).toEqual([
      { id: 'T1', name: '王一', post: 'established', area: 'rural', degree: 'bachelor', changes: [{ from: '2025-09', area: 'urban' }] },
      { id: 'T3', name: '张三', post: 'established', area: 'rural', degree: 'masters' },
    ]);
    expect(faults.map(({ cell, code }) => [cell, code])).toEqual([['G4', 'unknown-value']]);
    expect(notes.filter(({ code }) => code === 'not-needed').map(({ params }) => params)).toEqual([
      { column: '参加教学工作日期', count: 2, cells: ['E2', 'E5'] },
      { column: '薪级', count: 2, cells: ['F2', 'F3'] },
    ]);
  });

  it('is one that a rule may read where nothing is said of rules', () => {
    const { faults } = read(csv([...HEADER, '参加教学工作日期'], ['T1', '王一', '在编', '农村', '1985.07']));
    expect(faults).toMatchObject([{ cell: 'E2', code: 'date-without-day' }]);
  });
});

describe('days of arrival and leaving', () => {
  const people = (count: number, days: number) =>
    Array.from({ length: count }, (_, at) => [`T${at}`, '王一', '在编', '农村', at < days ? '2025-03-15' : '', '']);

  it('that many people have are told with what they are taken for', () => {
    const { notes, told } = read(csv([...HEADER, '到岗时间', '离岗时间'], ...people(20, 8)), NEEDED);
    expect(notes).toEqual([{ code: 'arrived', params: { column: '到岗时间', index: 4, count: 8 } }]);
    expect(told[0]).toContain('从到岗当月起计发');
  });

  it.each([
    [20, 4],
    [80, 8],
  ])('of %i people, %i are not many', (count, days) => {
    expect(read(csv([...HEADER, '到岗时间', '离岗时间'], ...people(count, days)), NEEDED).notes).toEqual([]);
  });
});

describe('a day of arrival or leaving that is known by its month alone', () => {
  it('is the month of employment, where that is not given, and told; no day is made up', () => {
    const rows = [
      ['T1', '王一', '在编', '农村', '2024.09', '2025-03', ''],
      ['T2', '李二', '在编', '农村', '2024.09', '', '2023-09'],
      ['T3', '张三', '在编', '农村', '2024-09-10', '2025年6月', ''],
    ];
    const { teachers, faults, notes } = read(csv([...HEADER, '到岗时间', '离岗时间', '入职年月'], ...rows), NEEDED);
    expect(faults).toEqual([]);
    expect(
      teachers.map(({ record: { employedFrom, employedTo, arrivedOn, leftOn } }) => [employedFrom, employedTo, arrivedOn, leftOn]),
    ).toEqual([
      ['2024-09', '2025-03', undefined, undefined],
      ['2023-09', undefined, undefined, undefined],
      [undefined, '2025-06', '2024-09-10', undefined],
    ]);
    expect(notes.map(({ code, params: { cells } }) => [code, cells])).toEqual([
      ['month-of-employment', ['E2']],
      ['month-of-employment', ['F2', 'F4']],
      ['month-overruled', ['E3']],
    ]);
  });

  it('is understood in the table of columns, and so is 同上', () => {
    const rows = [
      ['T1', '王一', '在编', '农村', '2024.09'],
      ['T2', '李二', '同上', '农村', '2024-09-01'],
    ];
    const file = finish(readRosterFile(csv([...HEADER, '到岗时间'], ...rows), dictionary, schema, {}, NEEDED));
    if (isRefusal(file)) throw new Error(`refused: ${file.refused}`);
    expect(file.mapping?.columns.map(({ filled, understood }) => filled - understood)).toEqual([0, 0, 0, 0, 0]);
  });
});

describe('a column that was not read and may say who is not paid all year', () => {
  it('is told by its header, or by what its cells say of people', () => {
    const header = [...HEADER, '退休时间', '备注', '联系电话', '说明'];
    const { notes, told } = read(
      csv(
        header,
        ['T1', '王一', '在编', '农村', '2025-06', '', '1', ''],
        ['T2', '李二', '在编', '农村', '', '2025年3月调出', '2', '骨干'],
        ['T3', '张三', '在编', '农村', '', '产假', '3', '骨干'],
      ),
    );
    expect(notes).toEqual([
      { code: 'remarks', params: { column: '备注', texts: ['2025年3月调出', '产假'], count: 2 } },
      { code: 'remarks', params: { column: '说明', texts: ['骨干'], count: 2 } },
      { code: 'telling-columns', params: { columns: ['退休时间'] } },
    ]);
    expect(told[0]).toContain('“备注”没有读，其中有 2 人写了内容，如“2025年3月调出”、“产假”：');
  });

  it('is told by whatever a column of status says that is not usual', () => {
    const { notes, told } = read(
      csv(
        [...HEADER, '人员状态'],
        ['T1', '王一', '在编', '农村', '在岗'],
        ['T2', '李二', '在编', '农村', '进修'],
        ['T3', '张三', '在编', '农村', ''],
      ),
    );
    expect(notes).toEqual([{ code: 'telling', params: { column: '人员状态', texts: ['进修'], count: 1 } }]);
    expect(told[0]).toContain('其中有 1 人写着“进修”：');
  });

  it('is told beside names, and in a line above people', () => {
    const { notes, teachers } = read(
      csv(HEADER, ['T1', '王一（2026年3月退休）', '在编', '农村'], ['离职人员名单'], ['T2', '李二', '在编', '农村']),
    );
    expect(teachers).toHaveLength(2);
    expect(notes.map(({ code, params: { texts, count } }) => [code, texts, count])).toEqual([
      ['telling-names', ['王一（2026年3月退休）'], 1],
      ['section', ['离职人员名单'], 1],
    ]);
  });

  it('is told below all people too', () => {
    const { notes } = read(csv(HEADER, ['T1', '王一', '在编', '农村'], ['说明：王一2025年6月退休']));
    expect(notes).toEqual([{ code: 'below', params: { texts: ['说明：王一2025年6月退休'], count: 1 } }]);
  });

  it.each(['乙2025.6退', '丙[退]', '（退）甲', '空缺', '临聘教师3人', '庚、辛', '张三等5人'])(
    'is told where %s stands as a name',
    (name) => {
      expect(read(csv(HEADER, ['T1', name, '在编', '农村'])).notes).toMatchObject([{ code: 'telling-names', params: { count: 1 } }]);
    },
  );

  it.each(['王 一', '丁…远', '张*', '阿卜杜拉·买买提', 'John Smith', '张伟（小）', '王芳2'])('is not told of a name such as %s', (name) => {
    expect(read(csv(HEADER, ['T1', name, '在编', '农村'])).notes).toEqual([]);
  });

  it('is not told of a column of everybody as usual', () => {
    expect(read(csv([...HEADER, '人员状态'], ['T1', '王一', '在编', '农村', '在岗'])).notes).toMatchObject([{ code: 'telling-columns' }]);
  });

  it('is not told where it is empty', () => {
    expect(read(csv([...HEADER, '退休时间'], ['T1', '王一', '在编', '农村', ''])).notes).toEqual([]);
  });
});

describe('somebody who left before arriving', () => {
  it('is told, for the days may have been exchanged', () => {
    const { notes } = read(csv([...HEADER, '到岗时间', '离岗时间'], ['T1', '王一', '在编', '农村', '2025-09-01', '2025-03-31']));
    expect(notes).toEqual([{ code: 'away', params: { count: 1 } }]);
  });
});

describe('a time in the header of a column that is read', () => {
  it('is told, for it holds the whole year', () => {
    const { notes } = read(csv(['工号', '姓名', '用人形式', '城乡（2025年9月起）'], ['T1', '王一', '在编', '农村']));
    expect(notes).toEqual([{ code: 'header-time', params: { column: '城乡（2025年9月起）' } }]);
  });
});

describe('staff numbers that differ only in how they are written', () => {
  it('are told, but not of people of other names', () => {
    const rows = ['007', '7', 'a3', 'A-3', 'b1', 'B1'].map((id, at) => [id, at < 2 ? '王一' : at < 5 ? '李二' : '张三', '在编', '农村']);
    expect(read(csv(HEADER, ...rows)).notes).toEqual([{ code: 'ids-alike', params: { count: 2, texts: ['007 / 7', 'a3 / A-3'] } }]);
  });
});

describe('places that are written otherwise than in the document', () => {
  const LISTS = [[{ town: '良田镇' }, { town: '丰登镇', villages: ['润丰村'] }]];
  const places = (town: string, village = '') => {
    const file = finish(
      readRosterFile(csv([...HEADER, '乡镇', '村'], ['T1', '王一', '在编', '农村', town, village]), dictionary, schema, {}),
    );
    if (isRefusal(file)) throw new Error(file.refused);
    return notesOf(file, dictionary, undefined, LISTS).map(({ code, params: { texts } }) => [code, texts]);
  };

  it('are told', () => {
    for (const town of ['良田', '银川市金凤区良田镇', '良 田 镇', '良田乡'])
      expect(places(town)).toEqual([['places-alike', [`${town} → 良田镇`]]]);
    expect(places('丰登镇', '润丰')).toEqual([['places-alike', ['润丰 → 润丰村']]]);
  });

  it('are not where they are the same, or others', () => {
    for (const [town, village] of [['良田镇'], ['丰登镇', '润丰村'], ['望远镇'], ['丰登镇', '和丰村']] as const)
      expect(places(town, village)).toEqual([]);
  });
});

describe('a village without its town', () => {
  it('is told', () => {
    const { notes } = read(
      csv([...HEADER, '乡镇', '村'], ['T1', '王一', '在编', '农村', '', '润丰村'], ['T2', '李二', '在编', '农村', '甲镇', '乙村']),
    );
    expect(notes).toEqual([{ code: 'village-alone', params: { count: 1 } }]);
  });
});

describe('amounts that nobody is paid in a month', () => {
  const amounts = (header: string, ...values: readonly string[]) =>
    read(csv([...HEADER, header], ...values.map((value, at) => [`T${at}`, '王一', '在编', '农村', value]))).notes;

  it('are told as perhaps in another unit, or of a year', () => {
    expect(amounts('月工资总额', '0.35', '0.42')).toEqual([
      { code: 'amounts-small', params: { column: '月工资总额', count: 2, example: '0.35' } },
    ]);
    expect(amounts('工资总额', '5200', '96000')).toEqual([
      { code: 'amounts-large', params: { column: '工资总额', count: 1, example: '96000.00' } },
    ]);
  });

  it('are not told where they are usual, or nothing', () => {
    expect(amounts('月工资总额', '0', '', '5200')).toEqual([]);
  });
});

describe('people who were not read', () => {
  it('are counted by sheet, where the sheets are alike', () => {
    const sheets = [
      {
        name: '汇总',
        rows: [
          ['学校', '人数'],
          ['甲小学', 2],
        ],
      },
      { name: '甲小学', rows: [HEADER, ['甲1', '张一', '在编', '农村']] },
      { name: '乙小学', rows: [HEADER, ['乙1', '张一', '在编', '农村'], ['乙2', '李二', '特岗', '农村'], ['合计', '2人']] },
      { name: '丙中学', rows: [['某中学'], HEADER, ['丙1', '张一', '在编', '农村']] },
      {
        name: '退休',
        rows: [
          ['工号', '姓名', '离岗日期'],
          ['丁1', '张一', '2020-01-01'],
        ],
      },
    ];
    const { notes, told } = read(makeWorkbook({ sheets }));
    expect(notes).toEqual([
      { code: 'sheets-alike', params: { sheet: '甲小学', names: ['乙小学', '丙中学'], people: ['2', '1'] } },
      { code: 'other-sheets', params: { sheet: '甲小学', names: ['退休'], people: ['1'] } },
    ]);
    expect(told[0]).toContain('乙小学（2 人）、丙中学（1 人），都没有读，也没有计入');
  });

  it('are named by block, where blocks stand side by side', () => {
    const { teachers, faults } = read(
      csv(
        [...HEADER, ...HEADER],
        ['T1', '王一', '在编', '农村', 'T3', '张三', '特岗', '农村'],
        ['T2', '李二', '在编', '农村', '', '', '', ''],
      ),
    );
    expect(teachers).toEqual([]);
    expect(faults).toMatchObject([{ code: 'side-by-side', params: { columns: ['A—D', 'E—H'], people: ['2', '1'] } }]);
    expect(explainRosterFault('side-by-side', faults[0]?.params ?? {}, 'zh')).toContain('A—D 列 2 人、E—H 列 1 人');
  });
});

describe('what a workbook says beside its cells', () => {
  const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const styles = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><strike/></font></fonts><cellXfs count="2"><xf numFmtId="0" fontId="0"/><xf numFmtId="0" fontId="1"/></cellXfs></styleSheet>`;
  const struck = (text: string) => ({ attributes: 's="1" t="str"', content: `<v>${text}</v>` });

  it('in notes on cells, and by what is struck out, is told', () => {
    const rows = [HEADER, ['T1', '王一', '在编', '农村'], [struck('T2'), struck('李二'), '在编', '农村']];
    const parts = {
      'xl/styles.xml': styles,
      'xl/worksheets/_rels/sheet1.xml.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${OFFICE}/comments" Target="../comments1.xml"/></Relationships>`,
      'xl/comments1.xml': `<comments xmlns="${MAIN}"><authors><author>甲</author></authors><commentList><comment ref="B2" authorId="0"><text><r><t>2025年1月</t></r><r><t>退休</t></r></text></comment></commentList></comments>`,
    };
    const { notes, teachers } = read(makeWorkbook({ sheets: [{ name: '名册', rows }], parts }));
    expect(teachers).toHaveLength(2);
    expect(notes).toEqual([
      { code: 'struck-rows', params: { count: 1 } },
      { code: 'comments', params: { count: 1, texts: ['2025年1月退休'] } },
    ]);
  });
});

describe('a second table whose columns stand in another order', () => {
  it('is read by nobody: the first header does not hold for it', () => {
    const header = [...HEADER, '入职年月', '离职年月'];
    const moved = [...HEADER, '离职年月', '入职年月'];
    const people = [['T1', '王一', '在编', '农村'], moved, ['T2', '李二', '在编', '农村', '2025-03']];
    const file = finish(readRosterFile(csv(header, ...people), dictionary, schema));
    if (isRefusal(file)) throw new Error(file.refused);
    expect(file.imported.teachers).toEqual([]);
    expect(file.imported.faults).toMatchObject([{ code: 'other-header', params: { row: '1', at: '3' } }]);
    expect(read(csv(header, ['T1', '王一', '在编', '农村'], header, ['T2', '李二', '在编', '农村'])).teachers).toHaveLength(2);
  });
});
