import type { Flag, Meaning } from './meaning.ts';

/** What a column of yes and no says of somebody. */
export interface SetFlag extends Flag {
  readonly meaning: Meaning;
  readonly isSet: boolean;
}

/**
 * Takes over what columns of yes and no say: a yes gives its fact the value that it is about, a no says only that it is not that one.
 *
 * @param values by fact; a fact that has no value and is given one by a flag has it afterwards
 * @returns the meanings of columns that contradict the value of their fact, or one another
 */
export function applyFlags(values: Record<string, unknown>, flags: readonly SetFlag[]): Meaning[] {
  const set = flags.filter(({ isSet }) => isSet);
  for (const { fact, value } of set) values[fact.id] ??= value;
  return flags.flatMap(({ fact, value, meaning, isSet }) => {
    const given = values[fact.id];
    const contradicts = isSet ? given !== value : given === value;
    return contradicts && isKnown(fact, given) ? [meaning] : [];
  });
}

/** What is no value of the fact is refused as such. */
function isKnown(fact: Flag['fact'], given: unknown): boolean {
  return typeof given === 'string' && Object.hasOwn(fact.values, given);
}
