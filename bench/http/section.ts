import { isEqual } from '../engine/agreement.ts';
import { agreementLine } from '../engine/agreement-lines.ts';
import { machineLine } from '../machine.ts';
import type { Spread } from '../statistics.ts';
import { TARGET_HEAD } from '../target-row.ts';
import { count, ranged } from '../telling.ts';
import { leastTimesItsTime, megabytes, milliseconds } from './ratios.ts';
import type { BatchRun, HttpResults, StreamRun } from './results.ts';
import { HELD_LINES } from './stream-lines.ts';
import { targetRows } from './targets.ts';

/** The section of `docs/performance.md` about the API. */
export function httpSection(results: HttpResults): string {
  const { machine, runtime, batch, streams, one } = results;
  const processes = batch.length;
  const block = one[0]?.block ?? 1;
  return `## The API

\`npm run bench:http\` measures the API over HTTP, on the policy \`jinfeng-2021\` and the population of \`bench/limit/\`, in the Workers runtime on the
machine itself. The product's worker and a yardstick each have a process of their own, which a client asks directly, with nothing before it. What
the yardsticks do nobody who answers in JSON can leave out:

- of a batch: parse the same body, and serialise the same answer, which is held as objects;
- of a stream: the same line by line; the answer is the first ${count(HELD_LINES)} lines of ours, again and again, so that its bytes differ by ${apartOf(streams)};
- of one teacher: Hono that parses the request and sends it back. A request has ${count(Math.round((one[0]?.requestBytes ?? 0) / block))} bytes on average, and so has that answer; ours,
  which explains every amount, has ${count(Math.round((one[0]?.answerBytes.ours ?? 0) / block))}. One request after the other over one connection, ${block} teachers of the one, then of the other.

Everything is done in turns, after some to warm up, in ${processes} pairs of fresh processes for each row. A ratio is one of medians within a pair; given is
the median of the pairs, in brackets the least and the most. *Time on a core* is that of the server's process, of all its threads. *By the clock* a
client also waits for itself, the network of the machine, and whatever else runs beside; where the servers have much to do at a time, the
time on a core is the fairer one, and what was asked is held against it. A single teacher is held to both.

${machineLine(machine, [`workerd ${runtime}`])}

### What was asked, and what is

${TARGET_HEAD}
${targetRows(results).join('\n')}

${agreementOf(results)}

### Times

| what | bytes in | bytes out | on a core: ours | on a core: yardstick | by the clock: ours | by the clock: yardstick |
|---|---:|---:|---:|---:|---:|---:|
${timesRow(`JSON, ${count(batch[0]?.agreement.teachers ?? 0)} teachers`, batch, 1)}
${streams.map(({ teachers, runs }) => timesRow(`NDJSON, ${count(teachers)} teachers`, runs, 1)).join('\n')}
${timesRow('one teacher', one, block)}

### What one teacher costs

The echo sends back what it got. The least worker that parses the same request and sends as many bytes as we do, with our six headers, at hand beforehand, took ${two(leastTimesItsTime(one, 'core'))} times
the echo's time on a core, ${two(leastTimesItsTime(one, 'clock'))} by the clock. Step by step,
each a worker of its own beside the echo, three times (by hand, 2026-11-22):

| the product, up to | on a core, times the echo's | by the clock |
|---|---:|---:|
| its way through Hono, the request's and the answer's headers, and an answer of our size that is at hand | 1.11–1.24 | 1.14–1.24 |
| the body as strict JSON | 1.12–1.22 | 1.13–1.21 |
| the teacher read and checked | 1.30–1.31 | 1.24–1.31 |
| computed and explained | 1.39–1.56 | 1.35–1.43 |
| written: everything | 1.66–1.78 | 1.45–1.52 |

What was asked is used up before the teacher is read. A hot loop takes 7 µs to read, compute and write every segment, clause and assumption; between two requests, most of which are the runtime's, code and
tables for it have to come back to the caches first, and it takes some 60. By samples of both processes (\`perf\`, by hand, 2026-11-22), of one request on a core:

| what | ours | the echo |
|---|---:|---:|
| our code, and what V8 has built in for it | 33 µs | 3 µs |
| the rest of V8: parsing JSON, calls between it and the runtime, collecting garbage, compiling | 51 µs | 32 µs |
| the runtime: requests, answers, headers, streams and promises of its own, and allocating them | 99 µs | 60 µs |
| the kernel: above all sending and waiting | 47 µs | 40 µs |

Of our code the half computes and writes; the other half is Hono, the body, headers, and what is checked of them.

### Memory

What the process of a server held, with the program of the runtime, while lines were streamed through it: before the first long stream, when it is
fresh; after the streams to warm up, when it is at work; and at most over all streams. Nothing is kept of a line: chunks of the request come in room that is used
again, teachers are read from it without making objects, and the answer is written to room that is used again when it is sent. The rest is room that V8, the runtime and their
allocator take for what passes through them, and then keep; the yardstick, which holds nothing but its answers, takes more.

| teachers in a stream | ours: fresh | warm | at most | yardstick: fresh | warm | at most |
|---:|---:|---:|---:|---:|---:|---:|
${streams.map(({ teachers, runs }) => memoryRow(teachers, runs)).join('\n')}
`;
}

export function two(spread: Spread): string {
  return ranged(spread, (value) => value.toFixed(2));
}

function apartOf(streams: HttpResults['streams']): string {
  const shares = streams.map(({ runs }) => Math.abs((runs[0]?.answerBytes.limit ?? 0) / (runs[0]?.answerBytes.ours ?? 1) - 1));
  return `${(100 * Math.max(0, ...shares)).toFixed(1)} % at most`;
}

export function agreementOf({ batch, streams, one }: HttpResults): string {
  const all = [...batch, ...streams.flatMap(({ runs }) => runs), ...one].map(({ agreement }) => agreement);
  const unequal = all.filter((agreement) => !isEqual(agreement));
  if (unequal.length > 0) return unequal.map((agreement) => `Not equal: ${agreementLine('the API', agreement)}.`).join('\n');
  return `In every process every answer was compared: each teacher, in order, has the sums, the amounts and the missing facts of the yardstick in \`bench/limit/\`, and
so has the summary, to the fen.`;
}

export function timesRow(what: string, runs: readonly BatchRun[], requests: number): string {
  const told = (who: 'ours' | 'limit', by: 'core' | 'clock') => {
    const { median, least, most } = milliseconds(runs, who, by);
    return inMs({ median: median / requests, least: least / requests, most: most / requests });
  };
  const bytes = [runs[0]?.requestBytes ?? 0, runs[0]?.answerBytes.ours ?? 0].map((all) => count(Math.round(all / requests)));
  return `| ${[what, ...bytes, told('ours', 'core'), told('limit', 'core'), told('ours', 'clock'), told('limit', 'clock')].join(' | ')} |`;
}

export function memoryRow(teachers: number, runs: readonly StreamRun[]): string {
  const cells = (['ours', 'limit'] as const).flatMap((who) =>
    (['freshBytes', 'warmBytes', 'mostBytes'] as const).map(
      (moment) => `${ranged(megabytes(runs, who, moment), (mb) => mb.toFixed(0))} MB`,
    ),
  );
  return `| ${[count(teachers), ...cells].join(' | ')} |`;
}

function inMs(spread: Spread): string {
  return `${ranged(spread, (value) => (value >= 20 ? count(Math.round(value)) : value.toFixed(2)))} ms`;
}
