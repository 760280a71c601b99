import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FigureKind, readQuoted, standsIn } from '../../src/policy/checks/quoted/stands.ts';

const stands = (text: string, figure: string, kind: FigureKind) => standsIn(readQuoted(text), figure, kind);

/** Words of documents, the figures that stand in them, and some that only seem to. */
const TEXTS: [text: string, kind: FigureKind, there: string[], not: string[]][] = [
  ['每月300元', 'money', ['300', '300.00'], ['3000', '30', '3', '0.300', '301']],
  ['每月３０００元', 'money', ['3000'], ['300', '30000', '0']],
  ['每月1300元', 'money', ['1300'], ['300', '130']],
  ['系数0.300', 'money', ['0.3'], ['300']],
  ['每月3,000元', 'money', ['3000'], ['3', '0']],
  ['每月3，000元', 'money', ['3000'], ['3', '0']],
  ['每月1,300元', 'money', ['1300'], ['300', '1']],
  ['每月3 000 元', 'money', ['3000'], ['30']],
  ['分别奖励200,300,400元', 'money', ['200', '300', '400'], ['20', '2', '600']],
  ['180 330', 'money', ['180', '330'], ['80', '18']],
  ['每月三千元', 'money', ['3000'], ['3', '300', '30000']],
  ['每月3千元', 'money', ['3000'], ['3', '300']],
  ['每月0.3万', 'money', ['3000'], ['0.3', '3', '30000']],
  ['每月 0.3 万元', 'money', ['3000'], ['3']],
  ['总额1.18亿元', 'money', ['118000000'], ['1.18', '11800']],
  ['总额1亿1800万元', 'money', ['118000000'], ['1800', '18000000']],
  ['叁仟元整', 'money', ['3000'], ['3']],
  ['贰佰伍拾元', 'money', ['250'], ['200', '50']],
  ['每人两千元', 'money', ['2000'], ['2']],
  ['三百零五元', 'money', ['305'], ['300', '350']],
  ['三百五十元', 'money', ['350'], ['305', '50']],
  ['每年一万五千元', 'money', ['15000'], ['10005', '5000', '10000']],
  ['每年一万五', 'money', ['15000'], ['10005', '10000']],
  ['每年1万5千元', 'money', ['15000'], ['5000', '10000']],
  ['每年1.5千万元', 'money', ['15000000'], ['1500']],
  ['一次性给予8万元5万元补助', 'money', ['80000', '50000'], ['8', '5', '85000']],
  ['8万5万', 'money', ['80000', '50000'], ['85000']],
  ['三千陆续到位', 'money', ['3000'], ['3600', '6']],
  ['每人三百五左右', 'money', ['350'], ['300', '305']],
  ['每年1万2次发放', 'money', ['10000'], ['12000', '2']],
  ['按城乡每人每月180元、330元', 'money', ['180', '330'], ['80', '30']],
  ['每月补贴300——600元', 'money', ['300', '600'], ['3', '900']],
  ['奖励3-5万元', 'money', ['30000', '50000'], ['35000', '40000']],
  ['分别为10、15、20万元', 'money', ['100000', '150000', '200000'], ['101520']],
  ['三、四百元', 'money', ['300', '400'], ['3400']],
  ['27元5角', 'money', ['27.5'], ['27', '5']],
  ['三十元五角三分', 'money', ['30.53'], ['30.5', '30']],
  ['奖励标准(万元):博士8,硕士5', 'money', ['80000', '50000'], ['800']],
  ['单位：万元　博士 8　硕士 5.5', 'money', ['80000', '55000'], ['800']],
  ['十萬元', 'money', ['100000'], ['10']],
  ['10余万元', 'money', ['100000'], ['10']],
  ['①3000元', 'money', ['3000'], ['13000', '1']],
  ['第300条', 'money', [], ['300']],
  ['300名教师', 'money', [], ['300']],
  ['2025年', 'money', [], ['2025']],
  ['按30%', 'money', [], ['30']],
  ['300人民币', 'money', ['300'], []],
  ['培训300小时', 'money', [], ['300']],
  ['每节300分钟，300周，300班，300位，300节，300平方米，300美元', 'money', [], ['300']],
  ['〔2021〕60号', 'money', [], ['2021', '60']],
  ['班主任津贴300，班级费300班费', 'money', ['300'], []],
  ['县级不承担', 'money', ['0'], ['1']],
  ['教师队伍建设', 'money', [], ['5']],
  ['其中30%用于奖励', 'percent', ['30', '30.0'], ['3', '0.3', '300']],
  ['其中３０％', 'percent', ['30'], ['3']],
  ['百分之三十', 'percent', ['30'], ['3', '13']],
  ['百分之十二点五', 'percent', ['12.5'], ['12', '5']],
  ['百分之五至十', 'percent', ['5', '10'], ['15']],
  ['5-10%', 'percent', ['5', '10'], ['15']],
  ['上浮三成', 'percent', ['30'], ['3']],
  ['上浮三成五', 'percent', ['35'], ['5']],
  ['千分之五', 'percent', ['0.5'], ['5']],
  ['提高5个百分点', 'percent', ['5'], ['50']],
  ['各承担一半', 'percent', ['50'], ['5']],
  ['三分之一', 'percent', ['33.33', '33.3333'], ['33', '3', '1']],
  ['四分之三', 'percent', ['75'], ['3']],
  ['按1/2计发', 'percent', ['50'], ['1']],
  ['按4:3:3分担', 'percent', ['40', '30'], ['4', '3', '43']],
  ['按六比四分担', 'percent', ['60', '40'], ['6']],
  ['基数的0.3倍', 'percent', ['30'], ['0.3']],
  ['上浮比例(%):城市10、农村15', 'percent', ['10', '15'], ['5']],
  ['由县级全额承担', 'percent', ['100'], ['10']],
  ['每月30元', 'percent', [], ['30']],
  ['到2025年', 'year', ['2025'], ['202', '25']],
  ['到二〇二五年', 'year', ['2025'], ['2020']],
  ['到二○二五年底', 'year', ['2025'], []],
  ['2021-2025年', 'year', ['2021', '2025'], ['2023']],
  ['“十四五”期间', 'year', ['2025'], ['2020', '2030']],
  ['奖励2025元', 'year', [], ['2025']],
  ['培养100名', 'count', ['100'], ['10', '1000']],
  ['3-5名', 'count', ['3', '5'], ['35', '4']],
  ['教職工5255人', 'count', ['5255'], ['525']],
  ['三十五名', 'count', ['35'], ['30', '5']],
  ['十名', 'count', ['10'], ['1']],
  ['百名名师', 'count', ['100'], ['10']],
  ['2025年建成', 'count', [], ['2025']],
  ['一百二十余人', 'count', ['120'], ['100', '20']],
  ['服务期不少于5年', 'years', ['5'], ['50']],
  ['满十五年、二十五年', 'years', ['15', '25'], ['10', '5', '20']],
  ['满五年不满十年', 'years', ['5', '10'], ['15']],
  ['服务期60个月', 'years', ['5'], ['60']],
  ['教龄6—10年', 'years', ['6', '10'], ['610']],
  ['每月5元', 'years', [], ['5']],
  ['调控线的2.5倍', 'multiple', ['2.5'], ['25', '2']],
  ['两倍半', 'multiple', ['2.5', '2'], ['25']],
  ['达到250%', 'multiple', ['2.5'], ['250']],
  ['选派3-5名', 'number', ['3', '5'], ['4']],
];

describe('a figure in a quote', () => {
  it.each(TEXTS)('%s (%s)', (text, kind, there, not) => {
    expect(there.filter((figure) => !stands(text, figure, kind))).toEqual([]);
    expect(not.filter((figure) => stands(text, figure, kind))).toEqual([]);
  });
});

const DIGITS = [...'零一二三四五六七八九'];
const CHEQUE = [...'零壹贰叁肆伍陆柒捌玖'];
const digit = (set: readonly string[], value: number) => set[value] as string;

/** A whole number below 10^12 as it is read out, by its own way: four digits at a time. */
function readOut(value: number, digits: readonly string[] = DIGITS, units: readonly string[] = ['', '十', '百', '千']): string {
  const groups = [Math.floor(value / 1e8), Math.floor(value / 1e4) % 1e4, value % 1e4];
  let text = '';
  for (const [index, group] of groups.entries()) {
    if (group === 0) continue;
    if (text !== '' && (group < 1000 || (index === 2 && groups[1] === 0))) text += digits[0];
    const places = String(group).split('').map(Number);
    let zero = false;
    for (const [at, place] of places.entries()) {
      if (place === 0) zero = true;
      else {
        text += `${zero ? digits[0] : ''}${digit(digits, place)}${units[places.length - 1 - at]}`;
        zero = false;
      }
    }
    text += ['亿', '万', ''][index];
  }
  return text;
}

const grouped = (value: number) => String(value).replace(/\B(?=(\d{3})+$)/g, ',');
const wide = (text: string) => text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
const scaled = (value: number, unit: number) => String(value / unit);

/** How a sum of whole yuan is written; `null` where nobody would write it so. */
const STYLES: Readonly<Record<string, (value: number) => string | null>> = {
  digits: (value) => `${value}元`,
  'with noughts': (value) => `${value}.00元`,
  grouped: (value) => `${grouped(value)}元`,
  'full width': (value) => `${wide(grouped(value))}元`,
  万: (value) => (value % 10 === 0 ? `${scaled(value, 10_000)}万元` : null),
  千: (value) => (value % 10 === 0 && value < 1e7 ? `${scaled(value, 1000)}千元` : null),
  亿: (value) => (value >= 1e7 && value % 1e4 === 0 ? `${scaled(value, 1e8)}亿元` : null),
  'read out': (value) => `${readOut(value)}元`,
  'as it is spoken': (value) =>
    `${readOut(value)
      .replace(/^一十/, '十')
      .replace(/二(?=[百千万亿])/g, '两')}元`,
  traditional: (value) => `${readOut(value).replaceAll('万', '萬').replaceAll('亿', '億')}元`,
  'on a cheque': (value) => `人民币${readOut(value, CHEQUE, ['', '拾', '佰', '仟'])}元整`,
  'in part': (value) =>
    value >= 10_000 && value % 1000 === 0
      ? `${Math.floor(value / 10_000)}万${(value % 10_000) / 1000 || ''}${value % 10_000 ? '千' : ''}元`
      : null,
};

const sum = fc.oneof(
  fc.integer({ min: 1, max: 100_000 }),
  fc.integer({ min: 1, max: 99_999 }).map((value) => value * 10_000),
  fc.integer({ min: 1, max: 999 }).map((value) => value * 1000),
);
const around = fc.constantFrom(['每人每月', ''], ['按照', '的标准,每年按10个月计发'], ['一次性给予', '、2元'], ['7元、', '和9元']);

describe('a sum written in any style', () => {
  it.each(Object.keys(STYLES))('%s: is found, and no other number is', (style) => {
    fc.assert(
      fc.property(sum, sum, around, (value, other, [before, after]) => {
        const written = STYLES[style]?.(value);
        fc.pre(written !== null && other !== value && ![2, 7, 9].includes(other));
        const quoted = readQuoted(`${before}${written}${after}`);
        expect([standsIn(quoted, String(value), 'money'), written]).toEqual([true, written]);
        // 300,400 may be a list of two
        const parts = /^[1-9]\d\d(,[1-9]\d\d)+$/.test(grouped(value)) ? grouped(value).split(',') : [];
        const near = [other, value * 10, value + 1, Math.floor(value / 10), value % 1000].map(String);
        for (const one of near) {
          if (one === String(value) || ['0', '2', '7', '9', ...parts].includes(one)) continue;
          expect([one, standsIn(quoted, one, 'money'), written]).toEqual([one, false, written]);
        }
      }),
    );
  });
});

describe('a percentage written in any style', () => {
  const styles: Readonly<Record<string, (value: number) => string | null>> = {
    '%': (value) => `${value}%`,
    百分之: (value) => `百分之${readOut(value)}`,
    成: (value) => (value % 10 === 0 && value < 100 ? `${digit(DIGITS, value / 10)}成` : null),
    比: (value) => (value < 100 ? `${value}:${100 - value}` : null),
  };
  it.each(Object.keys(styles))('%s: is found, and no other number is', (style) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.integer({ min: 1, max: 100 }), (value, other) => {
        const written = styles[style]?.(value);
        fc.pre(written !== null && other !== value && (style !== '比' || other !== 100 - value));
        const quoted = readQuoted(`按工资总额${written}上浮`);
        expect([standsIn(quoted, String(value), 'percent'), written]).toEqual([true, written]);
        expect([standsIn(quoted, String(other), 'percent'), written]).toEqual([false, written]);
        expect(standsIn(quoted, String(value), 'money') && style !== '比').toBe(false);
      }),
    );
  });
});

it('reads a long text of nothing but numbers in one pass', { timeout: 60_000 }, () => {
  for (const text of ['9'.repeat(200_000), '九'.repeat(200_000), '1,000'.repeat(40_000), '一万'.repeat(100_000), '1角'.repeat(100_000)]) {
    expect(stands(text, '12345', 'money')).toBe(false);
  }
});
