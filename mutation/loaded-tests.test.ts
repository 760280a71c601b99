/**
 * The thread in which the tests stay loaded while one mutant after the other is active. To load them anew for each takes longer than most tests.
 */
import { expect, inject, it, vi } from 'vitest';
import type { Test } from './collect.ts';
import { type Answer, CHANNEL, type Namespace, type Question, type Tried } from './protocol.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The name of the global under which StrykerJS's changed code looks. */
    namespace: string;
    /** Files of tests, those first that are to be tried first. */
    files: string[];
  }
}

const globals = globalThis as unknown as Record<string, Namespace>;
globals[inject('namespace')] ??= {};
const namespace = globals[inject('namespace')] as Namespace;

interface Loaded extends Test {
  readonly id: string;
  readonly fileName: string;
  /** How many mutants it has noticed, and the milliseconds it took in all. */
  noticed: number;
  time: number;
}

/** What is known of a test from the mutants before. */
const known = new Map<string, { noticed: number; time: number }>();
let loaded: Loaded[] = [];
let forget: () => void = () => {};

/** Loads the files of tests and all of ours that they import. Mutants matter in it that matter while files are loaded. */
async function load(): Promise<void> {
  vi.resetModules();
  loaded = [];
  const { takeTests } = await import('./collect.ts');
  ({ forget } = await import('./forgetful.ts'));
  for (const fileName of inject('files')) {
    await import(/* @vite-ignore */ fileName);
    const times = new Map<string, number>();
    for (const test of takeTests()) {
      const time = (times.get(test.name) ?? 0) + 1;
      times.set(test.name, time);
      const name = time > 1 ? `${test.name} (${time})` : test.name;
      loaded.push({ ...test, name, id: `${fileName}#${name}`, fileName, noticed: 0, time: 0 });
    }
  }
  for (const test of loaded) Object.assign(test, known.get(test.id));
}

async function run(test: Loaded): Promise<Tried> {
  forget();
  const start = performance.now();
  const failure = await Promise.resolve()
    .then(test.run)
    .then(
      () => null,
      (error: unknown) => (error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  const time = performance.now() - start;
  test.time += time;
  test.noticed += failure === null ? 0 : 1;
  known.set(test.id, { noticed: test.noticed, time: test.time });
  return { id: test.id, fileName: test.fileName, time, failure };
}

/** All tests without a mutant, and the mutants that each reaches. */
async function all(): Promise<Answer> {
  const tried: Tried[] = [];
  for (const test of loaded) {
    namespace.currentTestId = test.id;
    tried.push(await run(test));
    namespace.currentTestId = undefined;
  }
  const coverage = namespace.mutantCoverage;
  return { tried, ...(coverage && { coverage }) };
}

/** Runs tests until one fails; those that noticed most in least time go first. */
async function untilOneFails(tests: readonly Loaded[], hitLimit: number | undefined): Promise<Tried[]> {
  const worth = ({ noticed, time }: Loaded) => (noticed + 1) / (time + 1);
  const tried: Tried[] = [];
  Object.assign(namespace, { hitCount: 0, hitLimit });
  for (const test of tests.toSorted((a, b) => worth(b) - worth(a))) {
    tried.push(await run(test));
    if (tried.at(-1)?.failure !== null) break;
  }
  return tried;
}

const isEndless = () => namespace.hitLimit !== undefined && (namespace.hitCount ?? 0) > namespace.hitLimit;

/** With the mutant active from the loading on. */
async function afresh(mutant: string, hitLimit: number | undefined): Promise<Answer> {
  const { id, fileName } = loaded[0] as Loaded;
  namespace.activeMutant = mutant;
  Object.assign(namespace, { hitCount: 0, hitLimit });
  try {
    await load();
    return { tried: await untilOneFails(loaded, hitLimit), isEndless: isEndless() };
  } catch (error) {
    return { tried: [{ id, fileName, time: 0, failure: `The tests cannot be loaded: ${String(error)}` }] };
  } finally {
    namespace.activeMutant = undefined;
    await load();
  }
}

async function tryMutant({ mutant, tests, hitLimit }: Question & { ask: 'mutant' }): Promise<Answer> {
  if (tests === undefined) return afresh(mutant, hitLimit);
  const wanted = new Set(tests);
  namespace.activeMutant = mutant;
  const tried = await untilOneFails(
    loaded.filter(({ id }) => wanted.has(id)),
    hitLimit,
  );
  namespace.activeMutant = undefined;
  if (isEndless()) return { tried, isEndless: true };
  const last = tried.at(-1);
  if (last?.failure) {
    // What a mutant before this one left behind must not count: without the mutant the test has to pass.
    const test = loaded.find(({ id }) => id === last.id) as Loaded;
    const again = await run(test);
    return again.failure === null ? { tried } : afresh(mutant, hitLimit);
  }
  return mutant in (namespace.mutantCoverage?.static ?? {}) ? afresh(mutant, hitLimit) : { tried };
}

it('tries mutants', { timeout: 0 }, async () => {
  const channel = new BroadcastChannel(CHANNEL);
  await load();
  await new Promise<void>((resolve) => {
    channel.onmessage = async ({ data }) => {
      const question = (data as { question?: Question }).question;
      if (!question) return;
      if (question.ask === 'end') return resolve();
      const answer = await (question.ask === 'all' ? all() : tryMutant(question)).catch(
        (error: unknown): Answer => ({ error: String(error) }),
      );
      channel.postMessage({ answer });
    };
    channel.postMessage({ answer: { tried: [] } });
  });
  channel.close();
  expect(loaded).not.toEqual([]);
});
