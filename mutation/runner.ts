/** The test runner that StrykerJS is given: it keeps the tests loaded in a thread of Vitest and asks that thread about one mutant after the other. */
import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { INSTRUMENTER_CONSTANTS } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type CompleteDryRunResult,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { createVitest, type Vitest } from 'vitest/node';
import { type Answer, CHANNEL, type Question, type Tried } from './protocol.ts';

/** The files of tests that are named, a folder standing for those in it, without those after `!`. */
function filesOf(named: readonly string[]): string[] {
  const left = named.filter((path) => path.startsWith('!')).map((path) => path.slice(1));
  const files = named
    .filter((path) => !path.startsWith('!'))
    .flatMap((path) => (path.endsWith('.ts') ? path : globSync(`${path}/**/*.test.ts`).toSorted()));
  return [...new Set(files)].filter((file) => !left.includes(file)).map((file) => resolve(file));
}

function resultOf({ id, fileName, time, failure }: Tried): TestResult {
  const result = { id, name: id.slice(id.indexOf('#') + 1), fileName, timeSpentMs: time };
  return failure === null ? { ...result, status: TestStatus.Success } : { ...result, status: TestStatus.Failed, failureMessage: failure };
}

class LoadedTestsRunner implements TestRunner {
  readonly #channel = new BroadcastChannel(CHANNEL);
  #vitest: Vitest | undefined;
  #ended: Promise<unknown> = Promise.resolve();

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init(): Promise<void> {
    const config = { config: 'mutation/vitest.config.ts', watch: false, coverage: { enabled: false } };
    const vitest = await createVitest('test', config);
    this.#vitest = vitest;
    vitest.provide('namespace', INSTRUMENTER_CONSTANTS.NAMESPACE);
    vitest.provide('files', filesOf((process.env.JINTIE_MUTATION_TESTS ?? '').split(',')));
    const isReady = this.#next();
    this.#ended = vitest.start();
    await Promise.race([isReady, this.#ended.then(() => Promise.reject(new Error('The tests cannot be loaded.')))]);
  }

  async dryRun(): Promise<DryRunResult> {
    const answer = await this.#ask({ ask: 'all' });
    if ('error' in answer) return { status: DryRunStatus.Error, errorMessage: answer.error };
    const tests = answer.tried.map(resultOf);
    if (!answer.coverage) return { status: DryRunStatus.Complete, tests };
    // A mutant that tests reach is tried on these first, also where it matters while files are loaded: few live to be tried afresh.
    const { perTest } = answer.coverage;
    const reached = new Set(Object.values(perTest).flatMap((hits) => Object.keys(hits)));
    const ofLoading = Object.entries(answer.coverage.static).filter(([mutant]) => !reached.has(mutant));
    return { status: DryRunStatus.Complete, tests, mutantCoverage: { perTest, static: Object.fromEntries(ofLoading) } };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit: mostHits }: MutantRunOptions): Promise<MutantRunResult> {
    // StrykerJS calls it endless where a mutant is passed a hundred times as often as without it. Ten times do, and are over sooner.
    const hitLimit = mostHits === undefined ? undefined : mostHits / 10;
    const answer = await this.#ask({ ask: 'mutant', mutant: activeMutant.id, hitLimit, ...(testFilter && { tests: testFilter }) });
    if ('error' in answer) return toMutantRunResult({ status: DryRunStatus.Error, errorMessage: answer.error });
    if (answer.isEndless) return toMutantRunResult({ status: DryRunStatus.Timeout, reason: 'an endless loop' });
    const complete: CompleteDryRunResult = { status: DryRunStatus.Complete, tests: answer.tried.map(resultOf) };
    return toMutantRunResult(complete);
  }

  async dispose(): Promise<void> {
    const end: Question = { ask: 'end' };
    this.#channel.postMessage({ question: end });
    await this.#ended;
    this.#channel.close();
    await this.#vitest?.close();
  }

  #ask(question: Question): Promise<Answer> {
    const answer = this.#next();
    this.#channel.postMessage({ question });
    return answer;
  }

  #next(): Promise<Answer> {
    return new Promise((resolve) => {
      this.#channel.onmessage = ({ data }) => resolve((data as { answer: Answer }).answer);
    });
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'loaded-tests', LoadedTestsRunner)];
