import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundlePolicy, loadDictionary } from '../../scripts/vite-yaml-rules.ts';
import { PolicyFileError } from '../../src/policy/fault.ts';
import { loadPolicy } from '../../src/policy/load.ts';

const dictionary = loadDictionary();
const text = readFileSync(join(import.meta.dirname, '../../rules/jinfeng-2021/policy.yaml'), 'utf8');

/** Faults of the policy after one edit, as `line:column path: message`. */
function faultsAfter(from: string, to: string): string[] {
  expect(text).toContain(from);
  try {
    loadPolicy(text.replace(from, to), 'policy.yaml', dictionary);
    return [];
  } catch (error) {
    if (!(error instanceof PolicyFileError)) throw error;
    return error.faults.map(({ path, message }) => `${path}: ${message}`);
  }
}

/** One edit of a good file, and what the loader says of it. */
const BAD: [title: string, from: string, to: string, fault: RegExp][] = [
  ['an unknown key of the file', 'requires: [post, area]', 'requires: [post, area]\ncolour: red', /^colour: unknown key$/],
  [
    'an unknown key of an allowance',
    '    payee: institution',
    '    payee: institution\n    colour: red',
    /^allowances\.studio-running\.colour: unknown key$/,
  ],
  ['a key twice', 'requires: [post, area]', 'requires: [post, area]\nrequires: [post]', /unique/],
  ['a tab for indentation', '    payee: institution', '\tpayee: institution', /./],
  ['a required fact that is not there', 'requires: [post, area]', 'requires: [post, zone]', /^requires\.1: there is no fact zone$/],
  ['a fact that is not there', '{studioHost: true}', '{studioHosts: true}', /when\.studioHosts: there is no fact studioHosts$/],
  [
    'a value that the fact does not have',
    '{post: [established, special-post]}',
    '{post: [established, special]}',
    /special is not a value of post$/,
  ],
  ['a value of another type', 'when: {principal: true}', 'when: {principal: yes please}', /yes please is not a value of principal$/],
  ['a payee that is nobody', 'payee: institution', 'payee: school', /^allowances\.studio-running\.payee: /],
  ['money as a number', '{urban: "180", rural: "330"}', '{urban: 180, rural: "330"}', /^parameters\.meal\.values/],
  [
    'money with three decimals',
    '{urban: "180", rural: "330"}',
    '{urban: "180.005", rural: "330"}',
    /^parameters\.meal: "180\.005" is not a figure in yuan$/,
  ],
  ['a percentage above 100', 'value: "30"', 'value: "130"', /^parameters\.studio\/host-share: "130" is not a figure in percent$/],
  [
    'a figure without a period',
    '    unit: yuan\n    period: year\n    clause: {item: "17", quote: "每年给予8000元专项工作经费"}',
    '    unit: yuan\n    clause: {item: "17", quote: "每年给予8000元专项工作经费"}',
    /^parameters\.studio\/annual: .*needs a period/,
  ],
  [
    'a cell for a value that is not there',
    '{urban: "180", rural: "330"}',
    '{urban: "180", suburban: "330"}',
    /suburban is not a value of area$/,
  ],
  ['a table without figures', '{near: "300", far: "600"}', '"300"', /^parameters\.transport\.values: needs a figure for each commute$/],
  [
    'an amount that no word makes',
    '{stepUp: payStep, given: payStepIncrement}',
    '{sum-of: payStepIncrement}',
    /^allowances\.resettlement-uplift\.pays.*an amount is one of: parameter, fact, /,
  ],
  ['an amount of a fact that is no money', 'given: payStepIncrement}', 'given: payStep}', /payStep is not a money fact$/],
  [
    'a parameter that is not there',
    '{parameter: principal/monthly}',
    '{parameter: principal/weekly}',
    /there is no parameter principal\/weekly$/,
  ],
  [
    'a table that is not there',
    '{parameter: transport, by: [commute]}',
    '{parameter: travel, by: [commute]}',
    /there is no parameter travel$/,
  ],
  [
    'a reading that is not there',
    'keep: {reading: backbone-and-master,',
    'keep: {reading: backbone-or-master,',
    /there is no reading backbone-or-master$/,
  ],
  [
    'a default that is no option',
    'default: no-july-august',
    'default: no-july',
    /^readings\.payment-months\.default: there is no option no-july$/,
  ],
  ['an option without a value', '        required: {assessment: passed}\n', '', /no value for required of master-assessment$/],
  [
    'a value for an option that is not there',
    'both: all, larger: largest}',
    'both: all, larger: largest, none: all}',
    /none is not an option of backbone-and-master$/,
  ],
  [
    'months that are not there',
    'months: {reading: uplift-months, twelve: every,',
    'months: {reading: uplift-months, twelve: always,',
    /there is no set of months always$/,
  ],
  ['a thirteenth month', '{except: [7, 8]}', '{except: [7, 13]}', /^months\.no-july-august/],
  ['a one-off at a fact that is no date', 'once: recruitedOn', 'once: post', /post is not a date fact$/],
  [
    'stacking of an allowance that is not there',
    'allowances: [backbone, master]',
    'allowances: [backbone, masters]',
    /there is no allowance masters$/,
  ],
  [
    'an envelope without its parameter',
    'parameter: training/annual',
    'parameter: training/yearly',
    /there is no parameter training\/yearly$/,
  ],
  [
    'a target for an allowance that is not there',
    'costOf: backbone',
    'costOf: backbones',
    /^targets\.backbone\.costOf: there is no allowance backbones$/,
  ],
  ['a date that is none', 'issuedOn: 2021-08-20', 'issuedOn: 2021-02-30', /^issuedOn: a date is YYYY-MM-DD$/],
  [
    'an allowance without a clause',
    '    clause: {item: "19", quote: "寄宿制学校绩效工资"}\n    when',
    '    when',
    /^allowances\.boarding\.clause: /,
  ],
  [
    'a clause without a quote',
    'clause: {item: "19", quote: "寄宿制学校绩效工资"}\n    when',
    'clause: {item: "19"}\n    when',
    /^allowances\.boarding\.clause\.quote: /,
  ],
];

describe('a policy file', () => {
  it('loads where it is right, and its version hangs on its content', () => {
    const good = bundlePolicy(text, 'policy.yaml', dictionary);
    expect(Object.keys(good.document.allowances)).toHaveLength(13);
    expect(bundlePolicy(`${text}\n# a comment\n`, 'policy.yaml', dictionary).version).toBe(good.version);
    expect(bundlePolicy(text.replace('"180"', '"181"'), 'policy.yaml', dictionary).version).not.toBe(good.version);
  });

  it.each(BAD)('is refused with %s', (_title, from, to, fault) => {
    const faults = faultsAfter(from, to);
    expect(
      faults.some((one) => fault.test(one)),
      faults.join('\n'),
    ).toBe(true);
  });

  it('is refused with the line and the column of the fault', () => {
    const line = text.split('\n').findIndex((one) => one.includes('payee: institution')) + 1;
    try {
      loadPolicy(text.replace('payee: institution', 'payee: school'), 'rules/x/policy.yaml', dictionary);
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(PolicyFileError);
      expect((error as PolicyFileError).faults).toHaveLength(1);
      expect((error as PolicyFileError).message).toContain(`rules/x/policy.yaml:${line}:12: allowances.studio-running.payee:`);
    }
  });

  it('that is no mapping, or empty, or not YAML is refused as well', () => {
    for (const other of ['', '- a\n- b', 'just words', '{', '"', '%', 'a: &a [*a]']) {
      expect(() => loadPolicy(other, 'policy.yaml', dictionary), JSON.stringify(other)).toThrow(PolicyFileError);
    }
  });
});
