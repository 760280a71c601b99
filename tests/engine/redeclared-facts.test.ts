import { describe, expect, it } from 'vitest';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import { type EntitlementResult, explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { followPredecessors } from '../../src/policy/succession.ts';
import { WORDINGS } from '../../src/text/issues.ts';

const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '甲' };
const names = (...values: string[]) => Object.fromEntries(values.map((value) => [value, said]));

interface Draft {
  readonly facts: object;
  readonly parameters: Record<string, object>;
  readonly allowances: Record<string, object>;
}

function documentOf(id: string, effectiveFrom: string, { facts, parameters, allowances }: Draft, supersedes?: string): PolicyDocument {
  const every = (common: object, nodes: Record<string, object>) =>
    Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, { ...common, ...node }]));
  return policySchema.parse({
    ...{ id, title: said, documentNumber: null, issuer: said, issuedOn: effectiveFrom, effectiveFrom, source: { file: 'source.txt' } },
    ...(supersedes && { supersedes }),
    requires: [],
    months: { every: 'all' },
    facts,
    parameters: every({ unit: 'yuan', period: 'month', clause }, parameters),
    allowances: every({ title: said, payee: 'teacher', economicCode: '30102', clause, when: 'always', months: 'every' }, allowances),
  });
}

const classes = (...values: string[]) => ({ postClass: { type: 'enum', monthly: true, label: said, values: names(...values) } });
const byClass = { pays: { every: 'month', amount: { parameter: 'rate', by: ['postClass'] } } };

/** Two classes until June 2025. */
const two: Draft = {
  facts: classes('first', 'second'),
  parameters: { rate: { by: ['postClass'], values: { first: '100', second: '50' } } },
  allowances: { it: byClass },
};
/** A third class from July on. */
const three: Draft = {
  facts: classes('first', 'second', 'third'),
  parameters: { rate: { by: ['postClass'], values: { first: '120', second: '60', third: '30' } } },
  allowances: { it: byClass },
};
/** The class is a number, and pays by it. */
const numbered: Draft = {
  facts: { postClass: { type: 'integer', minimum: 0, maximum: 9, monthly: true, label: said } },
  parameters: { rate: { value: '10' } },
  allowances: { it: { pays: { every: 'month', amount: { times: { fact: 'postClass' }, of: { parameter: 'rate' } } } } },
};

const earlier = readPolicy(documentOf('before', '2020-01-01', two), 'v1', dictionary);
const next = (draft: Draft) => readPolicy(documentOf('after', '2025-07-01', draft, 'before'), 'v2', dictionary);
const followed = (draft: Draft) => followPredecessors(next(draft), dictionary, () => earlier);

function result(policy: Policy, teacher: object, year = 2025): EntitlementResult {
  const read = readEntitlementRequest(policy, { year, teacher: { id: 'T1', ...teacher } });
  if (read.value === null) throw new Error(JSON.stringify(read.issues));
  return explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' });
}
const missing = [{ allowance: 'it', code: 'fact', fact: 'postClass' }];

describe('a fact that a later version declares otherwise', () => {
  it('is to each version what that version declares', () => {
    const { lines, complete } = result(followed(three), { postClass: 'second' });
    expect(lines.map(({ amount }) => amount)).toEqual(['360.00', '300.00']);
    expect(complete).toBe(true);
    const moved = result(followed(three), { postClass: 'second', changes: [{ from: '2025-07', postClass: 'third' }] });
    expect([moved.personalTotal, moved.complete]).toEqual(['480.00', true]);
  });

  it('is not known to a version that has no such value', () => {
    const spanning = result(followed(three), { postClass: 'third' });
    expect(spanning).toMatchObject({ personalTotal: '180.00', complete: false, missing });
    expect(result(followed(three), { postClass: 'third' }, 2024)).toMatchObject({ lines: [], missing });
    const back = result(followed(three), { postClass: 'third', changes: [{ from: '2025-05', postClass: 'first' }] });
    expect(back).toMatchObject({ personalTotal: '920.00', missing });
  });

  it('is not known to a version in which it is of another kind', () => {
    expect(result(followed(numbered), { postClass: 3 })).toMatchObject({ personalTotal: '180.00', missing });
  });

  it('stands in by the default of each version', () => {
    const facts = (own: string, ...values: string[]) => ({ postClass: { ...classes(...values).postClass, default: own } });
    const policy = followPredecessors(next({ ...three, facts: facts('third', 'first', 'second', 'third') }), dictionary, () =>
      readPolicy(documentOf('before', '2020-01-01', { ...two, facts: facts('first', 'first', 'second') }), 'v1', dictionary),
    );
    expect(result(policy, {})).toMatchObject({ personalTotal: '780.00', complete: true });
  });
});

describe('arrears between two policies with facts of their own', () => {
  function arrears(now: Draft, teacher: object) {
    const policy = readPolicy(documentOf('now', '2025-01-01', now), 'v3', dictionary);
    const body = { year: 2025, teachers: [{ id: 'T1', ...teacher }], known: { policy: 'before' } };
    const read = readArrearsRequest(policy, body, new Map([['before', earlier]]));
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    return [...listArrears(policy, read.value, WORDINGS.zh).results];
  }

  it('compute each side by its own', () => {
    expect(arrears(three, { postClass: 'first' })).toMatchObject([{ paid: '1200.00', due: '1440.00', difference: '240.00' }]);
  });

  it('do not compare what the policy known then had no value for', () => {
    const unknown = { status: 'ok', paid: '0.00', due: '0.00', complete: false, missing: [], missingKnown: missing };
    expect(arrears(three, { postClass: 'third' })).toMatchObject([{ ...unknown, unresolved: { paid: '0.00', due: '360.00' } }]);
    expect(arrears(numbered, { postClass: 3 })).toMatchObject([{ ...unknown, unresolved: { paid: '0.00', due: '360.00' } }]);
  });
});
