import { NOT_GIVEN } from '../../facts/coded-teacher.ts';
import { type Dictionary, factOf } from '../../facts/dictionary.ts';
import type { PlaceTest } from '../../facts/place.ts';
import type { Field, Layout } from './layout.ts';

/** So many names of places are remembered. */
const MOST_NAMES = 500;

/** What follows from places, as bits of a word of facts, for the facts of a person as codes and texts. */
export type PlaceJudge = (codes: Float64Array, texts: readonly (string | null)[]) => number;

/** Whether a fact follows from a place where it is not given itself. */
export function isJudged({ fact }: Pick<Field, 'fact'>, places: ReadonlyMap<string, PlaceTest>): boolean {
  return fact.type === 'boolean' && fact.place !== undefined && places.has(fact.id);
}

/** Judges the facts of a layout that follow from places, where they are not given themselves. @param places by fact the list */
export function placeJudge({ fields, dictionary }: Layout, places: ReadonlyMap<string, PlaceTest>): PlaceJudge {
  const judges = fields.filter((field) => isJudged(field, places)).map((field) => codeJudge(field, places, dictionary));
  return (codes, texts) => {
    let bits = 0;
    for (let at = 0; at < judges.length; at++) {
      const { index, shift, judge } = judges[at] as (typeof judges)[number];
      if (codes[index] === NOT_GIVEN) bits |= judge(texts) << shift;
    }
    return bits;
  };
}

/** Judges one fact, as a code; each town and village is looked up once. */
function codeJudge({ fact, values, shift }: Field, places: ReadonlyMap<string, PlaceTest>, dictionary: Dictionary) {
  const test = places.get(fact.id) as PlaceTest;
  const place = (fact as Extract<Field['fact'], { type: 'boolean' }>).place as { town: string; village: string };
  const town = factOf(dictionary, place.town).index;
  const village = factOf(dictionary, place.village).index;
  const known = new Map<string, Map<string | null, number>>();
  let size = 0;
  const judge = (texts: readonly (string | null)[]): number => {
    const [inTown, inVillage] = [texts[town] as string | null, texts[village] as string | null];
    if (inTown === null) return values.indexOf(false);
    let codes = known.get(inTown);
    let code = codes?.get(inVillage);
    if (code === undefined) {
      code = values.indexOf(test(inTown, inVillage));
      if (size++ === MOST_NAMES) {
        known.clear();
        size = 0;
        codes = undefined;
      }
      if (!codes) {
        codes = new Map();
        known.set(inTown, codes);
      }
      codes.set(inVillage, code);
    }
    return code;
  };
  return { index: fact.index, shift, judge };
}
