/** Where a place fact holds: whole towns, or some villages of a town. */
export interface PlaceTown {
  readonly town: string;
  /** The villages that count; all of the town where absent. */
  readonly villages?: readonly string[] | undefined;
}

/** Whether a town and village are in a list of places; `null` where the town is listed by village and the village is not known. */
export type PlaceTest = (town: string, village: string | null) => boolean | null;

/** Names match exactly after trimming and compatibility folding (full-width letters, composed characters). */
export function foldName(name: string): string {
  return UNIFIED.test(name) ? name : name.normalize('NFKC').trim();
}

/** Most names consist of unified ideographs alone and need no folding; testing for that costs a fraction of folding. */
const UNIFIED = /^[\u4e00-\u9fff]+$/;

/**
 * Compiles a list of places.
 *
 * A village means nothing without its town, because village names repeat from town to town.
 */
export function placeTest(places: readonly PlaceTown[]): PlaceTest {
  const towns = new Map(places.map(({ town, villages }) => [foldName(town), villages && new Set(villages.map(foldName))]));
  return (town, village) => {
    const name = foldName(town);
    if (!towns.has(name)) return false;
    const villages = towns.get(name);
    if (!villages) return true;
    return village === null ? null : villages.has(foldName(village));
  };
}
