import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { bundlePolicy } from '../../scripts/vite-yaml-rules.ts';
import { loadPolicy, readPolicyFile } from '../../src/policy/loading/load.ts';
import { PolicyFileError } from '../../src/policy/reading/fault.ts';
import { explainFault } from '../../src/text/policy-faults/explain.ts';

const dictionary = loadDictionary();
const text = readFileSync(join(import.meta.dirname, '../../rules/jinfeng-2021/policy.yaml'), 'utf8');

/** Faults of the policy after one edit, as `path code`; those of the file itself have no path. */
function faultsAfter(from: string, to: string): string[] {
  expect(text).toContain(from);
  return readPolicyFile(text.replace(from, to), dictionary).faults.map(({ path, code }) => `${path || '.'} ${code}`);
}

/** One edit of a good file, and all that the loader says of it. */
const BAD: [title: string, from: string, to: string, faults: string[]][] = [
  ['an unknown key of the file', 'requires: [post, area]', 'requires: [post, area]\ncolour: red', ['colour unknown-key']],
  [
    'an unknown key of an allowance',
    '    payee: institution',
    '    payee: institution\n    colour: red',
    ['allowances.studio-running.colour unknown-key'],
  ],
  ['a key twice', 'requires: [post, area]', 'requires: [post, area]\nrequires: [post]', ['. duplicate-key']],
  ['a tab for indentation', '    payee: institution', '	payee: institution', ['. yaml-syntax']],
  ['a required fact that is not there', 'requires: [post, area]', 'requires: [post, zone]', ['requires.1 no-fact']],
  ['a fact that is not there', '{studioHost: true}', '{studioHosts: true}', ['allowances.studio-host.when.studioHosts no-fact']],
  [
    'a value that the fact does not have',
    '{post: [established, special-post]}',
    '{post: [established, special]}',
    ['allowances.resettlement-uplift.when.1.on-scale.post.1 no-value'],
  ],
  ['a value of another type', 'when: {principal: true}', 'when: {principal: yes please}', ['allowances.principal.when.principal no-value']],
  ['a payee that is nobody', 'payee: institution', 'payee: school', ['allowances.studio-running.payee not-allowed-value']],
  ['money as a number', '{urban: "180", rural: "330"}', '{urban: 180, rural: "330"}', ['parameters.meal.values.urban not-a-figure']],
  [
    'money with three decimals',
    '{urban: "180", rural: "330"}',
    '{urban: "180.005", rural: "330"}',
    ['parameters.meal.values.urban invalid-figure'],
  ],
  ['a percentage of four digits', 'value: "30"', 'value: "1300"', ['parameters.studio/host-share.value invalid-figure']],
  [
    'a figure without a period',
    '    unit: yuan\n    period: year\n    clause: {item: "17", quote: "每年给予8000元专项工作经费"}',
    '    unit: yuan\n    clause: {item: "17", quote: "每年给予8000元专项工作经费"}',
    ['parameters.studio/annual period-missing'],
  ],
  [
    'a cell for a value that is not there',
    '{urban: "180", rural: "330"}',
    '{urban: "180", suburban: "330"}',
    ['parameters.meal.values.suburban no-value'],
  ],
  ['a table without figures', '{near: "300", far: "600"}', '"300"', ['parameters.transport.values figures-missing']],
  [
    'an amount that no word makes',
    '{scale: step-pay, at: payStep, step: difference, beyond: nothing, given: payStepIncrement}',
    '{sum-of: payStepIncrement}',
    ['allowances.resettlement-uplift.pays.amount not-an-amount'],
  ],
  [
    'an amount of a fact that is no money',
    '{scale: step-pay, at: payStep, step: difference, beyond: nothing, given: payStepIncrement}',
    '{scale: step-pay, at: payStep, step: difference, beyond: nothing, given: payStep}',
    ['allowances.resettlement-uplift.pays.amount.given not-a-money-fact'],
  ],
  [
    'a parameter that is not there',
    '{parameter: principal/monthly}',
    '{parameter: principal/weekly}',
    ['allowances.principal.pays.amount.parameter no-parameter'],
  ],
  [
    'a table that is not there',
    '{parameter: transport, by: [commute]}',
    '{parameter: travel, by: [commute]}',
    ['allowances.transport.pays.amount.parameter no-parameter'],
  ],
  [
    'a reading that is not there',
    'keep: {reading: backbone-and-master,',
    'keep: {reading: backbone-or-master,',
    ['stacking.0.keep.reading no-reading'],
  ],
  ['a default that is no option', 'default: no-july-august', 'default: no-july', ['readings.payment-months.default no-option']],
  ['an option without a value', '        required: {assessment: passed}\n', '', ['allowances.master.when.1 option-without-value']],
  [
    'a value for an option that is not there',
    'both: all, larger: largest}',
    'both: all, larger: largest, none: all}',
    ['stacking.0.keep.none no-option'],
  ],
  [
    'months that are not there',
    'months: {reading: uplift-months, twelve: every,',
    'months: {reading: uplift-months, twelve: always,',
    ['allowances.resettlement-uplift.months.twelve no-months'],
  ],
  ['a thirteenth month', '{except: [7, 8]}', '{except: [7, 13]}', ['months.no-july-august.except.1 out-of-range']],
  ['a one-off at a fact that is no date', 'at: recruitedOn', 'at: post', ['allowances.talent.pays.at not-a-date-fact']],
  [
    'stacking of an allowance that is not there',
    'allowances: [backbone, master]',
    'allowances: [backbone, masters]',
    ['stacking.0.allowances.1 no-allowance'],
  ],
  [
    'an envelope without its parameter',
    'parameter: training/annual',
    'parameter: training/yearly',
    ['envelopes.training.parameter no-parameter'],
  ],
  ['a target for an allowance that is not there', 'costOf: backbone', 'costOf: backbones', ['targets.backbone.costOf no-allowance']],
  ['a date that is none', 'issuedOn: 2021-08-20', 'issuedOn: 2021-02-30', ['issuedOn invalid-date']],
  [
    'an allowance without a clause',
    '    clause: {item: "19", quote: "寄宿制学校绩效工资"}\n    when',
    '    when',
    ['allowances.boarding.clause missing-key'],
  ],
  [
    'a clause without a quote',
    'clause: {item: "19", quote: "寄宿制学校绩效工资"}\n    when',
    'clause: {item: "19"}\n    when',
    ['allowances.boarding.clause.quote missing-key'],
  ],
];

describe('a policy file', () => {
  it('loads where it is right, and its version hangs on its content', () => {
    const good = bundlePolicy(text, 'policy.yaml', dictionary);
    expect(Object.keys(good.document.allowances)).toHaveLength(13);
    expect(bundlePolicy(`${text}\n# a comment\n`, 'policy.yaml', dictionary).version).toBe(good.version);
    expect(bundlePolicy(text.replace('"180"', '"181"'), 'policy.yaml', dictionary).version).not.toBe(good.version);
  });

  it.each(BAD)('is refused with %s', (_title, from, to, faults) => {
    expect(faultsAfter(from, to)).toEqual(faults);
  });

  it('is refused with the line and the column of the fault', () => {
    const line = text.split('\n').findIndex((one) => one.includes('payee: institution')) + 1;
    try {
      loadPolicy(text.replace('payee: institution', 'payee: school'), 'rules/x/policy.yaml', dictionary, {
        explain: (fault) => explainFault(fault, 'en'),
      });
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
