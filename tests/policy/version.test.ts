import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { loadPayScales } from '../../scripts/common-files.ts';
import { planRun } from '../../src/engine/plan.ts';
import { readDictionary } from '../../src/facts/dictionary.ts';
import { EMPLOYMENT } from '../../src/facts/employment.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import type { HistoricPayScale } from '../../src/policy/common/pay-scale-file.ts';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import { usedFacts } from '../../src/policy/document/usage.ts';
import { contentOf, versionOf } from '../../src/policy/document/version.ts';
import { HISTORIC_PAY_SCALES } from '../../src/policy/pay-scales.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { documentArbitrary, readingsArbitrary } from '../words/random-policy.ts';

const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '甲' };
const STEP_UP = { scale: 'step-pay', at: 'payStep', step: 'difference', beyond: 'nothing', given: 'payStepIncrement' };
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
      'in a band',
      {
        by: 'payStep',
        bands: [
          { from: 1, amount: SUM },
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
  const own = { scale: { type: 'boolean', default: false, label: said } };
  for (const document of [documentOf(SUM), documentOf({ fact: 'payStepIncrement' }), documentOf(SUM, own)]) {
    expect(content(document, [scale])).toBe(content(document, []));
  }
  const asked = documentOf(SUM, own);
  const when = { ...asked, allowances: { one: { ...asked.allowances.one, when: { scale: true } } } } as PolicyDocument;
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

describe('the version of a policy and the dictionary', () => {
  type Entry = Record<string, unknown> & { type: string; values?: Record<string, Record<string, unknown>> };
  const written = (parse(readFileSync('rules/facts.yaml', 'utf8')) as { facts: Record<string, Entry> }).facts;
  const shared = Object.keys(written);
  const documents = [...bundledPolicies].map(([id, { document }]) => [id, document] as const);

  /** The contents under the dictionary with one entry changed, by policy. */
  const changed = (fact: string, change: (entry: Entry) => object): Record<string, string> => {
    const copy = structuredClone(written);
    const other = readDictionary({ facts: { ...copy, [fact]: change(copy[fact] as Entry) } });
    return Object.fromEntries(documents.map(([id, document]) => [id, contentOf(document, other, [])]));
  };
  const today = changed('id', (entry) => entry);

  /** The shared facts that a policy reads under some option of some reading, with those on which they rest. */
  function readBy({ document }: Policy): Set<string> {
    const policy = readPolicy({ ...document, effectiveFrom: null, effectiveTo: null }, 'read', dictionary);
    const single = Object.entries(document.readings).flatMap(([id, { options }]) =>
      Object.keys(options).map((option) => ({ [id]: option })),
    );
    // In 2017 a pay scale of the past is in force.
    const plans = [{}, ...single].flatMap((readings) => [2017, 2025].map((year) => planRun(policy, { year, readings, parameters: {} })));
    const named = plans.flatMap(({ allowances }) =>
      allowances.flatMap(({ facts, rhythm }) => (rhythm.kind === 'dated' ? [...facts, rhythm.fact] : facts)),
    );
    const own = Object.values(document.facts).flatMap(({ follows }) => follows);
    const read = new Set([...named, ...own, ...document.requires, ...Object.values(EMPLOYMENT)]);
    for (const id of read) {
      const entry = policy.dictionary.byId.get(id);
      for (const other of entry?.follows ?? []) read.add(other);
      if (entry?.type === 'boolean' && entry.place) for (const other of Object.values(entry.place)) read.add(other);
    }
    return read;
  }

  it('is the same whatever facts and values are called, and however rosters spell them', () => {
    for (const fact of shared) {
      const other = changed(fact, ({ values, ...entry }) => ({
        ...entry,
        label: said,
        headers: ['甲乙丙丁'],
        ...(values && {
          values: Object.fromEntries(
            Object.entries(values).map(([id, { undecided }]) => [
              id,
              { ...said, also: ['戊'], roughly: ['己'], ...(undecided ? { undecided } : {}) },
            ]),
          ),
        }),
      }));
      expect([fact, other]).toEqual([fact, today]);
    }
  });

  it('is the same where a fact is added, or facts stand in another order', () => {
    const added = readDictionary({ facts: { ofTomorrow: { type: 'boolean', label: said }, ...written } });
    const turned = readDictionary({ facts: Object.fromEntries(Object.entries(written).toReversed()) });
    for (const [id, document] of documents) {
      expect(contentOf(document, added, [])).toBe(today[id]);
      expect(contentOf(document, turned, [])).toBe(today[id]);
    }
  });

  it.each<[title: string, change: (entry: Entry) => object]>([
    ['of another kind', ({ label }) => ({ type: 'money', label })],
    ['one that follows another', (entry) => ({ ...entry, follows: ['name'] })],
    ['one that changes during the year, or does not any more', (entry) => ({ ...entry, monthly: !entry.monthly })],
    [
      'with other values, a default, a range',
      ({ label, type, values }) => {
        if (type === 'enum') return { type, label, values: { ...values, tomorrow: said } };
        if (type === 'boolean') return { type, label, default: true };
        if (type === 'date') return { type, label, blank: 'never', follows: ['name'] };
        return type === 'integer' ? { type, label, minimum: 0, maximum: 7 } : { type: 'text', label, maxLength: 7 };
      },
    ],
  ])('is another where a fact that the policy reads is %s, and only then', (_title, change) => {
    const read = new Map([...bundledPolicies].map(([id, policy]) => [id, readBy(policy)]));
    // `name` is what some facts follow here, so that it is read where they are.
    for (const fact of shared.filter((id) => id !== 'name')) {
      const other = changed(fact, change);
      for (const [id] of documents) expect([id, fact, other[id] === today[id]]).toEqual([id, fact, !read.get(id)?.has(fact)]);
    }
  });

  it('is another where a value counts as known, or a date that is blank as never', () => {
    const values = (written.assessment as Entry).values as Record<string, object>;
    const known = changed('assessment', (entry) => ({ ...entry, values: { ...values, pending: { ...values.pending, undecided: false } } }));
    expect(known['jinfeng-2021']).not.toBe(today['jinfeng-2021']);
    const unknown = changed('recruitedOn', ({ blank: _, ...entry }) => entry);
    expect(unknown['jinfeng-2021']).not.toBe(today['jinfeng-2021']);
  });

  it('rests on every fact that any policy made of the words reads', () => {
    fc.assert(
      fc.property(documentArbitrary(2025), readingsArbitrary, (node, readings) => {
        const document = policySchema.parse(node);
        const { allowances } = planRun(readPolicy(document, 'random', dictionary), { year: 2025, readings, parameters: {} });
        const read = usedFacts(document, dictionary.byId);
        for (const { facts } of allowances) expect(facts.filter((fact) => !read.has(fact))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
