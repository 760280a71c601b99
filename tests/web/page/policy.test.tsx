import { screen, within } from '@testing-library/react';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { loadDictionary } from '../../../scripts/common-files.ts';
import { needPolicyFile } from '../../../scripts/policy-file.ts';
import { usageOf } from '../../../src/policy/document/usage.ts';
import { addPolicy } from '../../../src/web/policy/policies.ts';
import text from '../../browser/fixtures/all-words.yaml?raw';
import { openPage, textOf } from './open.tsx';

/** An entry of a policy: a rule, a figure, a reading. */
const entry = (name: string) => screen.getByRole('article', { name });
const items = (place: HTMLElement) => within(place).getAllByRole('listitem').map(textOf);

/** What a rule says about something. */
function line(name: string, about: string): string {
  const part = [...entry(name).querySelectorAll('dl > div')].find((one) => textOf(one.querySelector('dt')).includes(about));
  return textOf(part?.querySelector('dd'));
}

/** The row of a table that begins with something. */
function rowOf(table: HTMLElement, begin: string): HTMLElement {
  const row = within(table)
    .getAllByRole('row')
    .find((one) => textOf(one).startsWith(begin));
  if (!row) throw new Error(`there is no row ${begin}`);
  return row;
}

describe('the plan of Jinfeng', () => {
  beforeEach(async () => {
    await openPage('/policy?policy=jinfeng-2021');
    await screen.findByRole('article', { name: '餐补' });
  });

  it('reads like its document: words, rules, rates, what is awaited, and readings', () => {
    expect(textOf(screen.getByRole('heading', { level: 1 }))).toBe('金凤区基础教育质量提升行动实施方案');
    const head = screen.getByRole('region', { name: '文件信息' });
    expect(textOf(head)).toContain('银金党办发〔2021〕60号');
    expect(textOf(head)).toContain('2021-08-20');
    // The items stand in the order of the document: the targets of its second part come before the numbered items.
    const headings = [...document.querySelectorAll('.policy-item > h3')].map(textOf);
    expect(headings[0]).toBe('原文第二部分');
    expect(headings.filter((item) => /1[79]/.test(item))).toEqual(['原文第 17 条', '原文第 19 条']);
    // Within an item too, which only its text tells: masters are named before recruits.
    const [masters, recruits] = [entry('名师奖励'), entry('人才引进补助')];
    expect(masters.compareDocumentPosition(recruits) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy();

    expect(textOf(entry('餐补').closest('.passage')?.querySelector('blockquote'))).toContain('按城乡每人每月180元、330元的标准');
    expect(line('餐补', '对象')).toContain('全体教职工');
    expect(line('餐补', '发放')).toContain('按月发，7月、8月除外（按默认口径）');
    const rates = screen.getByRole('table', { name: '骨干教师奖励标准表（元/月）' });
    expect(textOf(rowOf(rates, '国家级'))).toBe('国家级600800');
    expect(line('骨干教师奖励', '对象')).toContain('骨干级别：除“无”外，且考核结果：合格');
    const rewards = within(entry('名师奖励')).getAllByRole('table')[0] as HTMLElement;
    expect(textOf(rowOf(rewards, '市级'))).toBe('市级待定待定');
    expect(line('名师工作室专项经费', '标准')).toContain('8,000 元/年，减去8,000 元/年的 30%');
    expect(textOf(entry('优秀骨干教师专项培训经费'))).toContain('其中:幼儿园：1,000,000 元/年');
    expect(textOf(entry('移民地区'))).toContain('丰登镇(润丰村、和丰村)');
    expect(textOf(entry('教育成果奖励机制'))).toContain('不作计算');

    const reading = entry('「每年按10个月计」是哪十个月？');
    expect(items(reading).filter((text) => text.includes('默认'))).toEqual(['七、八月不发 默认']);
    expect(textOf(reading)).toContain('暑假集中在七、八两月');
    expect(textOf(rowOf(screen.getByRole('table', { name: /^原文作了承诺/ }), '班主任津贴'))).toContain('元/月');
  });
});

/** Conditions that compare numbers and days, in place of one of its conditions. */
const KM =
  'facts:\n  countyKm: {type: decimal, minimum: "0", maximum: "300", unit: {zh: 公里, en: km}, label: {zh: 距县城, en: Distance from the county town}}\n';
const NUMBERS = `when:
      - countyKm: {atLeast: "40", below: "50"}
      - payStep: [{below: 3}, 13, {above: 40}]
      - monthlySalary: {not: {above: "8000.00"}}
      - teachingSince: {atLeast: "2010-09-01", atMost: "2015-02-28"}`;

/** A figure that is from another document. */
const SOURCES = `source: {file: source.txt}
sources: {"国办〔2020〕3号": {title: {zh: 国家规定, en: National rules}, file: national.txt}}`;
const OF_YEAR = 'rate/year: {unit: yuan, period: month, clause: *clause,';
const OF_ANOTHER = 'rate/year: {unit: yuan, period: month, clause: {document: 国办〔2020〕3号, item: "2", quote: "每年10元"},';

describe('a policy made of every word', () => {
  const dictionary = loadDictionary();

  beforeAll(() => {
    // Beside itself, read by somebody else: a start that differs is a difference in when.
    const other = text.replace('id: all-words', 'id: other').replace('same-month}\n    stops', 'next-month}\n    stops');
    for (const [id, own] of [
      ['all-words', text],
      ['numbers', text.replace('id: all-words', 'id: numbers').replace('facts:\n', KM).replace('when: {not: {post: temporary}}', NUMBERS)],
      ['other', other],
      ['quoting', text.replace('id: all-words', 'id: quoting').replace('source: {file: source.txt}', SOURCES).replace(OF_YEAR, OF_ANOTHER)],
    ] as const) {
      const { document, warnings } = needPolicyFile(own, `${id}.yaml`, dictionary);
      addPolicy({ document, warnings, usage: usageOf(document, dictionary), version: id, key: `local:${id}`, file: `${id}.yaml` });
    }
  });

  it('says of a figure from another document whose it is, and which documents it quotes', async () => {
    await openPage('/policy?policy=local:quoting');
    await screen.findByRole('article', { name: '教龄补贴' });
    expect(textOf(entry('教龄补贴'))).toContain('10 元/月（国办〔2020〕3号 第 2 条）');
    expect(textOf(screen.getByRole('region', { name: '文件信息' }))).toContain('所引文件国家规定（国办〔2020〕3号）');
    expect(textOf(entry('教龄津贴'))).not.toContain('国办');
  });

  it('tells every word in a sentence', async () => {
    await openPage('/policy?policy=local:all-words');
    await screen.findByRole('article', { name: '教龄津贴' });
    expect(document.querySelectorAll('.policy-item').length).toBeGreaterThan(0);
    expect(document.querySelectorAll('.policy-item code')).toHaveLength(0);
    const bands = entry('教龄津贴');
    expect(textOf(bands)).toContain('按“教龄”分档：');
    for (const band of ['不满 5：100 元/月', '满 5 不满 20：2024-01 起 200 元/月，2025-07 起 230 元/月', '满 20：以下各项相加']) {
      expect(items(bands)).toContainEqual(expect.stringContaining(band));
    }
    expect(items(bands)).toContain('当月：年内到岗的，自“到岗日期”的当月起发');
    expect(items(bands)).toContain('次月 默认：年内到岗的，自“到岗日期”的次月起发');
    for (const part of ['年内离岗的，发到“离岗日期”的上月止', '出资区财政', '资金来源上级补助、本级预算']) {
      expect(textOf(bands)).toContain(part);
    }
    expect(within(bands).getAllByRole('link', { name: '到岗教师何时起发' }).length).toBeGreaterThan(0);
    const each = textOf(entry('教龄补贴'));
    expect(each).toContain('“年末教龄” × 10 元/月，最多计到 30');
    expect(each).toContain('年内到岗的，自“到岗日期”的当月起发');
    expect(each).toContain('年内离岗的，发到“离岗日期”的当月止');
    const grant = textOf(entry('安家费'));
    expect(grant).toContain('分 3 次：在“人才引进日期”所在月份发 40%，以后每年同月依次发 30%、30%');
    const owed = textOf(entry('安家费退还'));
    expect(owed).toContain('以哪天为准离岗当日（没有离岗日期的，为离职月份的最后一天）；在职的没有');
    expect(owed).toContain('服务期5 年，自“人才引进日期”当日起，按日计满；服务期已满的不退');
    expect(owed).toContain('下列金额按未服务月数占服务期的比例（不足一月的，按已服务计）：“安家费”此前已发的金额');
    const breach = textOf(entry('违约责任'));
    expect(breach).toContain('以哪天为准“违约决定日期”当日');
    expect(breach).toContain('服务期每缺一年（不足一年的，按未服务计），计：“教龄津贴”此前已发的金额的 5%');
    expect(breach).toContain('违约金应退金额的 5%');
    expect(breach).toContain('自“违约决定日期”之日起满 30 天后，至“缴清日期”止，每日按应退金额与违约金之和的 5%');
    expect(textOf(bands)).toMatch(/与教龄补贴合计不超过：9,000 元\/月/);
    expect(textOf(entry('其余各项'))).toContain('可给予，不是必须');
    expect(textOf(entry('其余各项'))).toContain('按月发，当年最先应发的 9 个月');
    expect(textOf(entry('秋季补贴'))).toContain('按月发，限9月、10月');
    const concerned = within(entry('到岗教师何时起发')).getByRole('list', { name: '涉及' });
    expect(textOf(concerned)).toContain('教龄津贴');
  });

  it('tells numbers and days that are compared, with their units', async () => {
    await openPage('/policy?policy=local:numbers');
    await screen.findByRole('article', { name: '安家费' });
    expect(items(entry('安家费'))).toEqual(
      expect.arrayContaining([
        '距县城 40 公里以上、不足 50 公里',
        '薪级 不足 3或13或超过 40',
        '月工资总额 不在以下范围：超过 8,000.00 元',
        '参加教学工作日期 2010-09-01 起、2015-02-28 止',
      ]),
    );
  });

  it('tells them in English', async () => {
    await openPage('/policy?policy=local:numbers&lang=en');
    await screen.findByRole('article', { name: 'Settling-in grant' });
    expect(items(entry('Settling-in grant'))).toEqual(
      expect.arrayContaining([
        'Distance from the county town: at least 40 km, below 50 km',
        'Pay step: below 3 or 13 or above 40',
        'Total monthly salary: not above 8,000.00 yuan',
        'Teaching since: from 2010-09-01 on, up to 2015-02-28',
      ]),
    );
  });

  it('is told in English', async () => {
    await openPage('/policy?policy=local:all-words&lang=en');
    const bands = await screen.findByRole('article', { name: 'Seniority allowance' });
    expect(textOf(bands)).toContain('by "Years taught":');
    for (const band of ['below 5: 100 yuan a month', '5 to below 20: ', '20 and more: ']) {
      expect(items(bands)).toContainEqual(expect.stringContaining(band));
    }
    expect(textOf(bands)).toContain('one who leaves during the year: up to the month before "Left on"');
    expect(textOf(entry('Seniority supplement'))).toContain('"Years taught at the end of the year" × 10 yuan a month, counted up to 30');
    const grant = textOf(entry('Settling-in grant'));
    expect(grant).toContain(
      'in 3 instalments: 40% in the month of "Recruited as talent on", then 30%, 30% in the same month of each further year',
    );
    expect(textOf(entry('Settling-in grant owed back'))).toContain(
      'Service5 years from the day of "Recruited as talent on" on, counted by the day; nothing is owed once it is over',
    );
    expect(document.querySelectorAll('.policy-item code')).toHaveLength(0);
  });

  it('says beside another in what it differs', async () => {
    await openPage('/policy?policy=local:other&with=local:all-words');
    const compared = await screen.findByRole('table', { name: '津贴' });
    const last = (begin: string) => textOf(within(rowOf(compared, begin)).getAllByRole('cell').at(-1));
    expect([last('教龄补贴'), last('教龄津贴')]).toEqual(['不同：发放', '相同']);
    expect(textOf(rowOf(compared, '其余各项'))).toContain('可给予，不是必须');
  });
});
