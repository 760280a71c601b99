import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type WorkerHealth, WorkerWatch } from '../../src/web/compute/client/worker-watch.ts';

const TICK_MS = 5_000;

describe('a worker that dies', () => {
  let asked = 0;
  let told: WorkerHealth[] = [];
  let watch: WorkerWatch;
  beforeEach(() => {
    vi.useFakeTimers();
    [asked, told] = [0, []];
    watch = new WorkerWatch(
      () => asked++,
      (health) => told.push(health),
    );
  });
  afterEach(() => vi.useRealTimers());

  it('is told at once where its program cannot be fetched or run, and is not waited for any more', () => {
    watch.failed();
    vi.advanceTimersByTime(100 * TICK_MS);
    expect({ told, asked, isOver: watch.isOver }).toEqual({ told: ['not-loaded'], asked: 0, isOver: true });
  });

  it('is told after a minute where it never says anything, and is well again with its first word', () => {
    vi.advanceTimersByTime(11 * TICK_MS);
    expect(told).toEqual([]);
    vi.advanceTimersByTime(TICK_MS);
    expect(told).toEqual(['silent']);
    watch.heard();
    expect({ told, isOver: watch.isOver }).toEqual({ told: ['silent', 'well'], isOver: false });
  });

  it('is told soon after an error that it does not survive', () => {
    watch.heard();
    watch.rest();
    watch.failed();
    vi.advanceTimersByTime(TICK_MS);
    expect(told).toEqual(['well']);
    vi.advanceTimersByTime(TICK_MS);
    expect({ told, isOver: watch.isOver }).toEqual({ told: ['well', 'broken'], isOver: true });
  });

  it('is not told of an error in one computation, after which it answers', () => {
    watch.heard();
    watch.failed();
    watch.heard();
    watch.rest();
    vi.advanceTimersByTime(100 * TICK_MS);
    expect(told).toEqual(['well']);
  });

  it('is not asked for while nobody waits, and answers are signs of life', () => {
    watch.heard();
    watch.rest();
    vi.advanceTimersByTime(100 * TICK_MS);
    expect(asked).toBe(0);
    watch.await();
    for (let tick = 0; tick < 100; tick++) {
      vi.advanceTimersByTime(TICK_MS);
      watch.heard();
    }
    expect({ told, asked }).toEqual({ told: ['well'], asked: 100 });
  });
});
