import { describe, expect, it } from 'vitest';
import { findHeader } from '../../src/roster/header.ts';
import { dictionary } from './dictionary.ts';

const meanings = (cells: string[]) => {
  const header = findHeader([cells], dictionary);
  return header && Object.fromEntries(header.columns.map((column) => [column.header, column.fact?.id ?? 'from']));
};

describe('findHeader', () => {
  it('knows the label of every fact, in either language, and its id', () => {
    for (const name of [(f: (typeof dictionary.facts)[number]) => f.label.zh, (f: (typeof dictionary.facts)[number]) => f.label.en]) {
      const header = findHeader([dictionary.facts.map(name)], dictionary);
      expect(header?.columns.map(({ fact }) => fact?.id)).toEqual(dictionary.facts.map(({ id }) => id));
    }
    expect(findHeader([dictionary.facts.map(({ id }) => id)], dictionary)?.unmapped).toEqual([]);
  });

  it('knows further headers, wide brackets and spread characters', () => {
    expect(meanings(['教师编号', '姓 名', '乡镇（街道）', '人员\n类别', '变动起始月'])).toEqual({
      教师编号: 'id',
      '姓 名': 'name',
      '乡镇（街道）': 'town',
      '人员\n类别': 'post',
      变动起始月: 'from',
    });
  });

  it('passes over titles, also one that looks like a header', () => {
    const header = findHeader([['学校'], ['2025年名册', '', ''], [], ['工号', '姓名', '学校'], ['1', '王', '一小']], dictionary);
    expect(header?.row).toBe(4);
  });

  it('lists headers that mean no fact', () => {
    expect(findHeader([['序号', '工号', '姓名', '', '手机']], dictionary)?.unmapped).toEqual(['序号', '手机']);
  });

  it('takes the better of two headers for one fact, whichever comes first', () => {
    for (const cells of [
      ['编号', '工号', '姓名'],
      ['工号', '编号', '姓名'],
    ]) {
      const header = findHeader([cells], dictionary);
      expect(header?.columns.find(({ fact }) => fact?.id === 'id')?.header).toBe('工号');
      expect(header?.unmapped).toEqual(['编号']);
      expect(header?.duplicates).toEqual([]);
    }
  });

  it('tells of a header that is there twice', () => {
    expect(findHeader([['工号', '姓名', '城乡', '城 乡']], dictionary)?.duplicates).toMatchObject([{ index: 3, header: '城 乡' }]);
  });

  it('finds none where no row names two facts', () => {
    expect(findHeader([['姓名'], ['甲', '乙'], []], dictionary)).toBeNull();
    expect(findHeader([], dictionary)).toBeNull();
  });
});
