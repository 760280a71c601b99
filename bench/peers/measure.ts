/** One process of the benchmark, built by Vite: prints what `peers.js <peer> <teachers> <rounds>` measured, as JSON; teachers 0 for its own number. */
import { countWhere } from '../engine/agreement.ts';
import { Ours } from '../engine/ours.ts';
import { printResult } from '../engine/print.ts';
import type { PeerRun } from '../engine/results.ts';
import { repeatsOf, timeInTurns, warmUpRounds } from '../engine/rounds.ts';
import { rowsOf } from '../engine/rows.ts';
import { allocateRows, limitRows } from '../limit/limit-rows.mjs';
import { cel } from './cel.ts';
import { computeBy } from './compute.ts';
import { decimal } from './decimal.ts';
import { jsonRules } from './json-rules.ts';
import type { Peer } from './peer.ts';
import { publicodes } from './publicodes.ts';
import { zen } from './zen.ts';

/** The peers are too slow to go through millions of teachers first, as the others do. */
const WARM_UP = 3;

const PEERS: Readonly<Record<string, Peer>> = { decimal, cel, zen, 'json-rules': jsonRules, publicodes };

async function measure(peer: Peer, teachers: number, rounds: number): Promise<PeerRun> {
  const rows = rowsOf(teachers);
  const ours = new Ours();
  const limit = allocateRows(teachers);
  limitRows(rows, limit);
  const found = await computeBy(peer, rows);
  const agreement = {
    teachers,
    otherAmount: countWhere(limit.personal, (fen, at) => fen !== found.personal[at]),
    otherMissing: countWhere(limit.missing, (bits, at) => bits !== found.missing[at]),
    otherTotals: countWhere(limit.totals, (fen, at) => fen !== found.totals[at]),
  };
  const fast = {
    limit: () => limitRows(rows, limit),
    ours: () => {
      ours.encode(rows);
      return ours.totals();
    },
  };
  await timeInTurns(fast, warmUpRounds(teachers), 0);
  const times = await timeInTurns({ ...fast, peer: () => computeBy(peer, rows) }, WARM_UP, rounds, (job) =>
    job === 'peer' ? 1 : repeatsOf(teachers),
  );
  return { name: peer.name, version: peer.version, how: peer.how, agreement, times };
}

const [name = '', teachers, rounds] = process.argv.slice(2);
const peer = PEERS[name];
if (!peer) throw new Error(`no peer ${name}; there are ${Object.keys(PEERS).join(', ')}`);
printResult(await measure(peer, Number(teachers) || peer.teachers, Number(rounds)));
