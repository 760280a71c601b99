import { spreadOf } from '../statistics.ts';
import { count, ranged } from '../telling.ts';
import { isEqual } from './agreement.ts';
import type { PeerRun } from './results.ts';

/** What the section about the engine says of the peers; nothing where none was measured. */
export function peersPart(peers: readonly PeerRun[]): string {
  if (peers.length === 0) return '';
  return `### The peers

The same policy in the language of each peer, from object rows to the sum of each teacher, what is missing, and sums by allowance. None of them can express a
change within the year, so \`bench/peers/runs.ts\` cuts the year into stretches of equal months for all of them, asks once a stretch instead of once a month, and multiplies; that
is part of their time. They check nothing. Each has processes of its own, in which it takes turns with the engine and the yardstick over the same rows,
${peers[0]?.times.peer.length} rounds in all, each process after 3 warm-up rounds (the two others after two million teachers). A slow peer gets fewer teachers; the two others then repeat them
up to 100,000 per turn, because a turn that is over in a millisecond would be timed while the caches fill again. Rates are thousand teachers per second.

| peer | rules | teachers | other sums than the yardstick | other things missing | its rate | ours | the yardstick |
|---|---|---:|---:|---:|---:|---:|---:|
${peers.map(peerRow).join('\n')}

${disagreements(peers)}
`;
}

function peerRow({ version, how, agreement, times }: PeerRun): string {
  const rate = (rounds: readonly number[]) => ranged(spreadOf(rounds.map((time) => agreement.teachers / time)), thousands);
  const cells = [version, how, count(agreement.teachers), count(agreement.otherAmount), count(agreement.otherMissing)];
  return `| ${[...cells, rate(times.peer), rate(times.ours), rate(times.limit)].join(' | ')} |`;
}

function disagreements(peers: readonly PeerRun[]): string {
  const apart = peers.filter(({ agreement }) => !isEqual(agreement)).map(({ name }) => name);
  return apart.length === 0
    ? 'All of them agree with the yardstick to the fen.\n'
    : `Not equal to the yardstick, so that their rates are those of another result: ${apart.join(', ')}.\n`;
}

function thousands(rate: number): string {
  return rate >= 100 ? count(Math.round(rate)) : rate.toFixed(rate >= 10 ? 0 : 1);
}
