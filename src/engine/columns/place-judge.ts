import { NOT_GIVEN } from '../../facts/coded-teacher.ts';
import { type Dictionary, type Fact, factOf } from '../../facts/dictionary.ts';
import type { PlaceTest } from '../../facts/place.ts';
import type { Field, Layout } from './layout.ts';

/** So many names of places are remembered. */
const MOST_NAMES = 500;

/** What follows from places. */
export interface PlaceJudge {
  /** The indices of the facts on which it rests: those that it judges, towns, and villages. */
  readonly facts: ReadonlySet<number>;
  /** Puts what follows into the packed facts, for the facts of a person as codes and texts. @returns these after it */
  readonly judge: (codes: Float64Array, texts: readonly (string | null)[], packed: number) => number;
}

/** Judges the facts of a layout that follow from places, where they are not given themselves. @param places by fact the list */
export function placeJudge({ fields, dictionary }: Layout, places: ReadonlyMap<string, PlaceTest>): PlaceJudge {
  const judges = fields.flatMap((field) => {
    const test = places.get(field.fact.id);
    return test && isPlaceFact(field.fact) ? [new FieldJudge(field, field.fact.place, test, dictionary)] : [];
  });
  return {
    facts: new Set(judges.flatMap(({ fact, town, village }) => [fact, town, village])),
    judge: (codes, texts, before) => {
      let packed = before;
      for (let at = 0; at < judges.length; at++) packed = (judges[at] as FieldJudge).judge(codes, texts, packed);
      return packed;
    },
  };
}

type PlaceFact = Extract<Fact, { type: 'boolean' }> & { place: { town: string; village: string } };

function isPlaceFact(fact: Fact): fact is PlaceFact {
  return fact.type === 'boolean' && fact.place !== undefined;
}

/** What is remembered of a town, as packed bits: what holds without a village, and, where the village decides, what holds in each. */
interface KnownTown {
  readonly bits: number;
  readonly villages: Map<string, number> | null;
}

/** Judges one fact; what was found of towns and villages is remembered. */
class FieldJudge {
  readonly fact: number;
  readonly town: number;
  readonly village: number;
  readonly #field: Field;
  readonly #test: PlaceTest;
  readonly #keep: number;
  /** What stands in where there is no town to go by. */
  readonly #unplaced: number;
  readonly #known = new Map<string, KnownTown>();
  #size = 0;

  constructor(field: Field, { town, village }: PlaceFact['place'], test: PlaceTest, dictionary: Dictionary) {
    this.fact = field.fact.index;
    this.town = factOf(dictionary, town).index;
    this.village = factOf(dictionary, village).index;
    this.#field = field;
    this.#test = test;
    this.#keep = ~(field.mask << field.shift);
    this.#unplaced = field.absent << field.shift;
  }

  judge(codes: Float64Array, texts: readonly (string | null)[], packed: number): number {
    return codes[this.fact] === NOT_GIVEN ? (packed & this.#keep) | this.#follows(codes, texts) : packed;
  }

  #follows(codes: Float64Array, texts: readonly (string | null)[]): number {
    if (codes[this.town] === NOT_GIVEN) return this.#unplaced;
    const town = texts[this.town] as string;
    const known = this.#known.get(town) ?? this.#learnTown(town);
    if (known.villages === null || codes[this.village] === NOT_GIVEN) return known.bits;
    const village = texts[this.village] as string;
    return known.villages.get(village) ?? this.#learnVillage(known.villages, town, village);
  }

  #learnTown(town: string): KnownTown {
    if (this.#size++ === MOST_NAMES) this.#forget();
    const villages = this.#test(town, null) === null ? new Map<string, number>() : null;
    const known = { bits: this.#bitsOf(town, null), villages };
    this.#known.set(town, known);
    return known;
  }

  #learnVillage(villages: Map<string, number>, town: string, village: string): number {
    const bits = this.#bitsOf(town, village);
    if (this.#size++ === MOST_NAMES) this.#forget();
    else villages.set(village, bits);
    return bits;
  }

  #forget(): void {
    this.#known.clear();
    this.#size = 0;
  }

  #bitsOf(town: string, village: string | null): number {
    return this.#field.values.indexOf(this.#test(town, village)) << this.#field.shift;
  }
}
