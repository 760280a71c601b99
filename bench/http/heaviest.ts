import type { CpuProfile } from './inspector.ts';

/**
 * The functions that were at the top for the longest, with their share of the time in which anything ran. What the runtime does itself, such as
 * `JSON.parse`, counts for who calls it.
 *
 * @returns lines, the heaviest first, each with the line of the built worker at which the function begins
 */
export function heaviestOf({ nodes, samples, timeDeltas }: CpuProfile, most: number): string[] {
  const names = new Map(
    nodes.map(({ id, callFrame: { functionName, lineNumber } }) => {
      return [id, `${functionName || '(anonymous)'}${lineNumber < 0 ? '' : `:${lineNumber + 1}`}`];
    }),
  );
  const spent = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const name = names.get(id) ?? '';
    if (name !== '(idle)') spent.set(name, (spent.get(name) ?? 0) + (timeDeltas[at + 1] ?? 0));
  }
  const all = [...spent.values()].reduce((sum, time) => sum + time, 0);
  const sorted = [...spent].toSorted(([, one], [, other]) => other - one).slice(0, most);
  return sorted.map(
    ([name, time]) => `${((100 * time) / all).toFixed(1).padStart(5)} %  ${(time / 1000).toFixed(0).padStart(6)} ms  ${name}`,
  );
}
