import { describe, expect, it } from 'vitest';
import { explainItem, type SpokenItem } from '../../src/text/page/item-sentence.ts';

const rural = { label: '城乡', value: '农村' };
const whole = { from: 1, to: 12, months: 10, rate: '330.00', facts: [rural] };
const meal: SpokenItem = { title: '餐补', rhythm: 'month', segments: [whole], amount: '3,300.00' };

describe('why an amount', () => {
  it('one rate all year', () => {
    expect(explainItem(meal, 'zh')).toBe('餐补：城乡为农村，每月 330.00 元，全年计发 10 个月，合计 3,300.00 元。');
    expect(
      explainItem({ ...meal, title: 'Meal subsidy', segments: [{ ...whole, facts: [{ label: 'Area', value: 'Rural' }] }] }, 'en'),
    ).toBe('Meal subsidy: 330.00 yuan a month for 10 months of the year (Area: Rural); 3,300.00 yuan in all.');
  });

  it('two rates, with a stretch that is not paid between them', () => {
    const segments = [
      { from: 1, to: 6, months: 6, rate: '180.00', facts: [{ label: '城乡', value: '城市' }] },
      { from: 7, to: 8, months: 0, rate: '330.00', facts: [rural] },
      { from: 9, to: 9, months: 1, rate: '330.00', facts: [rural] },
    ];
    expect(explainItem({ ...meal, segments, amount: '1,410.00' }, 'zh')).toBe(
      '餐补：1月至6月城乡为城市，每月 180.00 元，计发 6 个月；9月城乡为农村，每月 330.00 元，计发 1 个月；合计 1,410.00 元。',
    );
    expect(
      explainItem({ ...meal, title: 'Meal', segments: segments.map((one) => ({ ...one, facts: [] })), amount: '1,410.00' }, 'en'),
    ).toBe('Meal: 180.00 yuan a month for 6 months (January to June); 330.00 yuan a month for 1 month (September); 1,410.00 yuan in all.');
  });

  it('part of the year, on what is or is not so', () => {
    const facts = [
      { label: '班主任', value: true },
      { label: '校长', value: false },
    ];
    const segments = [{ from: 3, to: 12, months: 10, rate: '400.00', facts }];
    const item: SpokenItem = { title: '班主任津贴', rhythm: 'month', segments, amount: '4,000.00' };
    expect(explainItem(item, 'zh')).toBe(
      '班主任津贴：属于“班主任”、不属于“校长”，每月 400.00 元，3月至12月计发 10 个月，合计 4,000.00 元。',
    );
    expect(explainItem(item, 'en')).toContain('for 10 months (March to December) ("班主任"; not "校长")');
  });

  it('a sum of the year, and one that is paid once', () => {
    const december = [{ from: 12, to: 12, months: 1, rate: '2,400.00', facts: [] }];
    const host: SpokenItem = { title: '主持人奖励', rhythm: 'year', segments: december, amount: '2,400.00' };
    expect(explainItem(host, 'zh')).toBe('主持人奖励：全年一笔 2,400.00 元，计在12月。');
    expect(explainItem({ ...host, title: 'Award' }, 'en')).toBe('Award: 2,400.00 yuan for the year, in December.');
    const talent: SpokenItem = {
      title: '人才引进补助',
      rhythm: 'once',
      segments: [{ from: 3, to: 3, months: 1, rate: '80,000.00', facts: [{ label: '学历', value: '硕士' }] }],
      amount: '80,000.00',
    };
    expect(explainItem(talent, 'zh')).toBe('人才引进补助：学历为硕士，一次性 80,000.00 元，计在3月。');
    expect(explainItem({ ...talent, title: 'Grant' }, 'en')).toBe('Grant: 80,000.00 yuan once, in March (学历: 硕士).');
  });

  it('an instalment is not paid once', () => {
    const segments = [{ from: 3, to: 3, months: 1, rate: '18,000.00', facts: [{ label: '用人形式', value: '在编' }] }];
    const third: SpokenItem = { title: '安家费', rhythm: 'instalment', segments, amount: '18,000.00' };
    expect(explainItem(third, 'zh')).toBe('安家费：用人形式为在编，分年发放，本年一笔 18,000.00 元，计在3月。');
    expect(explainItem({ ...third, title: 'Grant', segments: [{ ...segments[0], facts: [] }] as SpokenItem['segments'] }, 'en')).toBe(
      'Grant: 18,000.00 yuan, the instalment of this year, in March.',
    );
  });

  it('a number that is counted in periods says what it counts', () => {
    const counted = (what: 'nth' | 'longest' | 'month' | 'year', unit: 'days' | 'months' | 'years', value: string, of: string[]) => ({
      ...meal,
      segments: [{ ...whole, facts: [{ label: '推算', value, counted: { what, unit, of } }] }],
    });
    const said = (item: SpokenItem) =>
      [explainItem(item, 'zh'), explainItem(item, 'en')].map((text) =>
        /：(.*?)，|\((?=\D*:|not)(.*?)\);/.exec(text)?.slice(1).find(Boolean),
      );
    expect(said(counted('nth', 'months', '3', ['病假']))).toEqual(['病假第 3 个月', '病假: month 3']);
    expect(said(counted('nth', 'days', '0', ['病假', '事假']))).toEqual(['不在病假、事假期间', 'not during "病假, 事假"']);
    expect(said(counted('longest', 'years', '1', ['支教']))).toEqual(['支教最长连续 1 年', '支教: 1 year on end at most']);
    expect(said(counted('month', 'days', '5', ['病假']))).toEqual(['病假当月 5 天', '病假: 5 days of the month']);
    expect(said(counted('year', 'days', '61', ['病假']))).toEqual(['病假全年 61 天', '病假: 61 days of the year']);
  });

  it('a limit cuts it', () => {
    const segments = [{ ...whole, uncapped: '400.00' }];
    expect(explainItem({ ...meal, segments }, 'zh')).toContain('每月 330.00 元（封顶，原应 400.00 元），全年计发 10 个月');
    expect(explainItem({ ...meal, segments }, 'en')).toContain('330.00 yuan a month (capped; 400.00 yuan otherwise) for 10 months');
    const year = { ...meal, rhythm: 'year' as const, segments: [{ ...whole, from: 12, months: 1, uncapped: '400.00' }] };
    expect(explainItem(year, 'zh')).toContain('全年一笔 3,300.00 元（封顶，原应 400.00 元），计在12月。');
  });

  it('the conditions are met, and no month is paid', () => {
    const none = { ...meal, segments: [{ ...whole, months: 0 }], amount: '0.00' };
    expect(explainItem(none, 'zh')).toBe('餐补：符合条件，但本年没有计发的月份，合计 0.00 元。');
    expect(explainItem({ ...none, segments: [] }, 'en')).toContain('no month of the year is paid');
  });
});
