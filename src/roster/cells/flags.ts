import type { Flag, Meaning } from './meaning.ts';

/** What a yes/no column says about a person. */
export interface SetFlag extends Flag {
  readonly meaning: Meaning;
  readonly isSet: boolean;
}

/**
 * Applies yes/no columns: a yes gives the fact the value of the column, a no only says that the fact has another value.
 *
 * @param values by fact; facts without a value receive those given by flags
 * @returns the meanings of columns that contradict the value of their fact, or each other
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

/** A value that the fact does not have is refused elsewhere. */
function isKnown(fact: Flag['fact'], given: unknown): boolean {
  return typeof given === 'string' && Object.hasOwn(fact.values, given);
}
