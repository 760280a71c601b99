import type { Item } from '../../engine/item.ts';
import type { CompiledAllowance, Plan } from '../../engine/plan.ts';
import { factOf } from '../../facts/dictionary.ts';
import type { Policy } from '../../policy/policy.ts';

/** The most lines remembered; beyond that, all are forgotten. */
const MOST_LINES = 2_000;
/** The types of facts with few values. */
const LISTED: ReadonlySet<string> = new Set(['enum', 'boolean']);

const LINES = new Map<string, Uint8Array>();
let memories = 0;

/**
 * Caches the written lines of one allowance, since similar teachers have equal lines. Lines that depend on a fact without a list of values,
 * such as a salary, or on what another allowance pays, are not cached.
 */
export class LineMemory {
  readonly #number = ++memories;
  /** The indices of the facts on which a line depends; `null` if lines are not cached. */
  readonly #facts: readonly number[] | null;

  constructor(plan: Plan, { facts, policy, amount }: CompiledAllowance) {
    const isListed = ({ dictionary }: Policy, id: string) => LISTED.has(factOf(dictionary, id).type);
    const areListed = facts.every((id) => isListed(policy, id) && isListed(plan.policy, id));
    this.#facts = areListed && !amount.items ? facts.map((id) => factOf(policy.dictionary, id).index) : null;
  }

  /** The cache key of a line, the same for all teachers with an equal line; `null` if the line is not cached. */
  keyOf({ paidStretches }: Item): string | null {
    if (this.#facts === null || paidStretches === null) return null;
    let key = `${this.#number}`;
    for (const { stretch, paid, rateFen, uncappedFen } of paidStretches) {
      if (uncappedFen !== undefined) return null;
      key += `;${paid}/${rateFen}/${stretch.start}/${stretch.end}`;
      for (const index of this.#facts) key += `/${stretch.facts[index] ?? ''}`;
    }
    return key;
  }

  recall(key: string): Uint8Array | undefined {
    return LINES.get(key);
  }

  keep(key: string, line: Uint8Array): void {
    if (LINES.size >= MOST_LINES) LINES.clear();
    LINES.set(key, line);
  }
}
