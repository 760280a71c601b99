import type { Agreement, PeerRun } from './results.ts';

/** Merges several processes with the same peer: all of their rounds, and the worst agreement. */
export function together(runs: readonly PeerRun[]): PeerRun {
  const [first] = runs as [PeerRun, ...PeerRun[]];
  const worst = (count: keyof Agreement) => Math.max(...runs.map(({ agreement }) => agreement[count]));
  const rounds = (job: keyof PeerRun['times']) => runs.flatMap(({ times }) => times[job]);
  return {
    ...first,
    agreement: {
      teachers: first.agreement.teachers,
      otherAmount: worst('otherAmount'),
      otherMissing: worst('otherMissing'),
      otherTotals: worst('otherTotals'),
    },
    times: { limit: rounds('limit'), ours: rounds('ours'), peer: rounds('peer') },
  };
}
