import { factOf } from '../facts/dictionary.ts';
import type { Stretch } from '../facts/timeline.ts';
import type { Policy } from '../policy/policy.ts';
import type { Plan } from './plan.ts';

/** Facts to ask for, in the order in which they were read, each with the allowances that read it. */
export type Asked = Map<string, Set<string>>;

/** A view of the facts of a stretch for one allowance. */
export interface Look {
  /** The stretch with only facts that are given or follow from a given place, without defaults. */
  givenOf(stretch: Stretch): Stretch;
  /** The same stretch; every fact that is read from it and not given is asked for. */
  at(stretch: Stretch): Stretch;
}

/** @param asked receives the facts that are read and not given */
export function lookerOf({ policy: { dictionary }, settings }: Plan, policy: Policy, allowance: string, asked: Asked): Look {
  /** The fact to ask for in place of this one, `null` where nothing is to be asked. */
  const questionFor = (index: number, { given, facts }: Stretch): string | null => {
    const fact = dictionary.facts[index];
    if (!fact || given[index] !== null) return null;
    const listed = policy.places.has(fact.id) || Object.hasOwn(settings.places ?? {}, fact.id);
    if (fact.type !== 'boolean' || !fact.place || !listed) return fact.id;
    const [town, village] = [factOf(dictionary, fact.place.town), factOf(dictionary, fact.place.village)];
    if (given[town.index] === null) return town.id;
    return facts[index] === null ? village.id : null;
  };
  return {
    givenOf: (stretch) => ({
      ...stretch,
      facts: stretch.facts.map((value, index) => (questionFor(index, stretch) === null ? value : null)),
    }),
    at(stretch) {
      const facts = new Proxy(stretch.facts as unknown[], {
        get(target, key) {
          const fact = typeof key === 'string' && /^\d+$/.test(key) ? questionFor(Number(key), stretch) : null;
          if (fact !== null) asked.set(fact, (asked.get(fact) ?? new Set()).add(allowance));
          return Reflect.get(target, key);
        },
      });
      return { ...stretch, facts: facts as Stretch['facts'] };
    },
  };
}
