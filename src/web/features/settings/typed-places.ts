import type { PolicyDocument } from '../../../policy/document/schema.ts';

/** A town as typed, with the villages of it that count; all of it where none is named. */
export interface TypedTown {
  readonly town: string;
  /** Names with any usual mark between them. */
  readonly villages: string;
}

/** Lists of places as typed, by the fact that follows from them; the policy's own where there is none. */
export type TypedPlaces = Readonly<Record<string, readonly TypedTown[]>>;

/** Lists of places in the terms of the API. */
export type WirePlaces = Record<string, { town: string; villages?: string[] }[]>;

const BETWEEN = /[\u3001,\uff0c;\uff1b\n\t]+/;

/** A list of the policy, to be typed over. */
export function typedTowns(towns: PolicyDocument['places'][string]['towns'], between: string): TypedTown[] {
  return towns.map(({ town, villages = [] }) => ({ town, villages: villages.join(between) }));
}

/** Lists of a form as the API has them; a line in which nothing stands is none. */
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

/** Whether nothing stands in a line. */
export function isBlankTown({ town, villages }: TypedTown): boolean {
  return town.trim() === '' && namesIn(villages).length === 0;
}

function namesIn(text: string): string[] {
  return text.split(BETWEEN).flatMap((name) => name.trim() || []);
}
