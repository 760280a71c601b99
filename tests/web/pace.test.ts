import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../src/web/compute/protocol/orders.ts';
import { CancelledError, Pace } from '../../src/web/compute/worker/pace.ts';

/** Computes `total` things of ten milliseconds each. @returns how many were done at last */
async function compute(pace: Pace, total: number, done = { things: 0 }): Promise<number> {
  while (done.things < total) {
    vi.advanceTimersByTime(10);
    const rest = pace.step('compute', ++done.things, total);
    if (rest) await rest;
  }
  return done.things;
}

/** A gate between slices, shut until it is opened once more. */
function gate() {
  const waiting: (() => void)[] = [];
  return {
    turn: () => new Promise<void>((resolve) => waiting.push(resolve)),
    open: async () => {
      waiting.shift()?.();
      await Promise.resolve();
    },
    isWaiting: () => waiting.length === 1,
  };
}

describe('the pace of a long computation', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('gives others a turn after each slice, and goes on when it has its own again', async () => {
    const { turn, open, isWaiting } = gate();
    const done = { things: 0 };
    const computed = compute(new Pace(() => {}, turn), 12, done);
    expect([done.things, isWaiting()]).toEqual([5, true]);
    await open();
    await vi.waitFor(() => expect([done.things, isWaiting()]).toEqual([9, true]));
    await open();
    expect(await computed).toBe(12);
  });

  it('ends at the turn in which it was cancelled, and does nothing more', async () => {
    const { turn, open, isWaiting } = gate();
    const pace = new Pace(() => {}, turn);
    const done = { things: 0 };
    const computed = compute(pace, 1_000, done);
    expect(isWaiting()).toBe(true);
    pace.cancel();
    expect(done.things).toBe(5);
    await open();
    await expect(computed).rejects.toThrow(CancelledError);
    expect(done.things).toBe(5);
  });

  it('tells of nothing that is done soon, and of what takes longer how far it is and how fast', async () => {
    const told: Progress[] = [];
    await compute(
      new Pace(
        (progress) => told.push(progress),
        async () => {},
      ),
      30,
    );
    expect(told).toEqual([]);
    await compute(
      new Pace(
        (progress) => told.push(progress),
        async () => {},
      ),
      100,
    );
    expect(told.length).toBeGreaterThan(3);
    expect(told.length).toBeLessThan(9);
    expect(told[0]).toMatchObject({ phase: 'compute', total: 100 });
    for (const { done, perSecond } of told) expect([done > 30, perSecond > 90 && perSecond < 110]).toEqual([true, true]);
  });

  it('begins anew with each phase', async () => {
    const told: Progress[] = [];
    const pace = new Pace(
      (progress) => told.push(progress),
      async () => {},
    );
    for (const phase of ['open', 'read'] as const) {
      for (let done = 0; done < 25; done++) {
        vi.advanceTimersByTime(10);
        const rest = pace.step(phase, done, null);
        if (rest) await rest;
      }
    }
    expect(told).toEqual([]);
  });
});
