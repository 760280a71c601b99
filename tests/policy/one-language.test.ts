import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { dictionarySchema } from '../../src/facts/dictionary.ts';
import { policySchema } from '../../src/policy/document/schema.ts';

const clause = '{item: "1", quote: 甲, note: 注}';

/** A policy that says everything in Chinese alone, in either form. */
const CHINESE = `
id: chinese
title: 交通补助办法
documentNumber: null
issuer: {zh: 某县教育局}
issuedOn: null
effectiveFrom: null
source: {file: source.txt, note: 抄本}
requires: []
facts:
  level: {type: enum, label: 等级, values: {first: 一等, second: {zh: 二等, also: [乙等]}}}
  km: {type: decimal, minimum: "0", maximum: "9", unit: 公里, label: {zh: 距离}}
months: {every: all}
readings:
  how: {question: 怎样, clause: ${clause}, default: a, reason: {zh: 如此}, options: {a: 甲, b: {zh: 乙}}}
parameters:
  rate: {title: 标准, unit: yuan, period: month, clause: ${clause}, value: null, suggestion: {value: "1", source: 惯例}}
  city: {unit: percent, clause: ${clause}, value: "60"}
  sum: {unit: yuan, period: year, clause: ${clause}, value: "1"}
allowances:
  it:
    title: 交通补助
    payee: teacher
    payer: {zh: 县}
    economicCode: "30102"
    clause: ${clause}
    when: {level: first}
    pays: {every: month, amount: {parameter: rate}}
    months: every
    funding: [省级财政, {zh: 市级财政}, {zh: 县级财政, en: The county}]
envelopes: {fund: {title: 经费, clause: ${clause}, parameter: sum, parts: {part: {title: 其中, parameter: sum}}}}
checks: {parity: {kind: pay-parity, title: 比较, clause: ${clause}}}
targets: {goal: {title: 目标, clause: ${clause}, count: 5, unit: 个, by: 2025}}
headcounts: {staff: {title: 教职工, clause: ${clause}, count: 5, parts: {some: {title: 其中, count: 2}}}}
noted: [{title: 其他, clause: ${clause}, range: {unit: 人, atLeast: "3"}}]
`;

/** The Chinese and the English of every wording in a document. */
function wordings(node: unknown): [zh: string, en: string][] {
  if (typeof node !== 'object' || node === null) return [];
  const own = 'zh' in node ? [[String(node.zh), String((node as { en?: unknown }).en)] as [string, string]] : [];
  return [...own, ...Object.values(node).flatMap(wordings)];
}

describe('a wording in one language', () => {
  it('may be all that a policy gives, wherever people read; the English then says the same', () => {
    const all = wordings(policySchema.parse(parse(CHINESE)));
    expect(all.length).toBeGreaterThan(30);
    const differing = all.filter(([zh, en]) => zh !== en);
    expect(differing).toEqual([['县级财政', 'The county']]);
  });

  it('is not enough in the dictionary that all policies share', () => {
    const one = dictionarySchema.safeParse({ facts: { id: { type: 'text', maxLength: 9, label: '工号' } } });
    expect(one.error?.issues.map(({ path }) => path.join('.'))).toEqual(['facts.id.label']);
  });

  it('cannot be the English', () => {
    const one = policySchema.safeParse({ ...(parse(CHINESE) as object), title: { en: 'Transport' } });
    expect(one.error?.issues.map(({ path }) => path.join('.'))).toEqual(['title.zh']);
  });
});
