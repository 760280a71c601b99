import { describe, expect, it } from 'vitest';
import { CHANGE_MONTH, IDENTITY, IGNORED } from '../../src/roster/cells/meaning.ts';
import { chooseIds, chooseMeaning, headersNotRead, type Mapping, rememberColumns } from '../../src/roster/columns/mapping.ts';
import { type MappingHints, suggestMapping } from '../../src/roster/columns/suggest.ts';
import { readRoster } from '../../src/roster/people/roster.ts';
import { faultsOfSheet } from '../../src/roster/people/sheet-faults.ts';
import { parseCsv } from '../../src/roster/sheet/csv.ts';
import { finish } from '../../src/roster/sheet/progress.ts';
import { dictionary, schema } from './dictionary.ts';

function suggest(text: string, hints: MappingHints = {}): Mapping {
  const mapping = suggestMapping(parseCsv(text, ','), dictionary, hints);
  if (!mapping) throw new Error('no header');
  return mapping;
}

const meanings = ({ columns }: Mapping) => columns.map(({ meaning, by }) => `${meaning} ${by}`);
const SHEET = '工号,姓名,用人形式,甲,乙,丙\nT1,王一,在编,农村,区级,是\nT2,李二,临聘,城市,市级,否\n';

describe('suggestMapping', () => {
  it('says how each column was guessed, how much of it is understood, and shows some of it', () => {
    const { columns } = suggest('工号,城乡,甲,备注\nT1,农村,合格,\nT2,城郊,不合格,\nT3,,合格,好\n');
    expect(columns.map(({ meaning, by, filled, understood, samples }) => [meaning, by, filled, understood, samples])).toEqual([
      ['id', 'header', 3, 3, ['T1', 'T2', 'T3']],
      ['area', 'header', 2, 1, ['农村', '城郊']],
      ['assessment', 'values', 3, 3, ['合格', '不合格']],
      [IGNORED, 'none', 1, 0, ['好']],
    ]);
  });

  it('shows nothing of what may be identity cards', () => {
    const { columns } = suggest('工号,姓名,身份证,号\n1,王,11010519491231002X,１１０１０５４９１２３１００２\n2,李,6.4E+17,\n');
    expect(columns.map(({ meaning, filled, understood, samples }) => [meaning, filled, understood, samples.length])).toEqual([
      ['id', 2, 2, 2],
      ['name', 2, 2, 2],
      [IDENTITY, 2, 1, 0],
      [IGNORED, 1, 0, 0],
    ]);
  });

  it('takes a row for the header that somebody has pointed at', () => {
    const text = '说明,甲\n编,名\nT1,王一\n';
    expect(suggestMapping(parseCsv(text, ','), dictionary)).toBeNull();
    const mapping = suggest(text, { headerRow: 2 });
    expect([mapping.top, mapping.bottom, meanings(mapping)]).toEqual([2, 2, [`${IGNORED} none`, `${IGNORED} none`]]);
  });

  it('numbers people by row where there are only identity cards, and not where there is nothing', () => {
    expect(suggest('姓名,身份证号\n王,1\n').ids).toBe('rows');
    expect(suggest('姓名,城乡\n王,农村\n').ids).toBe('column');
    expect(suggest('工号,身份证号\n1,1\n').ids).toBe('column');
  });
});

describe('what a person chooses', () => {
  it('holds, and is remembered for the same header', () => {
    const chosen = chooseMeaning(chooseMeaning(suggest(SHEET), 4, 'backboneLevel'), 3, 'area');
    expect(meanings(chosen)).toEqual(['id header', 'name header', 'post header', 'area chosen', 'backboneLevel chosen', `${IGNORED} none`]);
    const remembered = rememberColumns({ 丙: 'principal' }, chosen);
    expect(remembered).toEqual({ 丙: 'principal', 甲: 'area', 乙: 'backboneLevel' });
    expect(meanings(suggest(SHEET, { remembered }))).toEqual([
      'id header',
      'name header',
      'post header',
      'area remembered',
      'backboneLevel remembered',
      'principal remembered',
    ]);
  });

  it('can be to read a column no longer, or for another column', () => {
    const remembered = rememberColumns({}, chooseMeaning(suggest('工号,编号,姓名\n1,T1,王\n'), 1, 'id'));
    expect(meanings(suggest('工号,编号,姓名\n1,T1,王\n', { remembered }))).toEqual([`${IGNORED} none`, 'id remembered', 'name header']);
    const without = rememberColumns({}, chooseMeaning(suggest('工号,姓名,学校\n1,王,一小\n'), 2, IGNORED));
    expect(meanings(suggest('工号,姓名,学校\n1,王,一小\n', { remembered: without }))[2]).toBe(`${IGNORED} remembered`);
  });

  it('tells columns of one header apart by their order', () => {
    const remembered = rememberColumns({}, chooseMeaning(suggest('工号,城乡,城乡\n1,农村,城市\n'), 2, IGNORED));
    expect(remembered).toEqual({ '城乡#2': IGNORED });
    expect(meanings(suggest('工号,城乡,城乡\n1,农村,城市\n', { remembered }))).toEqual([
      'id header',
      'area header',
      `${IGNORED} remembered`,
    ]);
  });

  it('makes a header known', () => {
    const text = '甲,乙\nT1,王\n';
    expect(suggestMapping(parseCsv(text, ','), dictionary)).toBeNull();
    expect(meanings(suggest(text, { remembered: { 甲: 'id', 乙: 'name' } }))).toEqual(['id remembered', 'name remembered']);
  });

  it('is not believed where there is no such fact, or it is no text', () => {
    const remembered = JSON.parse('{"甲": "nonsense", "乙": 5, "丙": "__proto__"}');
    expect(meanings(suggest(SHEET, { remembered })).slice(3)).toEqual(['area values', `${IGNORED} none`, `${IGNORED} none`]);
  });

  it('can make a sheet wrong, which is then told', () => {
    const sheet = parseCsv(SHEET, ',');
    const mapping = chooseMeaning(suggest(SHEET), 3, 'post');
    expect(faultsOfSheet({ sheet, mapping })).toEqual([
      { part: 0, row: 1, cell: 'D1', column: '甲', fact: 'post', code: 'duplicate-column', params: { otherCell: 'C1' } },
    ]);
    const twoMonths = chooseMeaning(chooseMeaning(suggest(SHEET), 4, CHANGE_MONTH), 5, CHANGE_MONTH);
    expect(faultsOfSheet({ sheet, mapping: twoMonths }, 2)).toMatchObject([{ part: 2, cell: 'F1', fact: null, code: 'duplicate-column' }]);
    expect(() => chooseMeaning(mapping, 9, 'post')).toThrow(RangeError);
  });

  it('can be to number people by row', () => {
    const text = '姓名,用人形式,城乡\n王一,在编,农村\n';
    const sheet = parseCsv(text, ',');
    const mapping = suggest(text);
    expect(faultsOfSheet({ sheet, mapping })).toMatchObject([{ code: 'missing-column', fact: 'id' }]);
    const { teachers } = finish(readRoster([{ sheet, mapping: chooseIds(mapping, 'rows') }], dictionary, schema));
    expect(teachers.map(({ record }) => record.id)).toEqual(['row-2']);
  });

  it('leaves out what is not read', () => {
    expect(headersNotRead(suggest('工号,姓名,,备注\nT1,王,,\n'))).toEqual(['备注']);
  });
});

describe('several sheets', () => {
  it('are read as one roster', () => {
    const parts = [
      '工号,用人形式,城乡\nT1,在编,农村\nT2,在编,农村\n',
      '城乡,工号,用人形式,变动起始月\n城市,T3,临聘,\n城市,T1,,2025-09\n农村,T2,临聘,\n',
    ].map((text) => ({ sheet: parseCsv(text, ','), mapping: suggest(text) }));
    const { teachers, faults } = finish(readRoster(parts, dictionary, schema));
    expect(teachers.map(({ part, row, record }) => [part, row, record.id, record.changes?.length])).toEqual([
      [0, 2, 'T1', 1],
      [1, 2, 'T3', undefined],
    ]);
    expect(faults.map(({ part, cell, params }) => [part, cell, params])).toEqual([
      [0, 'A3', { rows: ['#2!4'] }],
      [1, 'B4', { rows: ['#1!3'] }],
    ]);
  });
});
