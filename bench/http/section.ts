import { isEqual } from '../engine/agreement.ts';
import { agreementLine } from '../engine/agreement-lines.ts';
import { machineLine } from '../machine.ts';
import type { Spread } from '../statistics.ts';
import { TARGET_HEAD } from '../target-row.ts';
import { count, ranged } from '../telling.ts';
import { megabytes, milliseconds } from './ratios.ts';
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

The echo sends back what it got. A worker with the app, the router and the headers of the product that sends a constant answer of our size took 1.03 to
1.22 times the echo's time on a core (by hand, beside both, 2026-11-22): that alone is what was asked. On top come, with about 20 µs each, reading and parsing the body, reading the teacher, computing, and
writing every segment, clause and assumption. In a loop the last three take 7 µs together; between two requests their code and tables have to come back to the caches first.

### Memory

What the process of a server held, with the program of the runtime, while lines were streamed through it: before the first long stream, when it is
fresh; after the streams to warm up, when it is at work; and at most over all streams. Nothing is kept of a line: chunks of the request come in room that is used
again, teachers are read from it without making objects, and what is left to collect is the answer. The rest is room that V8 and the allocator of the runtime take for what has not
been collected yet and then keep; the yardstick, which holds nothing but its answers, takes more.

| teachers in a stream | ours: fresh | warm | at most | yardstick: fresh | warm | at most |
|---:|---:|---:|---:|---:|---:|---:|
${streams.map(({ teachers, runs }) => memoryRow(teachers, runs)).join('\n')}
`;
}

function apartOf(streams: HttpResults['streams']): string {
  const shares = streams.map(({ runs }) => Math.abs((runs[0]?.answerBytes.limit ?? 0) / (runs[0]?.answerBytes.ours ?? 1) - 1));
  return `${(100 * Math.max(0, ...shares)).toFixed(1)} % at most`;
}

function agreementOf({ batch, streams, one }: HttpResults): string {
  const all = [...batch, ...streams.flatMap(({ runs }) => runs), ...one].map(({ agreement }) => agreement);
  const unequal = all.filter((agreement) => !isEqual(agreement));
  if (unequal.length > 0) return unequal.map((agreement) => `Not equal: ${agreementLine('the API', agreement)}.`).join('\n');
  return `In every process every answer was compared: each teacher, in order, has the sums, the amounts and the missing facts of the yardstick in \`bench/limit/\`, and
so has the summary, to the fen.`;
}

function timesRow(what: string, runs: readonly BatchRun[], requests: number): string {
  const told = (who: 'ours' | 'limit', by: 'core' | 'clock') => {
    const { median, least, most } = milliseconds(runs, who, by);
    return inMs({ median: median / requests, least: least / requests, most: most / requests });
  };
  const bytes = [runs[0]?.requestBytes ?? 0, runs[0]?.answerBytes.ours ?? 0].map((all) => count(Math.round(all / requests)));
  return `| ${[what, ...bytes, told('ours', 'core'), told('limit', 'core'), told('ours', 'clock'), told('limit', 'clock')].join(' | ')} |`;
}

function memoryRow(teachers: number, runs: readonly StreamRun[]): string {
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
