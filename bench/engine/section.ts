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
the processes, in brackets the least and the most; of the peers, which have one process each, that of its rounds. Ratios can be compared, times
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

### What reading a row waits for

Of the time in which \`TeacherReader\` reads a row of 20,000, by samples of the machine code (\`perf\`, by hand, 2026-11-22):

| what | share |
|---|---:|
| the first touch of the row, and of its hidden class | 12 % |
| the keys of a hidden class, of which there are thousands, and where their values are | 34 % |
| the first touch of a text: the id, the name, the school, money, months | 19 % |
| all else: finding the fact, telling the value, writing its code | 35 % |

Whoever reads objects waits for the first two; they are most of what the yardstick does. Who checks waits for the third as well: the yardstick never looks at an id, a name or a school,
and at money only where it is paid. Of 200 rows, which stay in the cache, we read one in 340 ns, and the yardstick takes 120 ns for all it does; of
20,000, 700 and 390. Tried without gain: telling keys by a hash, or by those that came last; values in a \`Map\`; looking ahead at the next row; checking texts without a branch. What does help is
to make no objects: over HTTP teachers are read from the bytes (see the API, below).

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

function timesOf(runs: readonly EngineRun[], job: JobName): readonly number[] {
  return runs.flatMap(({ times }) => times[job]);
}

function inMs(times: readonly number[]): string {
  return `${quantile(times, 0.5).toFixed(0)} (${Math.min(...times).toFixed(0)}–${Math.max(...times).toFixed(0)}) ms`;
}
