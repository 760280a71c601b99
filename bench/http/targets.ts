import type { Spread } from '../statistics.ts';
import { atLeast, atMost } from '../target-row.ts';
import { count, ranged } from '../telling.ts';
import { growthFrom, partOfItsRate, timesItsTime } from './ratios.ts';
import type { HttpResults, StreamRun } from './results.ts';

/** The rows of the table of targets and results. */
export function targetRows({ batch, streams, one }: HttpResults): string[] {
  const teachers = batch[0]?.agreement.teachers ?? 0;
  const most = streams.at(-1);
  const byClock = (spread: Spread) => `(by the clock ${ranged(spread, (value) => value.toFixed(2))})`;
  return [
    atMost(
      `JSON batch of ${count(teachers)} teachers, time on a core`,
      'a worker that parses the same and serialises the same',
      1.8,
      `times its time ${byClock(timesItsTime(batch, 'clock'))}`,
      timesItsTime(batch, 'core'),
    ),
    ...streams.map(({ teachers, runs }) =>
      atLeast(
        `NDJSON of ${count(teachers)} teachers, rate on a core`,
        'a worker that parses each line and serialises one as long',
        0.6,
        `of its rate ${byClock(partOfItsRate(runs, 'clock'))}`,
        partOfItsRate(runs, 'core'),
      ),
    ),
    ...(most ? memoryRows(most.teachers, most.runs) : []),
    ...(['clock', 'core'] as const).map((by) =>
      atMost(
        `one teacher, ${by === 'clock' ? 'by the clock' : 'time on a core'}`,
        'Hono that sends the JSON back',
        1.2,
        'times its median',
        timesItsTime(one, by),
      ),
    ),
  ];
}

/** Growth from the moment that a process is fresh, and from the moment that it has been at work for a while. */
function memoryRows(teachers: number, runs: readonly StreamRun[]): string[] {
  const what = `growth of the server's memory, NDJSON of ${count(teachers)} teachers`;
  return (
    [
      ['a fresh process', 'freshBytes'],
      ['a process at work', 'warmBytes'],
    ] as const
  ).map(([against, moment]) => {
    const its = ranged(growthFrom(runs, 'limit', moment), (mb) => mb.toFixed(0));
    return atMost(what, against, 100, `MB (the yardstick's: ${its})`, growthFrom(runs, 'ours', moment));
  });
}
