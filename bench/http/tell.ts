import { agreementLine } from '../engine/agreement-lines.ts';
import type { Spread } from '../statistics.ts';
import { ranged } from '../telling.ts';
import { megabytes, milliseconds, timesItsTime, type Who } from './ratios.ts';
import type { BatchRun, StreamRun } from './results.ts';

/** What one row came to, in a few lines for who runs it. @param runs at least one */
export function tellRow(name: string, runs: readonly BatchRun[]): string {
  const [{ requestBytes, answerBytes }] = runs as [BatchRun];
  const streams = runs.filter((run): run is StreamRun => 'memory' in run);
  return [
    `${name}: ${two(timesItsTime(runs, 'core'))} times its time on a core, ${two(timesItsTime(runs, 'clock'))} by the clock`,
    ...(['ours', 'limit'] as const).flatMap((who) => [
      `  ${who}: ${two(milliseconds(runs, who, 'core'))} ms on a core, ${two(milliseconds(runs, who, 'clock'))} ms by the clock`,
      ...(streams.length > 0 ? [`  ${memoryOf(streams, who)}`] : []),
    ]),
    `  bytes asked ${requestBytes}, answered ${answerBytes.ours} and ${answerBytes.limit}`,
    ...runs.map(({ agreement }) => `  ${agreementLine('the API', agreement)}`),
  ].join('\n');
}

function memoryOf(runs: readonly StreamRun[], who: Who): string {
  const mb = (moment: 'freshBytes' | 'warmBytes' | 'mostBytes') => ranged(megabytes(runs, who, moment), (value) => value.toFixed(0));
  return `memory ${mb('freshBytes')} MB fresh, ${mb('warmBytes')} MB warm, ${mb('mostBytes')} MB at most`;
}

function two(spread: Spread): string {
  return ranged(spread, (value) => value.toFixed(2));
}
