/** fast-check arbitraries of requests over many people under random policies. */
import fc from 'fast-check';
import { cohortArbitrary, payScalesArbitraryOf, placesArbitrary, yearArbitrary } from '../reference/arbitraries.ts';
import type { RequestTeacher } from '../reference/facts.ts';
import type { ReferenceRun } from '../reference/policy.ts';
import { datedDocumentArbitrary, overridesArbitrary, personArbitrary, readingsArbitrary, withOwnFacts } from './random-policy.ts';

/** Up to so many teachers, of whom some have the same id now and then. */
export function peopleArbitrary(year: number, maxLength: number): fc.Arbitrary<RequestTeacher[]> {
  const id = fc.nat({ max: 30 }).map((number) => `T${number}`);
  const person = fc.tuple(personArbitrary(year), id).map(([teacher, own]) => ({ ...teacher, id: own }));
  return fc.array(person, { maxLength });
}

/** A cohort of one or very many people. */
export function crowdArbitrary(year: number): fc.Arbitrary<{ readonly count: number; readonly facts: RequestTeacher }> {
  return cohortArbitrary(year).chain(({ count, facts }) => withOwnFacts(fc.constant(facts), year).map((own) => ({ count, facts: own })));
}

export type Rules = Pick<ReferenceRun, 'readings' | 'parameters' | 'places'>;

/** Readings, figures and places that a run, a scenario, or the rules known then set. */
export function rulesArbitrary(year: number): fc.Arbitrary<Rules> {
  return fc.record({ readings: readingsArbitrary, parameters: overridesArbitrary(year), places: placesArbitrary });
}

export interface Order<T> {
  readonly year: number;
  readonly document: unknown;
  readonly rules: Rules;
  readonly payScales: ReferenceRun['payScales'];
  readonly more: T;
}

/**
 * A random policy, a run, and what else a test needs in a year.
 *
 * @param more made once a year, because arbitraries are large
 */
export function orderArbitrary<T>(more: (year: number) => fc.Arbitrary<T>): fc.Arbitrary<Order<T>> {
  const known = new Map<number, fc.Arbitrary<Order<T>>>();
  return yearArbitrary.chain((year) => {
    const made =
      known.get(year) ??
      fc.record({
        year: fc.constant(year),
        document: datedDocumentArbitrary(year),
        rules: rulesArbitrary(year),
        payScales: payScalesArbitraryOf(year),
        more: more(year),
      });
    known.set(year, made);
    return made;
  });
}
