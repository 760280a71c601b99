import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import facts from '../../rules/facts.yaml';
import type { Answers, Orders } from '../../src/web/compute/protocol/orders.ts';
import { HANDLERS } from '../../src/web/compute/worker/handlers/all.ts';
import { Pace } from '../../src/web/compute/worker/pace.ts';
import { WorkerState } from '../../src/web/compute/worker/worker-state.ts';

const SIXTH = readFileSync(new URL('../policy/sixth/policy.yaml', import.meta.url), 'utf8');
const KEY = 'local:remote-posts';
const ROSTER = ['工号,姓名,学校类别,备用', 'R1,甲,一类,三类', 'R2,乙,二类,三类', 'R3,丙,三类,一类'].join('\n');
const bytesOf = (text: string) => new TextEncoder().encode(text).buffer as ArrayBuffer;

/** The worker with a policy of the user's own, and a roster of 600 yuan a month. */
async function start() {
  const state = new WorkerState({ facts, policies: [] });
  const ask = <K extends keyof Orders>(kind: K, order: Orders[K]) =>
    (HANDLERS[kind] as (order: Orders[K], state: WorkerState, pace: Pace) => Promise<Answers[K]>)(order, state, new Pace(() => {}));
  const open = (text: string) => ask('policy', { bytes: bytesOf(text), source: null, remembered: {} });
  const totalOf = async (roster: number) => {
    const answer = await ask('budget', { policy: KEY, language: 'zh', body: { year: 2025 }, roster });
    if (!answer.ok) throw new Error(JSON.stringify(answer.issues));
    return answer.result.total;
  };
  await open(SIXTH);
  return { ask, open, totalOf };
}

describe('a policy file that is opened again under a roster', () => {
  it('leaves the roster alone where nothing has changed', async () => {
    const { ask, open, totalOf } = await start();
    await ask('roster', { policy: KEY, bytes: bytesOf(ROSTER), remembered: {} });
    expect(await open(SIXTH)).toMatchObject({ key: KEY, roster: null });
    expect(await totalOf(1)).toBe('7200.00');
  });

  it('has the file of the roster read again, with the columns that it asks for now', async () => {
    const { ask, open, totalOf } = await start();
    await ask('roster', { policy: KEY, bytes: bytesOf(ROSTER), remembered: {} });
    const dearer = await open(SIXTH.replaceAll('300', '400'));
    expect(dearer).toMatchObject({ roster: { roster: 2, people: 3, faults: [] } });
    expect(await totalOf(2)).toBe('8400.00');
    const other = await open(SIXTH.replaceAll('remoteClass', 'otherClass').replace('学校类别', '备用'));
    expect(other).toMatchObject({ roster: { roster: 3, people: 3, unmapped: ['学校类别'] } });
    expect(await totalOf(3)).toBe('6000.00');
  });

  it('has people without a file read again, and says who does not fit any more', async () => {
    const { ask, open, totalOf } = await start();
    const teachers = ['first', 'second', 'third'].map((remoteClass, at) => ({ record: { id: `R${at}`, remoteClass }, row: at + 2 }));
    await ask('putRoster', { policy: KEY, roster: 7, teachers });
    expect(await open(SIXTH.replaceAll('300', '400'))).toMatchObject({ roster: { roster: 7, people: 3, lost: { people: 0 } } });
    expect(await totalOf(7)).toBe('8400.00');
    const fewer = await open(SIXTH.replaceAll('third', 'fourth'));
    expect(fewer).toMatchObject({ roster: { roster: 7, people: 2, lost: { people: 1, faults: [{ row: 4, fact: 'remoteClass' }] } } });
    expect(await totalOf(7)).toBe('6000.00');
  });
});
