import type { PolicyDocument } from '../../../policy/document/schema.ts';

/** A town as typed, with the villages of it that count; the whole town if none is named. */
export interface TypedTown {
  readonly town: string;
  /** Names with any usual separator. */
  readonly villages: string;
}

/** Lists of places as typed, by the fact that depends on them; the policy's own if absent. */
export type TypedPlaces = Readonly<Record<string, readonly TypedTown[]>>;

/** Lists of places in the form of the API. */
export type WirePlaces = Record<string, { town: string; villages?: string[] }[]>;

const BETWEEN = /[\u3001,\uff0c;\uff1b\n\t]+/;

/** A list of the policy, as a start for typing. */
export function typedTowns(towns: PolicyDocument['places'][string]['towns'], between: string): TypedTown[] {
  return towns.map(({ town, villages = [] }) => ({ town, villages: villages.join(between) }));
}

/** The lists of a form in the form of the API; blank lines are left out. */
export function wirePlaces(places: TypedPlaces): WirePlaces {
  return Object.fromEntries(
    Object.entries(places).map(([fact, towns]) => [
      fact,
      towns
        .filter((town) => !isBlankTown(town))
        .map(({ town, villages }) => ({ town: town.trim(), names: namesIn(villages) }))
        .map(({ town, names }) => ({ town, ...(names.length > 0 && { villages: names }) })),
    ]),
  );
}

/** Whether a line is blank. */
export function isBlankTown({ town, villages }: TypedTown): boolean {
  return town.trim() === '' && namesIn(villages).length === 0;
}

function namesIn(text: string): string[] {
  return text.split(BETWEEN).flatMap((name) => name.trim() || []);
}
