import { type FactValue, factOf } from '../facts/dictionary.ts';
import type { Stretch } from '../facts/timeline.ts';
import type { CompiledDerivation } from '../words/derive.ts';
import type { ItemPaid, ItemsPaid } from '../words/grammar/word.ts';
import type { SettledStretch } from './items-paid.ts';
import type { Plan, Version } from './plan.ts';

/** Facts to ask for, in the order in which they were read, each with the allowances that read it. */
export type Asked = Map<string, Set<string>>;

/** Asks for a fact that some allowances read. */
export function askFor(fact: string, readers: readonly string[], asked: Asked): void {
  const known = asked.get(fact) ?? new Set();
  for (const one of readers) known.add(one);
  asked.set(fact, known);
}

/** A view of the facts of a stretch for some allowances. */
export interface Look {
  /** The stretch with only facts that are given, or follow from given ones, without defaults. */
  givenOf(stretch: Stretch): Stretch;
  /** The same stretch; every fact that is read from it and not given is asked for. */
  at(stretch: Stretch): Stretch;
}

/** What other allowances pay, of which each asks by itself: nothing, whichever it is. */
class Unasked extends Map<string, { readonly month: ItemPaid; readonly year: ItemPaid }> {
  override get(): { readonly month: ItemPaid; readonly year: ItemPaid } {
    return { month: NONE_PAID, year: NONE_PAID };
  }
}
const NONE_PAID: ItemPaid = { fen: 0, lacks: [] };
const UNASKED: ItemsPaid = new Unasked();

/**
 * @param readers the allowances for which the facts are read
 * @param asked receives those that are read and not given
 */
export function lookerOf(
  { policy: { dictionary }, settings }: Plan,
  { policy, derivations }: Pick<Version, 'policy' | 'derivations'>,
  readers: readonly string[],
  asked: Asked,
): Look {
  const derivedAt = new Map(derivations.map((one) => [one.index, one]));
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
  const ask = (fact: string) => askFor(fact, readers, asked);
  const givenOf = (stretch: Stretch): Stretch => {
    const facts = stretch.facts.map((value, index) => (questionFor(index, stretch) === null ? value : null));
    for (const { index, derive } of derivations) facts[index] = stretch.given[index] ?? derive({ facts, start: stretch.start });
    return { ...stretch, facts };
  };
  return {
    givenOf,
    at(stretch) {
      const given = givenOf(stretch).facts;
      /** What is asked for instead of a derived fact: what decides it, or the fact itself where its rules do not. */
      const askBehind = (derivation: CompiledDerivation, row: Stretch): void => {
        if (given[derivation.index] !== null) return;
        if (derivation.derive(row) !== null) return;
        for (const input of derivation.missingIn(row)) if (input.code === 'fact') ask(input.fact);
      };
      const row: SettledStretch = {
        ...stretch,
        items: UNASKED,
        facts: new Proxy(stretch.facts as FactValue[], {
          get(target, key) {
            const index = typeof key === 'string' && /^\d+$/.test(key) ? Number(key) : -1;
            const derivation = derivedAt.get(index);
            if (derivation) askBehind(derivation, row);
            else {
              const fact = questionFor(index, stretch);
              if (fact !== null) ask(fact);
            }
            return Reflect.get(target, key);
          },
        }),
      };
      return row;
    },
  };
}
