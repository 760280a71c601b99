import { type Machine, machineLine } from '../machine.ts';
import { count } from '../telling.ts';
import type { Outcome } from './clients.ts';

/** The outcomes of the requests of one kind. */
export type Tally = Record<Outcome, number>;

/** The state of a server at a moment. */
export interface Moment {
  readonly bytes: number;
  readonly descriptors: number;
}

/** A server that was ended with streams and requests in progress. */
interface Ended {
  readonly outcomes: readonly Outcome[];
  readonly code: number | null;
  readonly seconds: number;
}

export interface SoakResults {
  readonly machine: Machine;
  readonly seconds: number;
  readonly clients: number;
  readonly tallies: Readonly<Record<string, Tally>>;
  readonly start: Moment;
  readonly most: Moment;
  readonly after: Moment;
  /** Whether it still answered correctly at the end. */
  readonly isWell: boolean;
  /** For each thread that died, the number of answers lost with it. */
  readonly lost: readonly number[];
  readonly code: number | null;
  readonly stopped: Ended;
  readonly killed: Ended;
}

/** The most memory that a server with two threads may hold, whatever its clients do. */
const MOST_BYTES = 1e9;
/** Files that the runtime opens when it first needs them. */
const FEW_DESCRIPTORS = 4;

/** What was promised, and whether it was kept. */
function promisesOf({ tallies, start, most, after, isWell, lost, code, stopped, killed }: SoakResults): [what: string, isKept: boolean][] {
  const all = Object.values(tallies);
  const sum = (outcome: Outcome) => all.reduce((total, tally) => total + tally[outcome], 0);
  const ended = [...stopped.outcomes, ...killed.outcomes];
  return [
    ['no answer is wrong', sum('wrong') === 0 && !ended.includes('wrong')],
    ['what is refused or cut was in the thread that died', lost.length === 1 && sum('refused') + sum('cut') <= (lost[0] ?? 0)],
    ['memory is bounded', Math.max(most.bytes, after.bytes) < MOST_BYTES],
    ['descriptors are given back', after.descriptors <= start.descriptors + FEW_DESCRIPTORS],
    ['it answers right in the end, and stops with 0', isWell && code === 0],
    ['told to stop, it ends with 0', stopped.code === 0],
    ['nobody takes what was cut for whole', !killed.outcomes.includes('right')],
  ];
}

/** Whether every promise was kept. */
export function isKept(results: SoakResults): boolean {
  return promisesOf(results).every(([, kept]) => kept);
}

/** The tables, in Markdown. */
export function soakLines(results: SoakResults): string[] {
  const { tallies, start, most, after, lost, stopped, killed } = results;
  const mb = ({ bytes }: Moment) => `${count(Math.round(bytes / 1e6))} MB`;
  const told = ({ outcomes, seconds, code }: Ended) => {
    const parts = (['right', 'refused', 'cut', 'wrong'] as const).map((name) => outcomes.filter((one) => one === name).length);
    return [...parts.map(count), `${seconds.toFixed(1)} s`, code === null ? 'killed' : `${code}`].join(' | ');
  };
  return [
    '| requests | right | refused (500) | cut, as can be told | left by their client | wrong |',
    '|---|---:|---:|---:|---:|---:|',
    ...Object.entries(tallies).map(
      ([name, { right, refused, cut, left, wrong }]) => `| ${[name, ...[right, refused, cut, left, wrong].map(count)].join(' | ')} |`,
    ),
    '',
    `The thread that died had ${count(lost[0] ?? 0)} answers in progress.`,
    '',
    '| | at the start | at most | a minute after |',
    '|---|---:|---:|---:|',
    `| memory | ${[start, most, after].map(mb).join(' | ')} |`,
    `| descriptors | ${[start, most, after].map(({ descriptors }) => count(descriptors)).join(' | ')} |`,
    '',
    '| ended with 20 streams and 5 budgets in progress | right | refused | cut, as can be told | wrong | took | exit code |',
    '|---|---:|---:|---:|---:|---:|---:|',
    `| SIGTERM, 5 s of grace | ${told(stopped)} |`,
    `| SIGKILL | ${told(killed)} |`,
    '',
    '| promise | kept |',
    '|---|---|',
    ...promisesOf(results).map(([what, kept]) => `| ${what} | ${kept ? 'yes' : '**no**'} |`),
  ];
}

/** The section of `docs/performance.md` about a server that is left running. */
export function soakSection(results: SoakResults): string {
  return `## A server that is left running

\`npm run soak\` puts the server on Node, with two threads, under ${results.clients} clients for ${results.seconds} s: most ask for one teacher over a connection that they keep, others stream,
slowly or all at once, cut their bodies, never read, or are killed. After a third of the time a thread dies of an error. A minute after the last request memory and descriptors are measured
again. Then servers with streams and budgets in progress are told to stop, and killed. Every answer is compared to the fen.

${machineLine(results.machine)} The clients ran on the same cores.

${soakLines(results).join('\n')}
`;
}
