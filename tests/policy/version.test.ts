import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadPayScales } from '../../scripts/common-files.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import type { HistoricPayScale } from '../../src/policy/common/pay-scale-file.ts';
import { HISTORIC_PAY_SCALES } from '../../src/policy/pay-scales.ts';
import { type PolicyDocument, policySchema } from '../../src/policy/schema.ts';
import { contentOf, versionOf } from '../../src/policy/version.ts';

const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '甲' };
const STEP_UP = { stepUp: 'payStep', given: 'payStepIncrement' };
const SUM = { parameter: 'sum' };

function documentOf(amount: unknown, facts: Record<string, unknown> = {}): PolicyDocument {
  return policySchema.parse({
    id: 'one',
    title: said,
    documentNumber: null,
    issuer: said,
    issuedOn: null,
    effectiveFrom: null,
    source: { file: 'source.txt' },
    requires: [],
    facts,
    months: { every: 'all' },
    readings: { how: { question: said, clause, default: 'a', reason: said, options: { a: said, b: said } } },
    parameters: { sum: { unit: 'yuan', period: 'month', clause, value: '100' } },
    allowances: {
      one: {
        title: said,
        payee: 'teacher',
        economicCode: '30102',
        clause,
        when: 'always',
        pays: { every: 'month', amount },
        months: 'every',
      },
    },
  });
}

const scale: HistoricPayScale = { id: 'S', from: '2010-01', to: '2012-12', lastStep: 2, source: said, steps: { '1': '80', '2': '91' } };
const content = (document: PolicyDocument, scales: readonly HistoricPayScale[]) => contentOf(document, dictionary, scales);

describe('the version of a policy that pays by pay step', () => {
  const words: [title: string, amount: unknown][] = [
    ['at once', STEP_UP],
    ['in one option of a reading', { reading: 'how', a: SUM, b: STEP_UP }],
    [
      'in a part of a part',
      { combine: 'sum', of: [SUM, { match: 'degree', amounts: { none: 'nothing', bachelor: SUM, masters: SUM, doctorate: STEP_UP } }] },
    ],
    [
      'in a band of seniority',
      {
        seniority: 'teachingSince',
        bands: [
          { from: 0, amount: SUM },
          { from: 5, amount: STEP_UP },
        ],
      },
    ],
  ];

  it.each(words)('%s depends on what the scales of the past pay, and when', (_title, amount) => {
    const document = documentOf(amount);
    const now = content(document, [scale]);
    for (const other of [
      { ...scale, steps: { ...scale.steps, '2': '91.5' } },
      { ...scale, from: '2010-02' },
      { ...scale, to: '2012-11' },
      { ...scale, lastStep: 3, missing: [3] },
    ]) {
      expect(content(document, [other])).not.toBe(now);
    }
    expect(content(document, [scale, { ...scale, from: '2013-01', to: '2013-02' }])).not.toBe(now);
    expect(content(document, [])).not.toBe(now);
  });

  it('does not depend on what a scale is called and where it comes from', () => {
    const document = documentOf(STEP_UP);
    const other = { ...scale, id: 'T', source: { zh: '乙', en: 'B' }, missing: [] };
    expect(content(document, [other])).toBe(content(document, [scale]));
  });
});

it('the version of a policy that does not pay by pay step is independent of the scales, whatever its facts are called', () => {
  const own = { stepUp: { type: 'boolean', default: false, label: said } };
  for (const document of [documentOf(SUM), documentOf({ fact: 'payStepIncrement' }), documentOf(SUM, own)]) {
    expect(content(document, [scale])).toBe(content(document, []));
  }
  const asked = documentOf(SUM, own);
  const when = { ...asked, allowances: { one: { ...asked.allowances.one, when: { stepUp: true } } } } as PolicyDocument;
  expect(content(when, [scale])).toBe(content(when, []));
});

it('the build and a request find the same version', () => {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const dependent: string[] = [];
  for (const [id, { document, version }] of bundledPolicies) {
    expect(versionOf(hash(content(document, HISTORIC_PAY_SCALES)))).toBe(version);
    expect(versionOf(hash(content(document, loadPayScales())))).toBe(version);
    if (content(document, []) !== content(document, HISTORIC_PAY_SCALES)) dependent.push(id);
  }
  expect(dependent).toEqual(['jinfeng-2021']);
});
