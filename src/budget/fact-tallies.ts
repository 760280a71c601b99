import { type Assumable, assumablesOf, isAssumed } from '../engine/explain.ts';
import type { Entitlement } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import { unreadFacts, unusedOf, unusedReader } from '../engine/unused.ts';
import type { CodedTeacher } from '../facts/coded-teacher.ts';
import type { Fact } from '../facts/dictionary.ts';
import type { Teacher } from '../facts/teacher.ts';

/** Counts the people behind each assumption: a fact that is not given for them, and the default used instead. */
export class AssumptionTally {
  readonly #plan: Plan;
  readonly #assumables: readonly Assumable[];
  readonly #counts: Float64Array;

  constructor(plan: Plan) {
    this.#plan = plan;
    // By a fact with a default a source may bear more or less, though nobody is paid otherwise.
    const ofFunding = plan.allowances.flatMap(({ funding }) => funding?.facts ?? []);
    this.#assumables = assumablesOf(plan, ofFunding);
    this.#counts = new Float64Array(this.#assumables.length);
  }

  /** @param count how many people are alike */
  add(entitlement: Entitlement, count: number): void {
    for (const [at, one] of this.#assumables.entries()) {
      if (isAssumed(one, entitlement, this.#plan)) this.#counts[at] = (this.#counts[at] as number) + count;
    }
  }

  /** The assumptions made for somebody. */
  list(): (Assumable & { readonly headcount: number })[] {
    return this.#assumables.flatMap((one, at) => {
      const headcount = this.#counts[at] as number;
      return headcount === 0 ? [] : [{ ...one, headcount }];
    });
  }
}

/** Counts the people for whom a fact is given that no rule in force reads. */
export class UnusedTally {
  readonly #plan: Plan;
  readonly #facts: readonly Fact[];
  readonly #counts: Float64Array;
  readonly #seen: Uint8Array;
  readonly #read: (teacher: CodedTeacher, seen: Uint8Array) => void;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#facts = unreadFacts(plan);
    this.#counts = new Float64Array(this.#facts.length);
    this.#seen = new Uint8Array(this.#facts.length);
    this.#read = unusedReader(plan);
  }

  /** @param count how many people are alike */
  add(teacher: Teacher, count: number): void {
    if (this.#facts.length === 0) return;
    for (const fact of unusedOf(this.#plan, teacher)) {
      const at = this.#facts.indexOf(fact);
      this.#counts[at] = (this.#counts[at] as number) + count;
    }
  }

  /** Reads a teacher as codes, which may be overwritten before {@link addSeen} counts what was seen. */
  see(teacher: CodedTeacher): void {
    this.#read(teacher, this.#seen);
  }

  addSeen(): void {
    for (let at = 0; at < this.#seen.length; at++) this.#counts[at] = (this.#counts[at] as number) + (this.#seen[at] as number);
  }

  /** The facts given for somebody, in the order of the dictionary. */
  list(): { readonly fact: string; readonly headcount: number }[] {
    return this.#facts.flatMap(({ id }, at) => (this.#counts[at] === 0 ? [] : [{ fact: id, headcount: this.#counts[at] as number }]));
  }
}
