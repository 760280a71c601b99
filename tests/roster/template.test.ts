import { describe, expect, it } from 'vitest';
import { templateSheets } from '../../src/roster/people/template.ts';
import { writeWorkbook } from '../../src/roster/xlsx/write.ts';
import { TEMPLATE_WORDS } from '../../src/text/page/template.ts';
import { dictionary } from './dictionary.ts';
import { readFile } from './read.ts';

const all = dictionary.facts.map(({ id }) => id);

describe.each(['zh', 'en'] as const)('the template in %s', (language) => {
  const sheets = templateSheets(dictionary, { facts: all, required: ['post', 'area'], withIdentity: true }, TEMPLATE_WORDS[language]);
  const [roster, notes] = sheets;

  it('is read as a roster of nobody, every column known', () => {
    const { opened, mapping, imported } = readFile(writeWorkbook(sheets));
    expect(opened.sheets).toMatchObject([{ hasHeader: true }, { hasHeader: false }]);
    expect(mapping?.columns.map(({ meaning, by }) => [meaning, by])).toEqual(
      [...all, 'identity-card', 'change-month'].map((meaning) => [meaning, 'header']),
    );
    expect(imported).toEqual({ teachers: [], faults: [], faultyRows: [], skipped: [], notes: [] });
  });

  it('has sheets that are called in its language', () => {
    expect(sheets.map(({ name }) => name)).toEqual(language === 'zh' ? ['名册', '填写说明'] : ['Roster', 'Notes']);
  });

  it('is read as it was filled in', () => {
    const filled = roster?.columns.map((_, at) =>
      all[at] === 'id' ? 'T1' : all[at] === 'post' ? '在编' : all[at] === 'area' ? '农村' : null,
    );
    const bytes = writeWorkbook([{ ...roster, rows: [...(roster?.rows ?? []), filled] } as never, notes as never]);
    expect(readFile(bytes).imported.teachers).toEqual([{ part: 0, row: 2, record: { id: 'T1', post: 'established', area: 'rural' } }]);
  });

  it('says of every column whether it is needed, and what goes into it', () => {
    const { required, optional } = TEMPLATE_WORDS[language];
    const lines = notes?.rows.slice(1) ?? [];
    expect(lines.slice(0, roster?.columns.length).map(([header]) => header)).toEqual(roster?.rows[0]);
    expect(lines.filter(([, need]) => need === required).map(([header]) => header)).toEqual(['工号', '用人形式', '城乡']);
    expect(lines.filter(([, need]) => need === optional)).toHaveLength(all.length + 2 - 3);
    for (const fact of dictionary.facts) {
      const line = lines.find(([header]) => header === fact.label.zh);
      expect(line?.[2]).not.toBe('');
      if (fact.type === 'enum') for (const { zh } of Object.values(fact.values)) expect(line?.[2]).toContain(zh);
    }
  });

  it('keeps the digits of staff numbers, and offers what can be chosen', () => {
    expect(roster?.columns[0]).toMatchObject({ isText: true });
    expect(roster?.columns[all.indexOf('area')]).toMatchObject({ choices: ['城市', '农村'] });
    expect(roster?.columns[all.indexOf('principal')]).toMatchObject({ choices: ['是', '否'] });
  });
});

describe('a template', () => {
  it('has the columns that are asked for, the staff number first', () => {
    const [roster] = templateSheets(dictionary, { facts: ['area', 'id', 'name'], required: [] }, TEMPLATE_WORDS.zh);
    expect(roster?.rows).toEqual([['工号', '城乡', '姓名', '变动起始月']]);
  });
});
