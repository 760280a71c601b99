import { describe, expect, it } from 'vitest';
import { BatchWriter } from '../../src/api/writing/batch-writer.ts';
import { JsonBytes } from '../../src/api/writing/json-bytes.ts';
import { Batch } from '../../src/contract/batch/batch.ts';
import { layOut } from '../../src/engine/columns/layout.ts';
import { planRun } from '../../src/engine/plan.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { type PolicyDocument, policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { followPredecessors } from '../../src/policy/succession.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { clause, PLAIN_HEAD, said } from '../policy/plain-head.ts';

const yuan = { unit: 'yuan', clause };
const common = { title: said, payee: 'teacher', economicCode: '30102', clause, when: 'always', months: 'every' };
const decoder = new TextDecoder();

function documentOf(id: string, more: object): PolicyDocument {
  const document = {
    id,
    ...PLAIN_HEAD,
  };
  return policySchema.parse({ ...document, requires: [], months: { every: 'all' }, parameters: {}, allowances: {}, ...more });
}

/** A later policy over an earlier one. */
function over(earlier: PolicyDocument | Policy, later: object): Policy {
  const found = 'document' in earlier ? earlier : readPolicy(earlier, 'v1', dictionary);
  const document = documentOf('later', { ...later, supersedes: found.document.id });
  return followPredecessors(readPolicy(document, 'v2', dictionary), dictionary, () => found);
}

/** Entries of so many that tables would be made, and then these, beside those of the engine. */
function answers(policy: Policy, year: number, records: readonly object[]) {
  const settings = { year, readings: {}, parameters: {} };
  const all = [...Array.from({ length: 300 }, (_, at) => ({ id: `T${at}`, area: 'urban', post: 'established' })), ...records];
  const [batch, explained] = [0, 1].map(() => new Batch(policy, settings, WORDINGS.zh, { months: false })) as [Batch, Batch];
  const json = new JsonBytes();
  const writer = new BatchWriter(batch, json, false);
  const written = all.map((record) => {
    writer.next(record);
    return decoder.decode(json.take());
  });
  expect(written).toEqual(all.map((record) => JSON.stringify(explained.next(record))));
  expect(batch.summary()).toEqual(explained.summary());
  return written.slice(300).map((entry) => JSON.parse(entry));
}

const rate = { meal: { ...common, pays: { every: 'month', amount: { parameter: 'rate' } } } };
const parameters = { rate: { ...yuan, period: 'month', value: '100' } };

describe('entries of many under a policy that superseded another', () => {
  it('have what is owed back of a service that the earlier one asked for', () => {
    const earlier = documentOf('earlier', {
      parameters: { grant: { ...yuan, period: 'once', value: '90000' } },
      allowances: { grant: { ...common, pays: { at: 'recruitedOn', amount: { parameter: 'grant' } } } },
      claims: {
        back: { title: said, clause, when: 'always', at: 'leftOn', service: { from: 'recruitedOn', years: 5 }, owes: { paid: 'grant' } },
      },
    });
    const policy = over(earlier, { effectiveFrom: '2024-01-01', parameters, allowances: rate });
    const [entry] = answers(policy, 2025, [
      { id: 'L', recruitedOn: '2023-03-15', employedTo: '2025-09', area: 'urban', post: 'established' },
    ]);
    expect(entry.repayments).toEqual([{ claim: 'back', allowance: 'grant', month: '2025-09', amount: '90000.00' }]);
  });

  it('are by the facts as the earlier one declares them, in its years', () => {
    const classes = (...values: string[]) => ({
      postClass: { type: 'enum', monthly: true, label: said, values: Object.fromEntries(values.map((value) => [value, said])) },
    });
    const earlier = documentOf('earlier', {
      facts: classes('first', 'second'),
      parameters,
      allowances: { meal: { ...rate.meal, when: { postClass: { not: 'first' } } } },
    });
    const policy = over(earlier, {
      effectiveFrom: '2025-01-01',
      facts: classes('first', 'second', 'third'),
      parameters,
      allowances: { meal: { ...rate.meal, when: { postClass: { not: 'first' } } } },
    });
    const person = { id: 'P', area: 'urban', post: 'established' };
    const entries = answers(policy, 2024, [
      { ...person, postClass: 'third' },
      { ...person, postClass: 'second' },
    ]);
    expect(entries.map(({ complete, personalTotal }) => [complete, personalTotal])).toEqual([
      [false, '0.00'],
      [true, '1200.00'],
    ]);
  });

  it('judge places by the list of the earlier one, in its years', () => {
    const policy = over(bundledPolicies.get('jinfeng-2021') as Policy, { effectiveFrom: '2026-01-01', parameters, allowances: rate });
    const [entry] = answers(policy, 2025, [{ id: 'P', area: 'rural', post: 'established', commute: 'near', town: '丰登镇' }]);
    expect(entry).toMatchObject({ complete: false, missing: [{ allowance: 'resettlement-uplift', code: 'fact', fact: 'village' }] });
    const layout = layOut([planRun(policy, { year: 2025, readings: {}, parameters: {} })]);
    expect(layout?.fields.find(({ fact }) => fact.id === 'resettlement')?.values).toEqual([false, true, null]);
  });
});
