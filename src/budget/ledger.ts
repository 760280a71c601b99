import { countMonths, listMonths, NO_MONTHS } from '../calendar/month-set.ts';
import { CASH_MONTHS, cashOf, hasCash } from '../engine/cash.ts';
import { entitle } from '../engine/entitle.ts';
import type { Assumable } from '../engine/explain.ts';
import { type Entitlement, isComplete } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import type { CodedTeacher, Packed } from '../facts/coded-teacher.ts';
import type { Teacher } from '../facts/teacher.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { type MissingInput, subjectOf } from '../words/grammar/word.ts';
import { type ClaimFigures, ClaimTally } from './claim-tally.ts';
import { type BudgetCode, budgetCodeOf, NO_OWN_CODES, type OwnCodes } from './codes.ts';
import type { Dimension } from './dimensions.ts';
import { AssumptionTally, UnusedTally } from './fact-tallies.ts';
import { type FundingFigures, type FundingTally, fundingTallies } from './funding.ts';
import { type Group, Grouping } from './groups.ts';
import { type NoteCount, NoteTally } from './note-tally.ts';
import { type OpenFigures, OpenTally } from './open-tally.ts';
import { Tally } from './tally.ts';
import { type VariantFigures, Variants } from './variants.ts';

/** A missing input, and for how many people it is missing. */
export type MissingCount = MissingInput & { readonly allowance: string; readonly headcount: number };

/** An assumption, and for how many people it was made. */
export type AssumedCount = Pick<Assumable, 'fact' | 'value'> & { readonly headcount: number };

/** The sums of a budget, in fen; all exact, without envelopes. */
export interface BudgetFigures {
  readonly headcount: number;
  readonly incomplete: number;
  readonly personalFen: bigint;
  readonly institutionFen: bigint;
  readonly byAllowance: readonly { readonly allowance: string; readonly headcount: number; readonly amountFen: bigint }[];
  /** In the order of the plan's allowances: what the sources of its funding bear, `null` where the text does not say. */
  readonly funding: readonly (FundingFigures | null)[];
  readonly byMonth: readonly bigint[];
  /** By the month in which it is paid out, of this year and the next; `null` where that is always the month in which it is due. */
  readonly paidOut: readonly bigint[] | null;
  readonly byBudgetCode: readonly (BudgetCode & { readonly amountFen: bigint })[];
  readonly groups: readonly Group[];
  readonly missing: readonly MissingCount[];
  readonly notes: readonly NoteCount[];
  readonly assumed: readonly AssumedCount[];
  /** For how many people a fact is given that no rule in force reads. */
  readonly unused: readonly { readonly fact: string; readonly headcount: number }[];
  readonly claims: ClaimFigures;
  /** What hangs on readings that are not chosen; `null` where all are. */
  readonly open: OpenFigures | null;
  /** In the order of the plans given: how each other plan compares. */
  readonly variants: readonly VariantFigures[];
}

/** Adds up a budget teacher by teacher; only sums are kept. */
export class Ledger {
  readonly #plan: Plan;
  readonly #ownCodes: OwnCodes;
  readonly #variants: Variants;
  readonly #groups: Grouping | null;
  readonly #tally: Tally;
  readonly #people: number[];
  readonly #months = Array.from({ length: 12 }, () => new ExactSum());
  readonly #paidOut: readonly ExactSum[] | null;
  readonly #codes = new Map<string, { code: BudgetCode; sum: ExactSum }>();
  readonly #missing = new Map<string, MissingCount & { headcount: number }>();
  readonly #notes = new NoteTally();
  readonly #assumed: AssumptionTally;
  readonly #unused: UnusedTally;
  readonly #claims = new ClaimTally();
  readonly #open: OpenTally | null;
  readonly #funding: readonly (FundingTally | null)[];
  #headcount = 0;
  #incomplete = 0;
  /** People who are counted but have no employed month in the year, as after a mistake in a date. */
  #unemployed = 0;

  /**
   * @param plan the baseline
   * @param groupBy dimensions of the groups, none for no groups
   * @param variants other plans over the same people: scenarios, or other options of a reading
   * @param ownCodes budget codes that the run sets
   * @param told for how many of the first variants {@link add} returns what each person gains or loses
   */
  constructor(plan: Plan, groupBy: readonly Dimension[], variants: readonly Plan[], ownCodes: OwnCodes = NO_OWN_CODES, told = 0) {
    this.#plan = plan;
    this.#ownCodes = ownCodes;
    this.#paidOut = hasCash(plan) ? Array.from({ length: CASH_MONTHS }, () => new ExactSum()) : null;
    this.#tally = new Tally(plan.allowances);
    this.#assumed = new AssumptionTally(plan);
    this.#unused = new UnusedTally(plan);
    this.#people = plan.rows.map(() => 0);
    this.#funding = fundingTallies(plan);
    this.#open = OpenTally.of(plan);
    this.#variants = new Variants(variants, told);
    this.#groups =
      groupBy.length > 0
        ? new Grouping(
            groupBy,
            plan.policy.dictionary,
            plan.rows.map(({ id }) => id),
          )
        : null;
  }

  /** How single teachers have to be packed. */
  get packing(): readonly Packed[] {
    return this.#variants.packing;
  }

  /**
   * Adds people.
   *
   * @param count how many are identical: 1 for a teacher, more for a cohort
   * @param coded a single teacher as codes of the reader, which are consumed; `null` where there is none
   * @returns what each of them is entitled to, and by how many fen each one's personal total is more under each of the plans that are told
   *   of
   * @throws AmountTooLargeError before anything is added
   */
  add(
    teacher: Teacher,
    count = 1,
    coded: CodedTeacher | null = null,
  ): { readonly entitlement: Entitlement; readonly movedFen: readonly bigint[] } {
    // everything that can throw is computed before anything is added
    const entitlement = entitle(this.#plan, teacher);
    const others = this.#variants.judge(teacher, coded);
    this.#headcount += count;
    if (!isComplete(entitlement)) this.#incomplete += count;
    if (entitlement.employment.months === NO_MONTHS) this.#unemployed += count;
    const personal = this.#tally.add(entitlement, count);
    this.#post(entitlement, count);
    this.#notes.add(this.#plan, entitlement, count);
    this.#assumed.add(entitlement, count);
    this.#unused.add(teacher, count);
    this.#claims.add(entitlement, count);
    for (const item of entitlement.items) this.#funding[item.allowance.index]?.add(item, teacher, count);
    this.#open?.add(entitlement, count);
    this.#groups?.add(entitlement, count);
    const movedFen = this.#variants.add(teacher, others, count, personal, coded);
    return { entitlement, movedFen };
  }

  #post({ items }: Entitlement, count: number): void {
    const paid = new Set<number>();
    for (const item of items) {
      const { allowance, amountFen, paidStretches, missing } = item;
      for (const { input } of missing) this.#countMissing(allowance.id, input, count);
      if (amountFen === 0) continue;
      paid.add(allowance.row);
      if (this.#paidOut) for (const [month, fen] of cashOf(item).entries()) this.#paidOut[month]?.add(fen, count);
      for (const { stretch, paid: months, rateFen } of paidStretches ?? []) {
        if (months === 0) continue;
        for (const month of listMonths(months)) this.#months[month]?.add(rateFen, count);
        this.#code(budgetCodeOf(allowance, stretch.facts, this.#plan.policy.dictionary, this.#ownCodes)).add(
          rateFen * countMonths(months),
          count,
        );
      }
    }
    for (const row of paid) this.#people[row] = (this.#people[row] as number) + count;
  }

  #code(code: BudgetCode): ExactSum {
    const name = `${code.economic} ${code.functional}`;
    let entry = this.#codes.get(name);
    if (!entry) {
      entry = { code, sum: new ExactSum() };
      this.#codes.set(name, entry);
    }
    return entry.sum;
  }

  #countMissing(allowance: string, input: MissingInput, count: number): void {
    const name = `${allowance} ${subjectOf(input)} ${input.code}`;
    const entry = this.#missing.get(name);
    if (entry) entry.headcount += count;
    else this.#missing.set(name, { ...input, allowance, headcount: count });
  }

  /** The sums so far. */
  close(): BudgetFigures {
    const rows = new Map(this.#plan.rows.map(({ id, row }) => [id, row]));
    const order = (id: string) => rows.get(id) ?? rows.size;
    return {
      headcount: this.#headcount,
      incomplete: this.#incomplete,
      ...this.#tally.close(),
      byAllowance: this.#plan.rows.map(({ id, row }) => ({
        allowance: id,
        headcount: this.#people[row] as number,
        amountFen: this.#tally.amountFen(row),
      })),
      funding: this.#funding.map((tally) => tally?.close() ?? null),
      byMonth: this.#months.map((sum) => sum.value),
      paidOut: this.#paidOut?.map((sum) => sum.value) ?? null,
      byBudgetCode: [...this.#codes.entries()]
        .filter(([, { sum }]) => sum.value !== 0n)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([, { code, sum }]) => ({ ...code, amountFen: sum.value })),
      groups: this.#groups?.list() ?? [],
      missing: [...this.#missing.values()].sort(
        (a, b) => order(a.allowance) - order(b.allowance) || (subjectOf(a) < subjectOf(b) ? -1 : 1),
      ),
      notes: [
        ...(this.#unemployed === 0 ? [] : [{ code: 'no-month-employed' as const, headcount: this.#unemployed }]),
        ...this.#notes.list(this.#plan),
      ],
      assumed: this.#assumed.list(),
      unused: this.#unused.list(),
      claims: this.#claims.close(this.#plan),
      open: this.#open?.close() ?? null,
      variants: this.#variants.close(),
    };
  }
}
