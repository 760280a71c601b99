import { type ChangeRead, NOT_GIVEN, type Packed } from '../../facts/coded-teacher.ts';
import type { Dictionary } from '../../facts/dictionary.ts';
import type { PlaceJudge } from './place-judge.ts';

/** Lays a change over the facts of a person and over the packed ones. @returns these after it */
export type Overlay = (codes: Float64Array, texts: (string | null)[], packed: number, change: ChangeRead) => number;

/**
 * What is said of a fact lapses where a change names one that it follows and not the fact itself; what follows from a place is judged anew.
 *
 * @param packing of the packed facts
 */
export function overlayOf({ facts }: Dictionary, packing: readonly Packed[], places: PlaceJudge): Overlay {
  const followers = facts
    .filter(({ follows }) => follows.length > 0)
    .map((fact) => {
      const { mask, shift, absent } = packing.find((one) => one.fact === fact) ?? { mask: 0, shift: 0, absent: 0 };
      const leads = facts.filter(({ id }) => fact.follows.includes(id)).map(({ index }) => index);
      return { index: fact.index, leads, keep: ~(mask << shift), absentBits: absent << shift };
    });
  // Whether others follow a fact, or something is judged by it.
  const leads = Uint8Array.from(facts, ({ index }) =>
    Number(places.facts.has(index) || followers.some((one) => one.leads.includes(index))),
  );
  return (codes, texts, before, change) => {
    const { facts: named, size } = change;
    let packed = before;
    let isLed = 0;
    for (let at = 0; at < size; at++) isLed |= leads[named[at] as number] as number;
    if (isLed !== 0) {
      for (const follower of followers) {
        if (!follower.leads.some((lead) => isNamed(change, lead))) continue;
        packed = (packed & follower.keep) | follower.absentBits;
        codes[follower.index] = NOT_GIVEN;
      }
    }
    for (let at = 0; at < size; at++) {
      const fact = named[at] as number;
      codes[fact] = change.codes[at] as number;
      texts[fact] = change.texts[at] as string | null;
    }
    packed = (packed & change.keep) | change.packed;
    return isLed === 0 ? packed : places.judge(codes, texts, packed);
  };
}

function isNamed({ facts, size }: ChangeRead, fact: number): boolean {
  for (let at = 0; at < size; at++) if (facts[at] === fact) return true;
  return false;
}
