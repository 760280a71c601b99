import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/api/app.ts';
import { streamListing, writeListing } from '../../src/api/resources/listing.ts';
import { listArrears } from '../../src/contract/arrears/arrears.ts';
import { readArrearsRequest } from '../../src/contract/arrears/arrears-request.ts';
import { Batch, readBatchRequest } from '../../src/contract/batch/batch.ts';
import { headOf } from '../../src/contract/wire/head.ts';
import { listEntries } from '../../src/contract/wire/listing.ts';
import { bundledPolicies } from '../../src/policy/bundled.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { WORDINGS } from '../../src/text/issues.ts';
import { collect } from '../contract/collect.ts';
import { BACKBONE, MOVED, POLICY, RECRUIT, UNKNOWN } from '../edge/good.table.ts';

const app = createApp();
const policy = bundledPolicies.get('jinfeng-2021') as Policy;

async function post(path: string, body: object): Promise<string> {
  const headers = { 'content-type': 'application/json' };
  const response = await app.request(`${POLICY}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/json');
  return response.text();
}

/** Good, missing something, bad, and one id twice. */
const TEACHERS: readonly unknown[] = [BACKBONE, { ...MOVED, name: '张三\u2028"\\' }, UNKNOWN, RECRUIT, { ...RECRUIT, area: 'x' }, MOVED, 7];

describe.each([
  ['nobody', []],
  ['one', [BACKBONE]],
  ['some, good and bad', TEACHERS],
  ['many', Array.from({ length: 300 }, (_, index) => ({ ...Object(TEACHERS[index % 4]), id: `T${index}` }))],
])('of %s', (_, teachers) => {
  it('arrears are sent in the bytes of the whole', async () => {
    for (const before of [{ known: { policy: 'xiangtan' } }, { paid: [] }]) {
      const request = { year: 2025, teachers, ...before };
      const { value: order } = readArrearsRequest(policy, request, bundledPolicies);
      if (order === null) throw new Error('not read');
      expect(await post('/arrears', request)).toBe(JSON.stringify(collect(listArrears(policy, order, WORDINGS.zh))));
    }
  });

  it('a batch is sent in the bytes of the whole', async () => {
    const { value } = readBatchRequest(policy, { year: 2025, teachers });
    if (value === null) throw new Error('not read');
    for (const months of [false, true]) {
      const batch = new Batch(policy, value.settings, WORDINGS.zh, { months });
      const results = listEntries(batch, teachers, new Map());
      const whole = collect({ head: headOf(batch.plan), results, summary: () => batch.summary() });
      expect(await post(`/entitlements/batch${months ? '?detail=months' : ''}`, { year: 2025, teachers })).toBe(JSON.stringify(whole));
    }
  });
});

describe('a listing', () => {
  const KIB = 1024;
  const entry = { text: '字'.repeat(KIB) };

  /** So many entries of a kibibyte of characters, and how many were asked for. */
  function listing(count: number) {
    const state = { asked: 0, summaries: 0, ended: false };
    function* results() {
      try {
        for (; state.asked < count; state.asked++) yield entry;
      } finally {
        state.ended = true;
      }
    }
    const summary = () => ({ asked: state.asked, summaries: ++state.summaries });
    return { state, listing: { head: { year: 2025 }, results: results(), summary } };
  }

  it('is computed no further ahead than it is read, in pieces', async () => {
    const { state, listing: one } = listing(2_000);
    const reader = streamListing(writeListing(one)).getReader();
    const decoder = new TextDecoder();
    let text = '';
    let furthest = 0;
    let largest = 0;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      text += decoder.decode(value, { stream: true });
      largest = Math.max(largest, value.byteLength);
      furthest = Math.max(furthest, state.asked - text.length / KIB);
    }
    expect(text).toBe(JSON.stringify({ year: 2025, results: Array(2_000).fill(entry), summary: { asked: 2_000, summaries: 1 } }));
    expect(furthest).toBeLessThan(3 * 64);
    expect(largest).toBeLessThan(3 * 66 * KIB);
  });

  it('that nobody reads on is not computed on', async () => {
    const { state, listing: one } = listing(2_000);
    const reader = streamListing(writeListing(one)).getReader();
    await reader.read();
    await reader.cancel();
    expect(state.asked).toBeLessThan(3 * 64);
    expect(state).toMatchObject({ ended: true, summaries: 0 });
  });
});
