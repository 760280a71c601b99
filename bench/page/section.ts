import { machineLine } from '../machine.ts';
import { spreadOf } from '../statistics.ts';
import { count, ranged } from '../telling.ts';
import type { Frames, Opening, PageResults, ScrollingRound } from './results.ts';

const FORMATS = { csv: 'CSV', xlsx: 'Excel' };

/** The section of `docs/performance.md` about the page. */
export function pageSection({ machine, chromium, openings, scrolling }: PageResults): string {
  const rounds = openings[0]?.rounds.length ?? 0;
  const resting = openings.flatMap((opening) => opening.rounds.map(({ restingBytes }) => restingBytes));
  return `## The page

\`npm run bench:page\` builds the page, serves it, and drives headless Chromium, which draws without a graphics card, at 1280 × 800: a fresh browser
for every file, every file once a round. Rounds: ${rounds}; the tables give the median, with the minimum and maximum in brackets.

${machineLine(machine, [`Chromium ${chromium}`])}

### A file becomes a budget

A synthetic roster of people in 500 schools (\`tests/browser/fixtures/roster.ts\`) is opened on the budget page. *Read* is the time from choosing the
file until the page says how many people it has read; *computed* is from there until the totals are drawn, including the 150 ms for which the page waits in
case something more is typed. Both run in a worker, so the page stays responsive. *Longest task* is the longest time for which it did not respond, according
to the Long Tasks API, which reports nothing under 50 ms: first while reading, then until all tables and charts are drawn and no task has been long for half a
second. *Main thread* is its CPU time from choosing the file to that moment. *Memory* is the maximum of the process of page and worker, including the
browser's own program; before a file was chosen it was ${memoryOf(resting)}.

| people | file | read | computed | longest task, reading | longest task, then | main thread | memory |
|---:|---|---:|---:|---:|---:|---:|---:|
${openings.map(openingRow).join('\n')}

The main thread only draws: a progress line ten times a second, and in the end the tables and charts of a budget. None of its tasks grows with the number of
people, but tasks are timed by the clock: while the worker and other programs keep all cores busy, a task also waits for its turn.

### A list of ${count(scrolling.people)} people is scrolled

From the budget a click on the meal subsidy opens the list of all of them, of which only the visible rows are drawn. The wheel is turned fast (240 pixels
every 16 ms), then PageDown is held down (thirty times a second); finally End jumps to the last row, which has to be fetched from the worker. A frame is
the time between two callbacks of \`requestAnimationFrame\`; a screen of 60 Hz has one every 16.7 ms.

| by | rows passed | frames, median | 95th percentile | worst | longest task |
|---|---:|---:|---:|---:|---:|
${framesRow('wheel', scrolling.rounds, ({ wheel }) => wheel)}
${framesRow('PageDown', scrolling.rounds, ({ pageDown }) => pageDown)}

The last row is drawn ${inMs(scrolling.rounds.map(({ endMs }) => endMs))} after End is pressed.
`;
}

function openingRow({ people, format, fileBytes, rounds }: Opening): string {
  const of = <Value>(value: (round: Opening['rounds'][number]) => Value) => rounds.map(value);
  const cells = [
    count(people),
    `${FORMATS[format]}, ${megabytes(fileBytes, 1)} MB`,
    inSeconds(of(({ importMs }) => importMs)),
    inSeconds(of(({ computeMs }) => computeMs)),
    taskOf(of(({ importTaskMs }) => importTaskMs)),
    taskOf(of(({ computeTaskMs }) => computeTaskMs)),
    whereKnown(
      of(({ mainThreadMs }) => mainThreadMs),
      inSeconds,
    ),
    memoryOf(of(({ peakBytes }) => peakBytes)),
  ];
  return `| ${cells.join(' | ')} |`;
}

function framesRow(name: string, rounds: readonly ScrollingRound[], framesOf: (round: ScrollingRound) => Frames): string {
  const frames = rounds.map(framesOf);
  const cells = [
    name,
    ranged(spreadOf(frames.map(({ rows }) => rows)), count),
    inMs(frames.map(({ medianMs }) => medianMs)),
    inMs(frames.map(({ percentile95Ms }) => percentile95Ms)),
    inMs(frames.map(({ worstMs }) => worstMs)),
    taskOf(frames.map(({ longestTaskMs }) => longestTaskMs)),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** A round without a long task counts as the least that there is. */
function taskOf(durationsMs: readonly (number | null)[]): string {
  const spread = spreadOf(durationsMs.map((duration) => duration ?? 0));
  return `${ranged(spread, (duration) => (duration === 0 ? 'under 50' : duration.toFixed(0)))} ms`;
}

function memoryOf(bytes: readonly (number | null)[]): string {
  return whereKnown(bytes, (known) => `${ranged(spreadOf(known), (one) => megabytes(one, 0))} MB`);
}

function whereKnown(values: readonly (number | null)[], tell: (known: readonly number[]) => string): string {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? tell(known) : 'not known';
}

function inSeconds(timesMs: readonly number[]): string {
  return `${ranged(spreadOf(timesMs), (time) => (time / 1000).toFixed(2))} s`;
}

function inMs(timesMs: readonly number[]): string {
  return `${ranged(spreadOf(timesMs), (time) => time.toFixed(1))} ms`;
}

function megabytes(bytes: number, digits: number): string {
  return (bytes / 1e6).toFixed(digits);
}
