import type { Chosen } from '../policy/document/asking.ts';

/** One way to choose some readings. */
export interface Choice {
  readonly chosen: Chosen;
}

/** What a part of a sum comes to under one way to choose the readings that it rests on. */
export interface Summand extends Choice {
  readonly fen: bigint;
}

/**
 * The least and the most of a sum of parts over all ways to choose the readings that they rest on; several may rest on the same one, which
 * then has one option for all of them.
 *
 * @param parts each with its summand under every way
 */
export function extremesOf(parts: readonly (readonly Summand[])[]): { leastFen: bigint; mostFen: bigint } {
  let [leastFen, mostFen] = [0n, 0n];
  for (const linked of linkedParts(parts)) {
    const shared = sharedReading(linked);
    const found =
      shared === null
        ? (linked[0] as readonly Summand[]).map(({ fen }) => [fen, fen] as const)
        : optionsIn(linked, shared).map((option) => {
            const { leastFen: least, mostFen: most } = extremesOf(linked.map((summands) => under(summands, shared, option)));
            return [least, most] as const;
          });
    leastFen += found.map(([least]) => least).reduce((a, b) => (a < b ? a : b));
    mostFen += found.map(([, most]) => most).reduce((a, b) => (a > b ? a : b));
  }
  return { leastFen, mostFen };
}

/** The readings on which a part rests. */
function readingsOf(summands: readonly Summand[]): Set<string> {
  return new Set(summands.flatMap(({ chosen }) => Object.keys(chosen)));
}

/** Parts in groups that share no reading. */
function linkedParts(parts: readonly (readonly Summand[])[]): (readonly (readonly Summand[])[])[] {
  let groups: { readonly readings: ReadonlySet<string>; readonly parts: readonly (readonly Summand[])[] }[] = [];
  for (const part of parts) {
    const readings = readingsOf(part);
    const touched = groups.filter((group) => [...group.readings].some((reading) => readings.has(reading)));
    groups = [
      ...groups.filter((group) => !touched.includes(group)),
      {
        readings: new Set([...readings, ...touched.flatMap((group) => [...group.readings])]),
        parts: [...touched.flatMap((group) => group.parts), part],
      },
    ];
  }
  return groups.map((group) => group.parts);
}

/** The reading that most of several linked parts rest on; `null` of one part alone. */
function sharedReading(parts: readonly (readonly Summand[])[]): string | null {
  if (parts.length < 2) return null;
  const counts = new Map<string, number>();
  for (const part of parts) for (const reading of readingsOf(part)) counts.set(reading, (counts.get(reading) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

function optionsIn(parts: readonly (readonly Summand[])[], reading: string): string[] {
  return [...new Set(parts.flat().flatMap(({ chosen }) => chosen[reading] ?? []))];
}

/** The summands of a part under an option, which is then no more open. */
function under(summands: readonly Summand[], reading: string, option: string): Summand[] {
  return summands
    .filter(({ chosen }) => (chosen[reading] ?? option) === option)
    .map(({ chosen: { [reading]: _, ...chosen }, fen }) => ({ chosen, fen }));
}
