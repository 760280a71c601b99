import type { Teacher } from '../limit/population.mjs';
import { YEAR } from '../limit/population.mjs';
import { type Peer, Sums } from './peer.ts';
import { runsOf } from './runs.ts';

/** So many teachers are handed to a peer at a time, so that one that uses threads can. */
const BATCH = 500;

/** The year of these teachers as a peer has it: the caller cuts the year and multiplies by months, the peer judges. */
export async function computeBy(peer: Peer, rows: readonly Teacher[]): Promise<Sums> {
  const sums = new Sums(rows.length);
  for (let from = 0; from < rows.length; from += BATCH) {
    const runs = rows.slice(from, from + BATCH).flatMap((row, at) => runsOf(row, YEAR).map((run) => ({ teacher: from + at, run })));
    const outcomes = await peer.judge(runs.map(({ run }) => run.facts));
    for (let at = 0; at < runs.length; at++) {
      const { teacher, run } = runs[at] as (typeof runs)[number];
      const outcome = outcomes[at];
      if (!outcome) throw new Error(`${peer.name} gave fewer outcomes than it was asked for`);
      sums.add(teacher, run, outcome);
    }
  }
  return sums;
}
