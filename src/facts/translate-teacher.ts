import type { Dictionary, Fact, FactValue, PeriodsFact } from './dictionary.ts';
import { readPeriods } from './periods.ts';
import type { Teacher } from './teacher.ts';
import { boundsOf, isBounded, knownPeriods } from './value.ts';

/**
 * Prepares to read teachers by a dictionary other than the one they were encoded by. Policies may declare a fact of the same name
 * differently; a value that the other dictionary does not have is unknown there.
 *
 * @param from the dictionary by which the teachers were encoded
 * @param to the dictionary by which they are to be read
 */
export function translationOf(from: Dictionary, to: Dictionary): (teacher: Teacher) => Teacher {
  if (from === to) return (teacher) => teacher;
  const pairs = to.facts.flatMap((fact) => {
    const written = from.byId.get(fact.id);
    return written ? [{ fact, written }] : [];
  });
  return ({ base, changes }) => {
    const translated: FactValue[] = new Array(to.facts.length).fill(null);
    for (const { fact, written } of pairs) translated[fact.index] = valueIn(fact, written, base[written.index] as FactValue);
    return {
      base: translated,
      changes: changes.map(({ from: month, named }) => ({
        from: month,
        named: named.flatMap(([written, value]): [Fact, FactValue][] => {
          const fact = to.byId.get(written.id);
          return fact?.monthly ? [[fact, valueIn(fact, written, value)]] : [];
        }),
      })),
    };
  };
}

/** A value of a fact as a value of the other fact of that name; `null` where that has no such value. */
function valueIn(fact: Fact, written: Fact, value: FactValue): FactValue {
  if (fact.type !== written.type) return null;
  if (fact.type === 'enum') return typeof value === 'string' && Object.hasOwn(fact.values, value) ? value : null;
  if (isBounded(fact)) {
    const [least, most] = boundsOf(fact);
    return typeof value === 'number' && value >= least && value <= most ? value : null;
  }
  if (fact.type === 'periods') return typeof value === 'string' && areKnown(fact, value) ? knownPeriods(fact, value) : null;
  return value;
}

/** Whether a fact has all kinds of some periods: one that it does not have could count as another. */
function areKnown({ kinds }: PeriodsFact, periods: string): boolean {
  return readPeriods(periods).every(({ kind }) => (kinds ? kind !== undefined && Object.hasOwn(kinds, kind) : kind === undefined));
}
