import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { quoteSlip } from '../../src/policy/checks/quoted/quoting.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { SLIP_CODES } from '../../src/policy/reading/slip.ts';
import { readYaml } from '../../src/policy/reading/yaml.ts';
import { nearest } from '../../src/policy/slips/nearest.ts';
import { dateSlip, figureSlip, monthSlip } from '../../src/policy/slips/written.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';

/** One edit of a good file, where something is said of it, and what, a line for each finding. */
interface Written {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly zh: string;
  readonly en: string;
}

const textOf = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8');
const dictionary = loadDictionary();
const good = textOf('fixtures/good.yaml');
const source = textOf('fixtures/source.txt');
const slips = readYaml(textOf('slips.yaml'), 'slips.yaml').value as Written[];

function findingsOf({ from, to }: Written) {
  expect(good).toContain(from);
  const { faults, warnings } = readPolicyFile(
    good.replace(from, () => to),
    dictionary,
    source,
  );
  return [...faults, ...warnings];
}

describe('a usual slip', () => {
  it.each(slips.map((slip) => [slip.title, slip] as const))('says what to write instead: %s', (_title, slip) => {
    const found = findingsOf(slip);
    expect({
      at: found.map(({ line, column }) => `${line}:${column}`).join(' '),
      zh: found.map((one) => explainFault(one, 'zh')).join('\n'),
      en: found.map((one) => explainFault(one, 'en')).join('\n'),
    }).toEqual({ at: slip.at, zh: slip.zh, en: slip.en });
  });

  it('of every kind is among them', () => {
    const shown = new Set(slips.flatMap((slip) => findingsOf(slip).map(({ params }) => params.slip)));
    expect(SLIP_CODES.filter((code) => !shown.has(code))).toEqual([]);
  });
});

describe('the nearest name', () => {
  it.each([
    ['payees', ['payer', 'payee', 'pays'], 'payee'],
    ['Pay_Step', ['payStep'], 'payStep'],
    ['mael', ['meal', 'degree'], 'meal'],
    ['hihg', ['high'], 'high'],
    ['xy', ['ab', 'cd'], null],
    ['ab', ['ac', 'ad'], null],
    ['transport', ['meal'], null],
    ['x'.repeat(65), ['x'.repeat(64)], null],
  ])('of %s', (written, names, name) => {
    expect(nearest(written, names)).toBe(name);
  });

  it('is none where two are equally near', () => {
    expect(nearest('backbome', ['backbone', 'backbomb'])).toBeNull();
  });
});

describe('what was written in another way', () => {
  it.each([
    ['2021/9/1', { slip: 'as-date', instead: '2021-09-01' }],
    ['２０２１年９月１日', { slip: 'as-date', instead: '2021-09-01' }],
    ['2021-02-29', { slip: 'no-such-day', given: '2021-02-29' }],
    ['2021.9', { slip: 'day-missing', given: '2021-09' }],
    ['2021', null],
    ['去年', null],
  ])('a day: %s', (given, slip) => {
    expect(dateSlip(given)).toEqual(slip);
  });

  it.each([
    ['2021年9月', { slip: 'as-month', instead: '2021-09' }],
    ['202109', { slip: 'as-month', instead: '2021-09' }],
    ['2021-13', null],
    ['九月', null],
  ])('a month: %s', (given, slip) => {
    expect(monthSlip(given)).toEqual(slip);
  });

  it.each([
    ['八万', 'yuan', { slip: 'as-figure', instead: '80000' }],
    ['三千五百元整', 'yuan', { slip: 'as-figure', instead: '3500' }],
    ['1,2345', 'yuan', null],
    ['百分之三十', 'percent', { slip: 'as-figure', instead: '30' }],
    ['每人每月300元', 'yuan', null],
    ['300元/人/月', 'yuan', { slip: 'figure-period', instead: '300', period: 'month' }],
    ['300元至600元', 'yuan', { slip: 'figure-range', instead: 'atLeast: "300", atMost: "600"' }],
    ['不低于300元', 'yuan', { slip: 'figure-range', instead: 'atLeast: "300"' }],
    ['另行规定', 'yuan', { slip: 'figure-awaited' }],
    ['100名', 'count', { slip: 'as-figure', instead: '100' }],
    ['2025年', 'year', { slip: 'as-figure', instead: '2025' }],
    ['1.23456', 'percent', null],
  ])('a figure: %s', (given, unit, slip) => {
    expect(figureSlip(given, unit)).toEqual(slip);
  });
});

describe('a quotation that is not found', () => {
  const text = '按照每人每月300元的标准发放鄉村教師生活補助,由县财政承担。';

  it.each([
    ['“按照每人每月300元的标准”', { slip: 'quote-in-marks', instead: '按照每人每月300元的标准' }],
    ['发放乡村教师生活补助', { slip: 'quote-differs', instead: '发放鄉村教師生活補助', pairs: '乡→鄉 师→師 补→補' }],
    ['按照每人每月300元的标准发给', { slip: 'quote-until', found: '按照每人每月300元的标准发', rest: '给' }],
    ['一次性发放安家费二十万元', null],
  ])('%s', (quote, slip) => {
    const found = quoteSlip(text, quote);
    if (quote.endsWith('发给')) expect(found?.slip).toMatch(/quote-(until|differs)/);
    else expect(found).toEqual(slip);
  });

  it('takes no time of which anybody would have to wait', () => {
    expect(quoteSlip('甲'.repeat(200_000), '乙'.repeat(1000))).toBeNull();
  });
});
