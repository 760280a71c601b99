import { machineLine } from '../machine.ts';
import { quantile, spreadOf } from '../statistics.ts';
import { TARGET_HEAD } from '../target-row.ts';
import { count, ranged } from '../telling.ts';
import { isEqual } from './agreement.ts';
import { peersPart } from './peers-part.ts';
import type { EngineResults, EngineRun, JobName } from './results.ts';
import { targetRows } from './targets.ts';

/** The section of `docs/performance.md` about the engine. */
export function engineSection(results: EngineResults): string {
  const { machine, sizes, readings } = results;
  const processes = sizes[0]?.runs.length ?? 0;
  const rounds = sizes.map(({ runs }) => runs[0]?.times.ourRows.length ?? 0);
  return `## The engine

\`npm run bench\` measures the computation itself, without HTTP, on the policy \`jinfeng-2021\` with its default readings and figures. The yardstick is
\`bench/limit/\`: the same policy written by hand in plain JavaScript, once over object rows and once over typed columns, with a synthetic
population of which a third have changes during the year. The yardstick knows only this one policy; a rule engine that comes close to it has little left to
gain. Each row is parsed from JSON, as a server receives it. Everything is timed in turns, after two million teachers to warm up, in ${processes} fresh
processes for each number of teachers and ${[...new Set(rounds)].join(' or ')} rounds in each. Times are CPU times, of all threads of a process, because a long job
has to wait while other programs run and a short one does not. A ratio is that of the medians within a process. The tables give the median over
the processes, with the minimum and maximum in brackets (for the peers: over the rounds of all processes). Ratios can be compared, times
cannot: machines differ and are shared.

${machineLine(machine)}

### Targets and results

${TARGET_HEAD}
${targetRows(results).join('\n')}

*Totals* are the amounts of the year: the sum of each teacher, what is missing for each, and sums by allowance and by month. *Encoding and all
checks* is what \`TeacherReader\` and \`Columns\` do: every fact of a row is checked as the API checks it (except for duplicate ids, which the
caller has to find), and facts become columns that are independent of readings and figures. The yardstick checks nothing. Over object rows it
writes nine amounts for each teacher, which our totals leave to the explanation, and no months, which ours include.

### Agreement

${agreementOf(sizes)}

### Rates

Million teachers per second on one core, over all rounds.

| teachers | columns: yardstick | columns: ours | rows: yardstick | rows: ours | encoding alone: yardstick | encoding alone: ours |
|---:|---:|---:|---:|---:|---:|---:|
${sizes.map(rateRow).join('\n')}

### What checking costs

The yardstick checks nothing: it never looks at an id, a name, a school or a stage, and at money only where it is paid. The time for checking alone, as a multiple of everything that the yardstick does
over the same rows in the same rounds, shows how much time is left for anything else. *Written out* is code made for exactly these facts, with each name and value as a constant, which computes
nothing (\`bench/engine/written-out.ts\`; it finds the same codes as \`TeacherReader\`).

| teachers | checks written out | our checks | checks, encoding and totals: ours |
|---:|---:|---:|---:|
${sizes.map(checksRow).join('\n')}

Half the yardstick's rate means checking, encoding and adding up in twice its time, and checking alone takes most or all of that, even written out. For checked object rows the target is therefore out of
reach, except where few rows or a lucky process leave room in the caches. The generality of our checks costs little. Where the time goes in which \`TeacherReader\` reads one of 20,000 rows, by sampling the machine code (\`perf\`, by hand, 2026-11-22):

| what | share |
|---|---:|
| first access to the row: its hidden class and keys, of which there are thousands, and the location of their values | 26 % |
| first access to a text, above all to the id, which is the first in a row | 35 % |
| everything else: finding the fact, identifying the value, writing its code | 39 % |

With 200 rows, which stay in the cache, we read one in 290 ns, and the yardstick takes 115 ns for everything; with 100,000 rows, 720 and 330. Tried without gain: identifying keys by a hash, or by the previous
keys; values in a \`Map\`; prefetching the next row, or the next sixteen; accessing all texts of a row before checking any; checking texts without a branch, or by a regular
expression. Rows that were just parsed and are read once, as in a request, still lie together in memory: there the ratio is 0.52 to 0.58 for 10,000 and 20,000, and 0.47 for 100,000 (by hand).
What does help is to create no objects: over HTTP teachers are read from the bytes (see the API, below).

${peersPart(results.peers)}### The price of all readings

A budget over ${count(readings.teachers)} teachers by \`computeBudget\`, as the API and the page call it, from parsed rows to the figures of the answer: once as it is, once with
\`sensitivity: true\`, which also prices ${readings.runs[0]?.options ?? 0} other options of readings. The first takes ${inMs(readings.runs.flatMap(({ times }) => times.one))}, the second ${inMs(readings.runs.flatMap(({ times }) => times.all))}.
`;
}

function agreementOf(sizes: EngineResults['sizes']): string {
  const unequal = sizes.flatMap(({ runs }) => runs.map(({ agreement }) => agreement)).filter((agreement) => !isEqual(agreement));
  if (unequal.length === 0)
    return `In every process the sum and what is missing of every teacher, and every total by allowance and by month, are equal to the yardstick's, to the fen.`;
  return unequal
    .map(
      ({ teachers, otherAmount, otherMissing, otherTotals }) =>
        `Of ${count(teachers)} teachers ${otherAmount} come to another sum, of ${otherMissing} something else is missing; ${otherTotals} totals differ.`,
    )
    .join('\n');
}

function rateRow({ teachers, runs }: EngineResults['sizes'][number]): string {
  const rate = (job: JobName) =>
    ranged(spreadOf(timesOf(runs, job).map((time) => teachers / time / 1000)), (value) =>
      value >= 20 ? value.toFixed(0) : value.toFixed(1),
    );
  const jobs: readonly JobName[] = ['limitColumns', 'ourColumns', 'limitRows', 'ourRows', 'limitEncode', 'ourEncode'];
  return `| ${[count(teachers), ...jobs.map(rate)].join(' | ')} |`;
}

/** Medians, as multiples of the yardstick's over rows. */
function checksRow({ teachers, runs }: EngineResults['sizes'][number]): string {
  const times = (job: JobName) =>
    ranged(spreadOf(runs.map((run) => quantile(run.times[job], 0.5) / quantile(run.times.limitRows, 0.5))), (value) => value.toFixed(2));
  return `| ${[count(teachers), times('writtenOutChecks'), times('ourChecks'), times('ourRows')].join(' | ')} |`;
}

function timesOf(runs: readonly EngineRun[], job: JobName): readonly number[] {
  return runs.flatMap(({ times }) => times[job]);
}

function inMs(times: readonly number[]): string {
  return `${quantile(times, 0.5).toFixed(0)} (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}) ms`;
}
