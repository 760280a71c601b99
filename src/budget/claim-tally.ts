import type { CompiledClaim } from '../engine/compiled-claim.ts';
import type { Claim, Entitlement } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { type MissingInput, subjectOf } from '../words/grammar/word.ts';

/** A claim that takes back what one allowance has paid, and nothing else; `null` where it is another kind. */
export function takenBack({ claim }: Claim): string | null {
  const [only, ...others] = claim.takesBack;
  return only !== undefined && others.length === 0 && claim.service !== null ? only : null;
}

/** What people owe, in fen; listed beside the totals of a budget, never in them. */
export interface ClaimFigures {
  readonly amountFen: bigint;
  /** How many people owe a sum that is known, and of how many something about a claim is not known. */
  readonly headcount: number;
  readonly openHeadcount: number;
  readonly byClaim: readonly {
    readonly claim: CompiledClaim;
    readonly headcount: number;
    readonly openHeadcount: number;
    readonly amountFen: bigint;
  }[];
  /** Of claims that take back what one allowance has paid: what is owed of it, without penalties. */
  readonly byAllowance: readonly {
    readonly allowance: string;
    readonly claim: CompiledClaim;
    readonly headcount: number;
    readonly amountFen: bigint;
  }[];
  readonly missing: readonly { readonly claim: CompiledClaim; readonly input: MissingInput; readonly headcount: number }[];
}

class Entry {
  readonly sum = new ExactSum();
  headcount = 0;
  openHeadcount = 0;
  readonly claim: CompiledClaim;

  constructor(claim: CompiledClaim) {
    this.claim = claim;
  }
}

/** Adds up claims person by person. */
export class ClaimTally {
  readonly #byClaim = new Map<string, Entry>();
  readonly #byAllowance = new Map<string, Entry>();
  readonly #missing = new Map<string, { claim: CompiledClaim; input: MissingInput; headcount: number }>();
  readonly #sum = new ExactSum();
  #headcount = 0;
  #openHeadcount = 0;

  /** @param count how many people are identical */
  add({ claims }: Pick<Entitlement, 'claims'>, count: number): void {
    if (claims.some(({ amountFen }) => amountFen !== null)) this.#headcount += count;
    if (claims.some(({ amountFen }) => amountFen === null)) this.#openHeadcount += count;
    const seen = new Set<Entry>();
    for (const one of claims) {
      const { claim, owedFen, amountFen, missing } = one;
      const entry = entryOf(this.#byClaim, claim.id, claim);
      for (const { input } of missing) this.#countMissing(claim, input, count);
      if (amountFen === null) {
        entry.openHeadcount += count;
        continue;
      }
      this.#sum.add(amountFen, count);
      entry.sum.add(amountFen, count);
      if (!seen.has(entry)) entry.headcount += count;
      seen.add(entry);
      const allowance = takenBack(one);
      if (allowance === null) continue;
      const taken = entryOf(this.#byAllowance, allowance, claim);
      taken.sum.add(owedFen ?? 0, count);
      if (!seen.has(taken)) taken.headcount += count;
      seen.add(taken);
    }
  }

  #countMissing(claim: CompiledClaim, input: MissingInput, count: number): void {
    const name = `${claim.id} ${input.code} ${subjectOf(input)}`;
    const known = this.#missing.get(name);
    if (known) known.headcount += count;
    else this.#missing.set(name, { claim, input, headcount: count });
  }

  /** The sums, in the order of the claims of the plan and of its allowances. */
  close({ rows, claiming }: Pick<Plan, 'rows' | 'claiming'>): ClaimFigures {
    const ids = claiming.flatMap(({ claims }) => claims.map(({ id }) => id));
    const placeOf = (allowance: string) => rows.find(({ id }) => id === allowance)?.row ?? rows.length;
    const byClaim = [...this.#byClaim.values()].toSorted((a, b) => ids.indexOf(a.claim.id) - ids.indexOf(b.claim.id));
    const byAllowance = [...this.#byAllowance].toSorted(([a], [b]) => placeOf(a) - placeOf(b));
    const missing = [...this.#missing.values()].toSorted((a, b) => ids.indexOf(a.claim.id) - ids.indexOf(b.claim.id));
    return {
      amountFen: this.#sum.value,
      headcount: this.#headcount,
      openHeadcount: this.#openHeadcount,
      byClaim: byClaim.map(({ claim, headcount, openHeadcount, sum }) => ({ claim, headcount, openHeadcount, amountFen: sum.value })),
      byAllowance: byAllowance.map(([allowance, { claim, headcount, sum }]) => ({ allowance, claim, headcount, amountFen: sum.value })),
      missing,
    };
  }
}

function entryOf(entries: Map<string, Entry>, name: string, claim: CompiledClaim): Entry {
  const entry = entries.get(name) ?? new Entry(claim);
  entries.set(name, entry);
  return entry;
}
