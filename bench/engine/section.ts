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

\`npm run bench\` measures the computing itself, without HTTP, on the policy \`jinfeng-2021\` with its own readings and figures. The yardstick is
\`bench/limit/\`: the same policy written out by hand in plain JavaScript, once over object rows and once over typed columns, and a made-up
population of which a third have changes during the year. It knows this one policy by heart; a rule engine that comes near it has little left to
gain. Each row is parsed from JSON as a server gets it. Everything is timed in turns, after two million teachers to warm up, in ${processes} fresh
processes for each number of teachers and ${[...new Set(rounds)].join(' or ')} rounds in each. Times are those on a core, of all threads of a process, because a long job
waits for its turn where other programs run beside and a short one does not. A ratio is one of medians within a process; given is the median of
the processes, in brackets the least and the most; of the peers, that of the rounds of all processes. Ratios can be compared, times
cannot: machines differ and are shared.

${machineLine(machine)}

### What was asked, and what is

${TARGET_HEAD}
${targetRows(results).join('\n')}

*Totals* are what the teachers come to in the year: the sum of each, what is missing for each, sums by allowance and by month. *Encoding and all
checks* is what \`TeacherReader\` and \`Columns\` do: every fact of a row is checked as the API checks it (that no id comes twice is for the
caller to see), and facts become columns that hold nothing which a reading or a figure decides. The yardstick checks nothing. Over object rows it
writes nine amounts for each teacher, which our totals leave to the explanation, and no months, which ours have.

### Agreement

${agreementOf(sizes)}

### Rates

Million teachers a second on one core, over all rounds.

| teachers | columns: yardstick | columns: ours | rows: yardstick | rows: ours | encoding alone: yardstick | encoding alone: ours |
|---:|---:|---:|---:|---:|---:|---:|
${sizes.map(rateRow).join('\n')}

### What checking costs

The yardstick checks nothing: it never looks at an id, a name, a school or a stage, and at money only where it is paid. How long checking alone takes, of everything that the yardstick does
over the same rows in the same rounds, tells what is left for whoever checks. *Written out* is code made for just these facts, each name and value a constant in it, which computes
nothing (\`bench/engine/written-out.ts\`; it finds the same codes as \`TeacherReader\`).

| teachers | checks written out | our checks | checks, encoding and totals: ours |
|---:|---:|---:|---:|
${sizes.map(checksRow).join('\n')}

Half the yardstick's rate would have to check, encode and sum up in twice its time, of which checking alone takes most or all, even written out: for object rows that are checked it is out of
reach, but where few rows or a lucky process leave the caches room. What is general about our checks costs little. Of the time in which \`TeacherReader\` reads a row of 20,000, by samples of the machine code (\`perf\`, by hand, 2026-11-22):

| what | share |
|---|---:|
| the first touch of the row, of its hidden class and its keys, of which there are thousands, and where their values are | 26 % |
| the first touch of a text, most of all of the id, which is the first one of a row | 35 % |
| all else: finding the fact, telling the value, writing its code | 39 % |

Of 200 rows, which stay in the cache, we read one in 290 ns, and the yardstick takes 115 ns for all it does; of 100,000, 720 and 330. Tried without gain: telling keys by a hash, or by those that
came last; values in a \`Map\`; looking ahead at the next row, or at the next sixteen; touching all texts of a row before any is checked; checking texts without a branch, or by a regular
expression. Rows that were just parsed and are read once, as in a request, still lie together: there it is 0.52 to 0.58 of the yardstick's rate for 10,000 and 20,000, 0.47 for 100,000 (by hand).
What does help is to make no objects: over HTTP teachers are read from the bytes (see the API, below).

${peersPart(results.peers)}### The price of all readings

A budget over ${count(readings.teachers)} teachers by \`computeBudget\`, as the API and the page call it, from parsed rows to the figures of the answer: once as it is, once with
\`sensitivity: true\`, which prices ${readings.runs[0]?.options ?? 0} other options of readings besides. The first takes ${inMs(readings.runs.flatMap(({ times }) => times.one))}, the second ${inMs(readings.runs.flatMap(({ times }) => times.all))}.
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
