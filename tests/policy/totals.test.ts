import { describe, expect, it } from 'vitest';
import { viewPolicy } from '../../src/contract/policy/policy-view.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { checkPolicy } from '../../src/policy/checks/all.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { readPolicy } from '../../src/policy/policy.ts';

const words = {
  fujian:
    '今年,省财政已下达补助经费1.18亿元支持相关政策落实。一是按每人每年1.5万元标准,补助23个原省级扶贫开发工作重点县补充农村教师,惠及1844名乡村教师。二是对赴23个原省级扶贫开发工作重点县农村任教满1年的大学毕业生每人每年退学费5000元,连续退费4年,共补助1147名教师代偿学费。三是按每人每月不低于500元标准,对23个原省级扶贫开发工作重点县乡村教师生活补助予以综合奖补,共惠及14089名乡村教师。',
  funds:
    '合计19475;河北512 山西137 吉林74 黑龙江210 安徽552 江西1123 河南1225 湖北543 湖南797 海南75 内蒙古341 广西2556 重庆500 四川1618 贵州1560 云南1311 西藏338 陕西1569 甘肃1100 青海838 宁夏590 新疆1906',
};
const PROVINCES = [512, 137, 74, 210, 552, 1123, 1225, 543, 797, 75, 341, 2556, 500, 1618, 1560, 1311, 338, 1569, 1100, 838, 590, 1906];

/** A policy of totals alone. */
function documentWith(totals: object, parameters: object = {}) {
  const clause = { item: '1', quote: words.fujian };
  return policySchema.parse({
    ...{
      id: 'totals',
      title: '合计',
      documentNumber: null,
      issuer: '某省',
      issuedOn: null,
      effectiveFrom: null,
      source: { file: 'source.txt' },
    },
    ...{ requires: [], months: {}, allowances: {} },
    parameters: Object.fromEntries(Object.entries(parameters).map(([key, node]) => [key, { clause, ...(node as object) }])),
    totals: Object.fromEntries(Object.entries(totals).map(([id, node]) => [id, { title: '合计', clause, ...(node as object) }])),
  });
}

const FUJIAN = {
  supplement: { count: 1844, figure: 'supplement' },
  refund: { count: 1147, figure: 'refund' },
  living: { count: 14_089, amount: '500元', months: 12 },
};
const RATES = { supplement: { unit: 'yuan', period: 'year', value: '1.5万' }, refund: { unit: 'yuan', period: 'year', value: '5000' } };

function seen(totals: object, parameters: object = {}) {
  const document = documentWith(totals, parameters);
  const [view] = viewPolicy(readPolicy(document, 'totals', dictionary), { language: 'zh' }).totals;
  const found = checkPolicy(document, dictionary, null).map(({ path, code }) => `${path.join('.')} ${code}`);
  return { ...view, found: found.filter((one) => one.startsWith('totals') && !one.includes('quoted')) };
}

describe('a total that a document prints', () => {
  it('agrees exactly with its parts: the three of Fujian one by one', () => {
    const { supplement, refund, living } = FUJIAN;
    expect(seen({ t1: { printed: '2766万', of: [supplement] } }, RATES)).toMatchObject({
      computed: '27660000.00',
      agrees: 'exactly',
      found: [],
    });
    expect(seen({ t2: { printed: '573.5万', of: [refund] } }, RATES)).toMatchObject({ computed: '5735000.00', agrees: 'exactly' });
    expect(seen({ t3: { printed: '8453.4万', of: [living] } })).toMatchObject({ computed: '84534000.00', agrees: 'exactly' });
  });

  it('agrees where it was rounded to its last digit: 1.18亿', () => {
    const total = seen({ t4: { printed: '1.18亿元', of: Object.values(FUJIAN) } }, RATES);
    expect(total).toMatchObject({
      printed: '118000000.00',
      computed: '117929000.00',
      difference: '-71000.00',
      agrees: 'rounded',
      found: [],
    });
  });

  it('agrees with a table of 22 provinces', () => {
    const of = PROVINCES.map((sum) => ({ amount: `${sum}万` }));
    expect(seen({ t1: { printed: '19475万', of } })).toMatchObject({ computed: '194750000.00', agrees: 'exactly' });
  });

  it.each([
    ['110.9万', '1109499.99', 'rounded'],
    ['110.9万', '1109500', 'no'],
    ['110.90万', '1108500', 'rounded'],
    ['110万', '1149999.99', 'rounded'],
    ['110万', '1150000', 'no'],
    ['20元', '24.99', 'rounded'],
    ['20.05', '20.06', 'no'],
  ])('%s printed of %s is %s', (printed, amount, agrees) => {
    expect(seen({ it: { printed, of: [{ amount }] } }).agrees).toBe(agrees);
  });

  it.each([
    ['1109999.99', 'more'],
    ['1100000', 'exactly'],
    ['1099999.99', 'no'],
    ['1200000', 'no'],
  ])('110余万 of %s is %s', (amount, agrees) => {
    expect(seen({ it: { printed: '110万', more: true, of: [{ amount }] } }).agrees).toBe(agrees);
  });

  it('that does not agree is a warning, with what it differs by', () => {
    const total = seen({ it: { printed: '1.19亿', of: Object.values(FUJIAN) } }, RATES);
    expect(total).toMatchObject({ difference: '-1071000.00', agrees: 'no', found: ['totals.it.printed total-differs'] });
  });

  it('is not compared while a figure of it is awaited', () => {
    const awaited = { supplement: { unit: 'yuan', period: 'year', value: null } };
    expect(seen({ it: { printed: '1万', of: [FUJIAN.supplement] } }, awaited)).toMatchObject({ computed: null, agrees: null, found: [] });
  });

  it('counts a figure by month for so many months, any other for none, and none that changes', () => {
    const monthly = { supplement: { unit: 'yuan', period: 'month', value: '500' } };
    expect(seen({ it: { printed: '1万', of: [FUJIAN.supplement] } }, monthly).found).toContain('totals.it.of.0 total-months');
    expect(seen({ it: { printed: '1万', of: [{ ...FUJIAN.supplement, months: 12 }] } }, RATES).found).toContain(
      'totals.it.of.0 total-months',
    );
    const dated = { supplement: { unit: 'yuan', period: 'year', value: [{ from: '2020-01', value: '500' }] } };
    expect(seen({ it: { printed: '1万', of: [FUJIAN.supplement] } }, dated).found).toContain('totals.it.of.0.figure total-dated');
  });
});
