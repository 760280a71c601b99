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
machine itself. The product's Worker and a yardstick each run in a process of their own, which a client calls directly, without a proxy. The yardsticks do
only what no server that answers in JSON can avoid:

- for a batch: parse the same body and serialise the same answer, which is held as objects;
- for a stream: the same line by line; the answer repeats the first ${count(HELD_LINES)} lines of ours, so that its bytes differ by ${apartOf(streams)};
- for one teacher: Hono that parses the request and sends it back. A request has ${count(Math.round((one[0]?.requestBytes ?? 0) / block))} bytes on average, and so has that answer; ours,
  which explains every amount, has ${count(Math.round((one[0]?.answerBytes.ours ?? 0) / block))}. Requests follow one another over one connection, ${block} teachers to the one server, then to the other.

Everything is done in turns, after a warm-up, in ${processes} pairs of fresh processes for each row. A ratio is that of the medians within a pair; the tables give
the median over the pairs, with the minimum and maximum in brackets. *Time on a core* is the CPU time of all threads of the server's process. *By the clock* includes
waiting for the client itself, the loopback network, and other programs. Where a server has much to do at once, the time on a core is the fairer measure and
the one that the target is compared with. For a single teacher both are.

${machineLine(machine, [`workerd ${runtime}`])}

### Targets and results

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

The echo sends back what it receives. A minimal Worker that parses the same request and sends a prepared answer of our size with our six headers took ${two(leastTimesItsTime(one, 'core'))} times
the echo's time on a core, ${two(leastTimesItsTime(one, 'clock'))} by the clock. Step by step,
each as a Worker of its own beside the echo, three times (by hand, 2026-11-22):

| the product, up to | on a core, times the echo's | by the clock |
|---|---:|---:|
| its way through Hono, the headers of request and answer, and a prepared answer of our size | 1.11–1.24 | 1.14–1.24 |
| the body as strict JSON | 1.12–1.22 | 1.13–1.21 |
| the teacher read and checked | 1.30–1.31 | 1.24–1.31 |
| computed and explained | 1.39–1.56 | 1.35–1.43 |
| written: everything | 1.66–1.78 | 1.45–1.52 |

The target is used up before the teacher is read. In a hot loop it takes 7 µs to read, compute and write every segment, clause and assumption; between two requests, whose time is mostly the runtime's, its code and
tables have to return to the caches first, and it takes some 60 µs. By sampling both processes (\`perf\`, by hand, 2026-11-22), for one request on a core:

| what | ours | the echo |
|---|---:|---:|
| our code, and what V8 has built in for it | 33 µs | 3 µs |
| the rest of V8: parsing JSON, calls between it and the runtime, collecting garbage, compiling | 51 µs | 32 µs |
| the runtime: requests, answers, headers, streams and promises of its own, and allocating them | 99 µs | 60 µs |
| the kernel: above all sending and waiting | 47 µs | 40 µs |

Half of our code's time is computing and writing; the other half is Hono, the body, the headers, and their checks.

### Memory

The memory of the server's process, including the runtime's program, while lines were streamed through it: before the first long stream (fresh), after the
warm-up streams (warm), and the maximum over all streams. Nothing of a line is kept: chunks of the request arrive in buffers that are reused, teachers are read from
them without creating objects, and the answer is written to a buffer that is reused once it is sent. The rest is what V8, the runtime and their allocator
take for what passes through them, and then keep; the yardstick, which holds nothing but its answers, takes more.

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
