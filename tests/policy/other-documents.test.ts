import { describe, expect, it } from 'vitest';
import { loadDictionary } from '../../scripts/common-files.ts';
import { viewPolicy } from '../../src/contract/policy/policy-view.ts';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import type { Fault } from '../../src/policy/reading/fault.ts';
import { itemsOf } from '../../src/web/pages/policy/clauses.ts';

const NUMBER = '劳人薪〔1985〕40号';
const OWN = '教师按国家规定享受教龄津贴,由县财政足额保障。';
const OTHER = '二、教龄津贴标准:满五年不满十年的,每月三元。';

/** A county that pays what a national document says, under the figure of that document. */
const policy = ({
  sources = `sources:\n  ${NUMBER}: {title: {zh: 教龄津贴若干规定, en: Teaching-age allowance}, file: 1985.txt}`,
  from = `document: ${NUMBER}, `,
} = {}) => `
id: teaching-age
title: {zh: 教龄津贴, en: Teaching-age allowance}
documentNumber: null
issuer: {zh: 某县, en: A county}
issuedOn: null
effectiveFrom: null
source: {file: source.txt}
${sources}
requires: []
months: {every: all}
parameters:
  monthly:
    unit: yuan
    period: month
    clause: {${from}item: "2", quote: "满五年不满十年的,每月三元"}
    value: "3"
allowances:
  age:
    title: {zh: 教龄津贴, en: Teaching-age allowance}
    payee: teacher
    economicCode: "30102"
    clause: {item: "1", quote: "教师按国家规定享受教龄津贴"}
    when: always
    pays: {every: month, amount: {parameter: monthly}}
    months: every
`;

const dictionary = loadDictionary();
const told = ({ path, code, params: { document } }: Fault) => [path, code, document].filter((one) => one !== undefined).join(' ');
const read = (text: string, own: string | null = OWN, others: Record<string, string> = { [NUMBER]: OTHER }) => {
  const { document, faults, warnings } = readPolicyFile(text, dictionary, own, others);
  return { document, told: [...faults, ...warnings].map(told) };
};

describe('a clause of another document', () => {
  it('is looked up in the text of that document, and its figure in its words', () => {
    expect(read(policy()).told).toEqual([]);
    expect(read(policy(), OWN, { [NUMBER]: OTHER.replace('三元', '四元') }).told).toEqual([
      'parameters.monthly.clause.quote quote-not-found',
    ]);
  });

  it('does not stand in the document itself, nor the other way round', () => {
    expect(read(policy({ from: '' })).told).toEqual([
      `sources.${NUMBER} unused-source ${NUMBER}`,
      'parameters.monthly.clause.quote quote-not-found',
    ]);
    expect(read(policy(), `${OWN}${OTHER}`, { [NUMBER]: '二、' }).told).toEqual(['parameters.monthly.clause.quote quote-not-found']);
  });

  it('has the edges of the bands that its figures are for', () => {
    const amount = (edge: string) => `{by: years, bands: [{from: 0, amount: nothing}, {from: ${edge}, amount: {parameter: monthly}}]}`;
    const banded = (edge: string) =>
      policy()
        .replace('{every: month, amount: {parameter: monthly}}', `{every: month, amount: ${amount(edge)}}`)
        .replace('months: {every: all}', 'months: {every: all}\nderive: {years: {years: teachingSince}}');
    expect(read(banded('5')).told).toEqual([]);
    expect(read(banded('7')).told).toEqual(['allowances.age.pays.amount.bands.1.from figure-not-quoted']);
  });

  it('has to be of a document that the sources name', () => {
    expect(read(policy({ sources: '' }), OWN, {}).told).toEqual([`parameters.monthly.clause.document document-not-named ${NUMBER}`]);
  });

  it('is not looked up where the text is not given, and where one is given in vain that is told', () => {
    expect(read(policy(), OWN, {}).told).toEqual([`sources.${NUMBER}.file no-source ${NUMBER}`]);
    expect(read(policy(), null, {}).told).toEqual(['source.file no-source', `sources.${NUMBER}.file no-source ${NUMBER}`]);
    expect(read(policy(), OWN, { [NUMBER]: OTHER, '劳人薪[1985]40号': OTHER }).told).toEqual(['sources text-not-named 劳人薪[1985]40号']);
  });

  it('says whose it is in answers, in the view of the policy, and on its page after those of the document', () => {
    const good = read(policy()).document;
    if (!good) throw new Error('it has no fault');
    const made = readPolicy(good, 'v', dictionary);
    const asked = readEntitlementRequest(made, { year: 2025, teacher: { id: 'T1', post: 'established' } });
    if (asked.value === null) throw new Error(JSON.stringify(asked.issues));
    const { lines } = explainEntitlement(made, asked.value.settings, asked.value.teacher, { language: 'zh' });
    expect(lines).toMatchObject([{ amount: '36.00', clause: { item: '1', quote: '教师按国家规定享受教龄津贴' } }]);
    expect(lines[0]?.clause).not.toHaveProperty('document');
    const view = viewPolicy(made, { language: 'zh' });
    expect(view.sources).toEqual([{ document: NUMBER, title: '教龄津贴若干规定', file: '1985.txt' }]);
    expect(view.parameters.map(({ clause }) => clause)).toEqual([{ document: NUMBER, item: '2', quote: '满五年不满十年的,每月三元' }]);
  });

  it('is among the items of its own document on the page, after those of the policy', () => {
    const text = policy().replace(
      'clause: {item: "1", quote: "教师按国家规定享受教龄津贴"}',
      `clause: {document: ${NUMBER}, item: "2", quote: "教龄津贴标准"}`,
    );
    const envelope = `${text}envelopes:\n  fund:\n    title: {zh: 经费, en: Fund}\n    clause: {item: "2", quote: "由县财政足额保障"}\n    parameter: fund\n`;
    const whole = envelope.replace(
      'parameters:',
      'parameters:\n  fund: {unit: yuan, period: year, clause: {item: "2", quote: "由县财政足额保障"}, value: null}',
    );
    const { document, told: found } = read(whole);
    expect(found).toEqual([]);
    if (!document) throw new Error('it has no fault');
    expect(itemsOf(document, OWN).map((one) => [one.document, one.item, one.passages.length])).toEqual([
      [undefined, '2', 1],
      [NUMBER, '2', 1],
    ]);
  });
});
