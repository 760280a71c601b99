import type { FactValue } from '../../facts/dictionary.ts';
import type { Cut } from '../../facts/timeline.ts';
import type { NodeOf, Shape } from './slots.ts';
import type { CompileCondition, Dependencies, FactRow, MissingInput, Settings } from './word.ts';

/** What kind of fact a derivation yields: yes or no, a number within bounds, or one of some values. */
export type Yields =
  | { readonly type: 'boolean' }
  | { readonly type: 'integer'; readonly minimum: number; readonly maximum: number }
  | { readonly type: 'enum'; readonly values: readonly string[] };

/** A derivation under the settings of a run. */
export interface Derived extends Dependencies {
  /** Months before which its value changes although the facts that it reads do not. */
  readonly cuts?: readonly Cut[];
  /** The value in a row of facts, in which those that it reads have theirs; `null` where it is not known. */
  derive(row: FactRow): FactValue;
  /**
   * Adds the inputs that would decide it to `missing`; called only where its value is not known. Where it adds none, all inputs are known
   * and the rules do not decide: then the fact itself has to be given.
   */
  collectMissing(row: FactRow, missing: MissingInput[]): void;
}

/** One word for derived facts: its slots say what a policy file may write with it. */
export interface DerivationWord<Key extends string = string, Node = Readonly<Record<string, unknown>>> {
  /** The key that identifies it. */
  readonly key: Key;
  readonly slots: Shape;
  yields(node: Node): Yields;
  compile(node: Node, settings: Settings, condition: CompileCondition): Derived;
}

/** Makes a word for derived facts. @param word its slots, one of them under its own key, and what it means */
export function derivationWord<const K extends string, const S extends Shape & Record<K, object>>(word: {
  readonly key: K;
  readonly slots: S;
  yields(node: NodeOf<S>): Yields;
  compile(node: NodeOf<S>, settings: Settings, condition: CompileCondition): Derived;
}): DerivationWord<K, NodeOf<S>> {
  return word;
}
