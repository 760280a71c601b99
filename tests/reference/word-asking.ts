/**
 * What a document says of a person where the text does not decide and nothing is chosen: everything is reckoned under every option of
 * every such reading, and what is not the same under all of them is not known.
 */

export type Way = Readonly<Record<string, string>>;

interface Readings {
  readonly readings: Readonly<Record<string, { readonly default: string; readonly options: Readonly<Record<string, unknown>> }>>;
}

/** Every way to choose an option of each reading that has no default and is not chosen, beside what is chosen; one where there is none. */
export function waysToChoose({ readings }: Readings, chosen: Way = {}): Way[] {
  const open = Object.entries(readings).filter(([id, { default: usual }]) => (chosen[id] ?? usual) === 'ask');
  return open.reduce<Way[]>(
    (ways, [id, { options }]) => ways.flatMap((way) => Object.keys(options).map((option) => ({ ...way, [id]: option }))),
    [chosen],
  );
}

/** The readings of which another option alone, all else being equal, comes to something else. @param found what each way comes to, as text */
export function decisive(ways: readonly Way[], found: readonly string[]): string[] {
  const readings = Object.keys(ways[0] ?? {});
  const rest = (way: Way, reading: string) => JSON.stringify(readings.map((one) => one !== reading && way[one]));
  return readings.filter((reading) =>
    ways.some((one, a) => ways.some((other, b) => rest(one, reading) === rest(other, reading) && found[a] !== found[b])),
  );
}

/** The options under which something is so, of readings of which that is not every one; `null` where it is so in all ways. */
export function underWhich(ways: readonly Way[], isSo: readonly boolean[]): Record<string, string[]> | null {
  if (isSo.every(Boolean)) return null;
  const options = (reading: string, of: readonly Way[]) => [...new Set(of.map((way) => way[reading] as string))];
  const met = ways.filter((_, at) => isSo[at]);
  const open = Object.keys(ways[0] ?? {}).filter((reading) => options(reading, met).length < options(reading, ways).length);
  return Object.fromEntries(open.map((reading) => [reading, options(reading, met)]));
}
