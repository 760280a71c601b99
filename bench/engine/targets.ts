import { quantile, spreadOf } from '../statistics.ts';
import { atLeast, atMost } from '../target-row.ts';
import { count } from '../telling.ts';
import type { EngineResults, EngineRun, JobName, PeerRun } from './results.ts';

/** Growth is measured from this number of teachers on. */
const GROWTH_FROM = 10_000;

/** The engine must be this many times as fast as each peer. */
const ASKED_OF_PEERS: Readonly<Record<string, number>> = {
  publicodes: 1_000,
  'GoRules zen': 200,
  'json-rules-engine': 200,
  CEL: 3,
  'naive decimal.js': 15,
};

const PATHS: readonly { readonly name: string; readonly ours: JobName; readonly limit: JobName; readonly limitName: string }[] = [
  {
    name: 'totals over encoded columns',
    ours: 'ourColumns',
    limit: 'limitColumns',
    limitName: 'the hand-written columns, both without encoding',
  },
  {
    name: 'object rows to totals, encoding and all checks included',
    ours: 'ourRows',
    limit: 'limitRows',
    limitName: 'the hand-written object loop',
  },
];

/** The rows of the table of targets and results. */
export function targetRows({ sizes, readings, peers }: EngineResults): string[] {
  const rates = PATHS.flatMap((path) =>
    sizes
      .filter(({ teachers }) => teachers !== GROWTH_FROM)
      .map(({ teachers, runs }) => {
        const spread = spreadOf(runs.map((run) => medianOf(run, path.limit) / medianOf(run, path.ours)));
        return atLeast(`${path.name}, ${count(teachers)} teachers`, path.limitName, 0.5, 'of its rate', spread);
      }),
  );
  const readingsSpread = spreadOf(readings.runs.map(({ times }) => quantile(times.all, 0.5) / quantile(times.one, 0.5)));
  const options = readings.runs[0]?.options ?? 0;
  return [
    ...rates,
    ...peers.map(peerRow),
    atMost(
      `budget with the price of all readings (${options} options), ${count(readings.teachers)} teachers`,
      'one run',
      3,
      'times its time',
      readingsSpread,
    ),
    ...growthRows(sizes),
  ];
}

/** How much more time one teacher takes where there are more, against how much more the yardstick takes. */
function growthRows(sizes: EngineResults['sizes']): string[] {
  const base = sizes.find(({ teachers }) => teachers === GROWTH_FROM);
  if (!base) return [];
  return PATHS.flatMap(({ name, ours, limit, limitName }) =>
    sizes
      .filter(({ teachers }) => teachers > 10 * GROWTH_FROM - 1)
      .map(({ teachers, runs }) => {
        const growth = (job: JobName) =>
          runs.map((run, at) => medianOf(run, job) / teachers / (medianOf(base.runs[at] as EngineRun, job) / GROWTH_FROM));
        const [mine, its] = [growth(ours), growth(limit)];
        const spread = spreadOf(mine.map((value, at) => value / (its[at] as number)));
        const growths = `${quantile(mine, 0.5).toFixed(2)} against ${quantile(its, 0.5).toFixed(2)}`;
        const what = `growth of the time for one teacher, ${count(GROWTH_FROM)} to ${count(teachers)}: ${name}`;
        return atMost(what, `the growth of ${limitName}`, 1.2, `of it (${growths})`, spread);
      }),
  );
}

function peerRow({ name, agreement, times }: PeerRun): string {
  const spread = spreadOf(times.peer.map((time, round) => time / (times.ours[round] as number)));
  return atLeast(`the same, ${count(agreement.teachers)} teachers`, name, ASKED_OF_PEERS[name] ?? 1, 'times its rate', spread);
}

function medianOf({ times }: EngineRun, job: JobName): number {
  return quantile(times[job], 0.5);
}
