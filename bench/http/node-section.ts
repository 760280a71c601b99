import { machineLine } from '../machine.ts';
import { spreadOf } from '../statistics.ts';
import { TARGET_HEAD } from '../target-row.ts';
import { count, ranged } from '../telling.ts';
import type { NodeResults, Startup } from './results.ts';
import { agreementOf, memoryRow, timesRow, two } from './section.ts';
import { targetRows } from './targets.ts';

/** The section of `docs/performance.md` about the API on Node. */
export function nodeSection(results: NodeResults): string {
  const { machine, runtime, batch, streams, one, startup } = results;
  const ratio = (figure: (one: Startup['node']) => number) =>
    two(spreadOf(startup.map(({ node, workerd }) => figure(node) / figure(workerd))));
  const told = (home: keyof Startup, figure: (one: Startup['node']) => number) =>
    ranged(spreadOf(startup.map((run) => figure(run[home]))), (value) => count(Math.round(value)));
  const [ms, mb] = [(one: Startup['node']) => one.milliseconds, (one: Startup['node']) => one.bytes / 1e6];
  return `## The API on Node

The same with the server on Node (\`dist/node/main.js\`, with its default number of threads), by the second half of \`npm run bench:http\`: the same requests, the same yardsticks, served on
Node by the same adapter in one thread, and the same comparison of every answer. Unlike the yardstick the product hands each request to a thread and takes the answer back, so that no
computation keeps others waiting.

${machineLine(machine, [`workerd ${runtime}`])} Other programs ran at the same time: ratios can be compared, times cannot.

${TARGET_HEAD}
${targetRows(results).join('\n')}

${agreementOf(results)}

| what | bytes in | bytes out | on a core: ours | on a core: yardstick | by the clock: ours | by the clock: yardstick |
|---|---:|---:|---:|---:|---:|---:|
${timesRow(`JSON, ${count(batch[0]?.agreement.teachers ?? 0)} teachers`, batch, 1)}
${streams.map(({ teachers, runs }) => timesRow(`NDJSON, ${count(teachers)} teachers`, runs, 1)).join('\n')}
${timesRow('one teacher', one, one[0]?.block ?? 1)}

| teachers in a stream | ours: fresh | warm | at most | yardstick: fresh | warm | at most |
|---:|---:|---:|---:|---:|---:|---:|
${streams.map(({ teachers, runs }) => memoryRow(teachers, runs)).join('\n')}

From the start of the process to the first answer of the API, in turns with the product's Worker in the Workers runtime, ${startup.length} times:

| | on Node | in the Workers runtime | Node's, times the other |
|---|---:|---:|---:|
| until the first answer, ms | ${told('node', ms)} | ${told('workerd', ms)} | ${ratio(ms)} |
| memory then, MB | ${told('node', mb)} | ${told('workerd', mb)} | ${ratio(mb)} |
`;
}
