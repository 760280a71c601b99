import { factOf } from '../facts/dictionary.ts';
import type { Derivation } from '../facts/timeline.ts';
import { compileConditions } from './condition.ts';
import { DERIVATION_WORDS } from './derivations/derivation-words.ts';
import { all } from './grammar/all.ts';
import type { DerivationWord, Yields } from './grammar/derivation.ts';
import { has } from './grammar/has.ts';
import { type Amount, type Condition, type Diagnostic, type FactRow, type MissingInput, type Settings, unique } from './grammar/word.ts';

/** A derived fact under the settings of a run. */
export interface CompiledDerivation extends Derivation {
  readonly fact: string;
  /** All facts that it rests on, those behind other derived facts included. */
  readonly inputs: readonly string[];
  /** The readings that were consulted for it. */
  readonly readings: readonly string[];
  /** The inputs that would decide it in a row where its value is not known; the fact itself where the rules do not decide it. */
  missingIn(row: FactRow): readonly MissingInput[];
}

/**
 * Compiles the derived facts of a policy.
 *
 * @param nodes as the policy file has them, in its order: each may read those above it
 * @throws Error where one names something undefined, which the checks of a policy exclude
 */
export function compileDerivations(nodes: Readonly<Record<string, object>>, settings: Settings): CompiledDerivation[] {
  const derivations: CompiledDerivation[] = [];
  for (const [fact, node] of Object.entries(nodes)) {
    const own = wordOf(node).compile(node as never, settings, (inner) => all(compileConditions(inner, settings)));
    const above = derivations.slice();
    const behind = above.filter((one) => own.facts.includes(one.fact));
    const { index } = factOf(settings.dictionary, fact);
    derivations.push({
      fact,
      index,
      inputs: withInputs(own.facts, above),
      readings: unique([...own.readings, ...behind.flatMap(({ readings }) => readings)]),
      ...(own.cuts && { cuts: own.cuts }),
      derive: own.derive,
      missingIn(row) {
        const missing: MissingInput[] = [];
        own.collectMissing(row, missing);
        return missing.length > 0 ? behindDerived(missing, row, above) : [{ code: 'fact', fact }];
      },
    });
  }
  return derivations;
}

/** What a derivation yields. @throws Error where it has no word */
export function yieldsOf(node: object): Yields {
  return wordOf(node).yields(node as never);
}

/** Some facts, each derived one followed by what it rests on; each once. */
export function withInputs(facts: readonly string[], derivations: readonly CompiledDerivation[]): string[] {
  return unique(facts.flatMap((id) => [id, ...(derivations.find(({ fact }) => fact === id)?.inputs ?? [])]));
}

/**
 * A condition or an amount that may read derived facts: where one of them is not known, what is missing is what would decide it, and the
 * readings consulted for it count too.
 */
export function throughDerived<T extends Condition | Amount>(part: T, derivations: readonly CompiledDerivation[]): T {
  const read = derivations.filter(({ fact }) => part.facts.includes(fact));
  if (read.length === 0) return part;
  const readings = unique([...part.readings, ...read.flatMap((one) => one.readings)]);
  if ('judge' in part) {
    return {
      ...part,
      readings,
      collectMissing(row: FactRow, missing: MissingInput[]) {
        const own: MissingInput[] = [];
        part.collectMissing(row, own);
        missing.push(...behindDerived(own, row, read));
      },
    };
  }
  return {
    ...part,
    readings,
    evaluate(row, found) {
      const own: typeof found = [];
      const fen = part.evaluate(row, own);
      // What another allowance lacks has been traced to what would decide it, in its own months.
      const traced = new Set<Diagnostic>([...(row.items?.values() ?? [])].flatMap(({ month, year }) => [...month.lacks, ...year.lacks]));
      found.push(...own.flatMap((one) => (traced.has(one) ? [one] : behindDerived([one], row, read))));
      return fen;
    },
  };
}

/** Diagnostics with the missing inputs of derived facts in place of these. */
export function behindDerived<T extends MissingInput | Diagnostic>(
  diagnostics: readonly T[],
  row: FactRow,
  derivations: readonly CompiledDerivation[],
): (T | MissingInput)[] {
  return diagnostics.flatMap((one): (T | MissingInput)[] => {
    const derived = one.code === 'fact' ? derivations.find(({ fact }) => fact === one.fact) : undefined;
    return derived ? [...derived.missingIn(row)] : [one];
  });
}

function wordOf(node: object): DerivationWord {
  const word = DERIVATION_WORDS.find(({ key }) => has(node, key));
  if (!word) throw new Error(`no word for a derived fact among ${Object.keys(node).join(', ')}`);
  return word as DerivationWord;
}
