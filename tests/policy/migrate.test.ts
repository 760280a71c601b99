import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { migratePolicy } from '../../src/policy/loading/migrate.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';
import { readOwnPolicy } from '../../src/web/compute/worker/own-policy.ts';

const dictionary = loadDictionary();
const HEAD = `id: old
title: 旧办法
documentNumber: null
issuer: 某局
issuedOn: 2025-01-01
effectiveFrom: null
source: {file: source.txt}
requires: []
months: {all: all}
parameters:
  lesson: {unit: yuan, period: month, value: "20", clause: {item: "1", quote: 每课时20元}}
  grant: {unit: yuan, period: once, value: "1000", clause: {item: "1", quote: 每人1000元}}
  part: {unit: percent, value: "50", clause: {item: "1", quote: "50%"}}
  start: {unit: year, value: "2020", clause: {item: "1", quote: 2020年起}}
allowances:
  it:
    title: 某项
    payee: teacher
    economicCode: "30102"
    clause: {item: "1", quote: 某项}
    when: always
    months: all
`;
const file = (pays: string) => `${HEAD}    ${pays}\n`;
const today = (pays: string) => migratePolicy(file(pays)).text.slice(HEAD.length + 4, -1);
const told = (pays: string) =>
  migratePolicy(file(pays)).converted.map(({ line, column, path, code }) => `${line}:${column} ${path} ${code}`);

/** What is added at the end where years are counted. */
const DERIVED = 'derive:\n  years: {label: {zh: 年限, en: Years}, years: teachingSince}';

/** What was written before, and what is written now, to the letter. */
const FORMS: [before: string, now: string][] = [
  ['pays: {once: recruitedOn, amount: {parameter: grant}}', 'pays: {at: recruitedOn, amount: {parameter: grant}}'],
  [
    'pays: {once: recruitedOn, instalments: ["60", "40"], amount: {parameter: grant}}',
    'pays: {at: recruitedOn, shares: ["60", "40"], amount: {parameter: grant}}',
  ],
  [
    'pays: {at: recruitedOn, amount: {parameter: grant}, service: {years: 5, repay: remaining-years}}',
    'pays: {at: recruitedOn, amount: {parameter: grant}}\nclaims:\n  it: {title: "某项：退还", clause: {item: "1", quote: "某项"}, when: always, at: leftOn, service: {from: recruitedOn, years: 5}, owes: {part: unserved, unit: years, begun: unserved, of: {paid: it}}}',
  ],
  [
    'pays:\n      at: recruitedOn\n      amount: {parameter: grant}\n      service: # 服务期\n        years: 5\n        repay: remaining-months\n    paid: {in: [6]}',
    'pays:\n      at: recruitedOn\n      amount: {parameter: grant}\n    paid: {in: [6]}\nclaims:\n  it: {title: "某项：退还", clause: {item: "1", quote: "某项"}, when: always, at: leftOn, service: {from: recruitedOn, years: 5}, owes: {part: unserved, unit: months, begun: served, of: {paid: it}}}',
  ],
  [
    'pays: {every: month, amount: {units: payStep, at: {parameter: lesson}}}',
    'pays: {every: month, amount: {times: {fact: payStep}, of: {parameter: lesson}}}',
  ],
  [
    'pays:\n      # 按课时\n      every:  month\n      amount:\n        "at":   {parameter: lesson}   # 单价\n        units: payStep # 课时数',
    'pays:\n      # 按课时\n      every:  month\n      amount:\n        of:   {parameter: lesson}   # 单价\n        times: {fact: payStep} # 课时数',
  ],
  [
    'pays: {every: month, amount: {units: payStep, at: {units: payStep, at: {parameter: lesson}}}}',
    'pays: {every: month, amount: {times: {fact: payStep}, of: {times: {fact: payStep}, of: {parameter: lesson}}}}',
  ],
  [
    'pays: {every: month, amount: {combine: sum, of: [&a {units: payStep, at: {parameter: lesson}}, *a]}}',
    'pays: {every: month, amount: {combine: sum, of: [&a {times: {fact: payStep}, of: {parameter: lesson}}, *a]}}',
  ],
  [
    'pays: {every: month, amount: {percent: part, of: {grow: {parameter: lesson}, yearly: part, since: start}}}',
    'pays: {every: month, amount: {percent: part, of: {grow: {parameter: lesson}, yearly: part, at: start}}}',
  ],
  [
    'pays: {every: month, amount: {percent: part, of: {stepUp: payStep, given: payStepIncrement}}}',
    'pays: {every: month, amount: {percent: part, of: {scale: step-pay, step: difference, beyond: nothing, at: payStep, given: payStepIncrement}}}',
  ],
  [
    'pays:\n      every: month\n      amount: &step\n        given: payStepIncrement # 差额\n        stepUp: payStep # 上浮一档',
    'pays:\n      every: month\n      amount: &step\n        given: payStepIncrement # 差额\n        scale: step-pay\n        step: difference\n        beyond: nothing\n        at: payStep # 上浮一档',
  ],
  [
    'pays: {every: month, amount: {combine: sum, of: [&a {stepUp: payStep, given: payStepIncrement}, *a]}}',
    'pays: {every: month, amount: {combine: sum, of: [&a {scale: step-pay, step: difference, beyond: nothing, at: payStep, given: payStepIncrement}, *a]}}',
  ],
  [
    'pays: {every: month, amount: {seniority: teachingSince, bands: [{from: 0, amount: nothing}, {from: 5, amount: {parameter: lesson}}]}}',
    `pays: {every: month, amount: {by: years, bands: [{from: 0, amount: nothing}, {from: 5, amount: {parameter: lesson}}]}}\n${DERIVED}`,
  ],
  [
    'pays:\n      every: month\n      amount:\n        seniority: teachingSince # 教龄\n        on: month\n        # 每年\n        each: {parameter: lesson}\n        atMost: 30',
    `pays:\n      every: month\n      amount:\n        each: years # 教龄\n        # 每年\n        amount: {parameter: lesson}\n        atMost: 30\n${DERIVED}`,
  ],
  [
    'pays: {every: month, amount: {seniority: teachingSince, each: {parameter: lesson}, on: 12-31}}\nderive:\n  # 年限\n  ours: {years: recruitedOn}',
    'pays: {every: month, amount: {each: yearsOn1231, amount: {parameter: lesson}}}\nderive:\n  # 年限\n  yearsOn1231: {label: {zh: 年限, en: Years}, years: teachingSince, by: 12-31}\n  ours: {years: recruitedOn}',
  ],
  [
    'pays: {every: month, amount: {combine: sum, of: [{seniority: teachingSince, each: {parameter: lesson}}, {on: month, seniority: teachingSince, each: {parameter: lesson}, atMost: 3}]}}\nderive: {ours: {years: teachingSince}}',
    'pays: {every: month, amount: {combine: sum, of: [{each: ours, amount: {parameter: lesson}}, {each: ours, amount: {parameter: lesson}, atMost: 3}]}}\nderive: {ours: {years: teachingSince}}',
  ],
  [
    'pays: {every: month, amount: {combine: sum, of: [{seniority: teachingSince, each: {parameter: lesson}}, {seniority: teachingSince, each: {parameter: lesson}}]}}',
    `pays: {every: month, amount: {combine: sum, of: [{each: years, amount: {parameter: lesson}}, {each: years, amount: {parameter: lesson}}]}}\n${DERIVED}`,
  ],
];

describe('a policy file in a former form', () => {
  it.each(FORMS)('is written in the one of today, and nothing else of it changes: %s', (before, now) => {
    expect(readPolicyFile(file(before), dictionary).faults[0]?.code).toBe('former-form');
    expect(today(before)).toBe(now);
    expect(readPolicyFile(file(now), dictionary).faults.filter(({ code }) => !/^unused/.test(code))).toEqual([]);
  });

  it.each(FORMS)('is left alone when it has been written anew: %s', (before) => {
    const { text } = migratePolicy(file(before));
    expect(migratePolicy(text)).toEqual({ text, converted: [] });
  });

  it('keeps the line ends of Windows', () => {
    const before = file('pays: {once: recruitedOn, amount: {parameter: grant}} # 一次').replaceAll('\n', '\r\n');
    expect(migratePolicy(before).text).toBe(before.replace('once: recruitedOn', 'at: recruitedOn'));
  });

  it('writes a service by readings as a claim by readings', () => {
    const service = 'service: {years: {reading: r, a: 5, b: 6}, repay: {reading: r, a: all, b: remaining-months}}';
    const now = today(`pays: {at: recruitedOn, amount: {parameter: grant}, ${service}}`);
    expect(now).toContain(
      'years: {reading: r, a: 5, b: 6}}, owes: {reading: r, a: {paid: it}, b: {part: unserved, unit: months, begun: served, of: {paid: it}}}}',
    );
  });

  it('says that a service goes by the day now, and where it stands', () => {
    const before = 'pays: {at: recruitedOn, amount: {parameter: grant}, service: {years: 5, repay: all}}';
    expect(told(before)).toEqual(['24:1 claims converted-served']);
    expect(
      today(`${before}\nclaims: {it: {title: 甲, clause: {item: "1", quote: 某项}, when: always, at: leftOn, owes: {paid: it}}}`),
    ).toContain('it-back: {');
  });

  it('says what was converted, where it stands, and what means something else now', () => {
    expect(told('pays: {once: recruitedOn, instalments: ["60", "40"], amount: {parameter: grant}}')).toEqual([
      '23:12 allowances.it.pays.at converted',
      '23:29 allowances.it.pays.shares converted-leaving',
    ]);
    expect(told('pays: {every: month, amount: {units: payStep, at: {parameter: lesson}}}')).toEqual([
      '23:35 allowances.it.pays.amount.times converted',
    ]);
    expect(told('pays: {every: month, amount: {units: payStep, at: {percent: part, of: {parameter: lesson}}}}')).toEqual([
      '23:35 allowances.it.pays.amount.times converted-rounding',
    ]);
    expect(told('pays: {every: month, amount: {grow: {parameter: lesson}, yearly: part, since: start}}')).toEqual([
      '23:76 allowances.it.pays.amount.at converted-growth',
    ]);
    const [one] = migratePolicy(file(FORMS[0]?.[0] ?? '')).converted;
    expect(one && explainFault(one, 'zh')).toBe('「once」是旧写法，已按 {at: recruitedOn, amount: …} 读取。');
    expect(one && explainFault(one, 'en')).toBe('once is how it was written before. It is read as {at: recruitedOn, amount: …}.');
  });

  it.each([
    ['both the former key and the new one', 'pays: {once: recruitedOn, at: arrivedOn, amount: {parameter: grant}}'],
    ['a unit that is no fact', 'pays: {every: month, amount: {units: [payStep], at: {parameter: lesson}}}'],
    ['another fault of YAML', 'pays: {once: recruitedOn, amount: {parameter: grant}'],
  ])('stays a fault with %s', (_title, pays) => {
    expect(today(pays)).toBe(pays);
    expect(readPolicyFile(file(pays), dictionary).document).toBeNull();
  });

  it('is not found where a name only looks like one', () => {
    const text = file('pays: {every: month, amount: {parameter: lesson}}')
      .replaceAll('  it:', '  once:')
      .replace('旧办法', 'units 和 instalments');
    expect(migratePolicy(text)).toEqual({ text, converted: [] });
  });

  it('is opened on the page, which says so', () => {
    const text = file('pays: {once: recruitedOn, amount: {parameter: grant}}').replace(/ {2}(lesson|part|start): .*\n/g, '');
    const opened = readOwnPolicy({ bytes: new TextEncoder().encode(text).buffer as ArrayBuffer, source: null }, dictionary);
    expect(opened).toMatchObject({
      document: { allowances: { it: { pays: { at: 'recruitedOn' } } } },
      warnings: [{ code: 'no-source' }, { code: 'converted', line: 20 }],
    });
  });

  it('is converted on the command line', () => {
    const path = join(mkdtempSync(join(tmpdir(), 'migrate-')), 'policy.yaml');
    const run = () =>
      execFileSync('npm', ['run', '--silent', 'migrate-rules', '--', path], { encoding: 'utf8', cwd: join(import.meta.dirname, '../..') });
    const text = file('pays: {once: recruitedOn, amount: {parameter: grant}} # 一次').replace(/ {2}(lesson|part|start): .*\n/g, '');
    writeFileSync(path, text);
    expect(run()).toContain('转换 converted 1, 错误 faults 0');
    expect(readFileSync(path, 'utf8')).toBe(text.replace('once:', 'at:'));
    expect(run()).toContain('转换 converted 0, 错误 faults 0');
  });
});
