import { Columns } from '../engine/columns/columns.ts';
import { layOut, shareColumns } from '../engine/columns/layout.ts';
import { compileTables, FEW } from '../engine/columns/tables.ts';
import { ColumnSums } from '../engine/columns/totals.ts';
import { entitle } from '../engine/entitle.ts';
import { type Entitlement, isDueKnown } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import type { CodedTeacher, Packed } from '../facts/coded-teacher.ts';
import type { Teacher } from '../facts/teacher.ts';
import { type OpenFigures, OpenTally } from './open-tally.ts';
import { Tally } from './tally.ts';

/** The same people under another plan. */
export interface VariantFigures {
  readonly personalFen: bigint;
  readonly institutionFen: bigint;
  /** In the order of the rows of that plan. */
  readonly byAllowance: readonly bigint[];
  readonly gaining: number;
  readonly losing: number;
  readonly unchanged: number;
  /** What hangs on readings that are not chosen under it; `null` where all are. */
  readonly open: OpenFigures | null;
  /** Whether nothing is missing for anybody. */
  readonly isComplete: boolean;
}

/** The amounts of people under each plan that does not use columns, `null` under the others. */
export type Judged = readonly (Entitlement | null)[];

/** How many teachers are kept at a time. */
const AT_A_TIME = 4096;

/**
 * Sums up people under plans other than the baseline: scenarios, other options of readings. The engine computes the first few person by
 * person, and everybody under plans that tables cannot hold. The others are kept in columns, many at a time, and summed under one plan
 * after the other.
 */
export class Variants {
  readonly #variants: readonly Variant[];
  readonly #told: number;
  readonly #columns: Columns | null;
  readonly #kept: { readonly teacher: Teacher; readonly personalFen: bigint }[] = [];
  #seen = 0;

  /** @param told for how many of the first plans {@link add} returns what each person gains or loses, so that they do not use columns */
  constructor(plans: readonly Plan[], told: number) {
    const [first] = plans.slice(told);
    this.#variants = plans.map((plan, at) => ({
      plan,
      isInColumns: first !== undefined && at >= told && shareColumns(plan, first),
      tally: new Tally(plan.allowances),
      open: OpenTally.of(plan),
      sums: null,
      gaining: 0,
      losing: 0,
      unchanged: 0,
      isComplete: true,
    }));
    this.#told = told;
    const layout = first ? layOut(this.#variants.filter(({ isInColumns }) => isInColumns).map(({ plan }) => plan)) : null;
    this.#columns = first && layout ? new Columns(layout, first) : null;
  }

  /** How single teachers have to be packed. */
  get packing(): readonly Packed[] {
    return this.#columns?.packing ?? [];
  }

  /**
   * The amounts of people under the plans that do not use columns.
   *
   * @param coded a single teacher as codes of the reader, `null` where there is none
   * @throws AmountTooLargeError where an amount is too large under one of them; under the others none can be
   */
  judge(teacher: Teacher, coded: CodedTeacher | null): Judged {
    const isHeld = coded !== null && this.#columns?.holds(coded) === true;
    return this.#variants.map(({ plan, sums }) => (sums && isHeld ? null : entitle(plan, teacher)));
  }

  /**
   * Adds people who were judged.
   *
   * @param personalFen the total of one of them under the baseline
   * @param coded as it was judged; it is consumed
   * @returns by how many fen one of them has more under each of the first `told` plans
   */
  add(teacher: Teacher, judged: Judged, count: number, personalFen: bigint, coded: CodedTeacher | null): readonly bigint[] {
    const moved: bigint[] = [];
    for (const [at, entitlement] of judged.entries()) {
      if (entitlement === null) continue;
      const variant = this.#variants[at] as Variant;
      const there = variant.tally.add(entitlement, count);
      compare(variant, there, personalFen, count);
      variant.open?.add(entitlement, count);
      variant.isComplete &&= isDueKnown(entitlement);
      if (at < this.#told) moved.push(there - personalFen);
    }
    if (this.#columns) {
      if (coded && judged.includes(null)) this.#keep(this.#columns, coded, teacher, personalFen);
      if (++this.#seen === FEW) this.#makeTables(this.#columns);
    }
    return moved;
  }

  /** How the plans compare, in their order. */
  close(): VariantFigures[] {
    if (this.#columns) this.#flush(this.#columns);
    return this.#variants.map(({ plan, tally, open, gaining, losing, unchanged, isComplete }) => ({
      ...tally.close(),
      byAllowance: plan.rows.map(({ row }) => tally.amountFen(row)),
      open: open?.close() ?? null,
      gaining,
      losing,
      unchanged,
      isComplete,
    }));
  }

  #makeTables({ layout }: Columns): void {
    for (const variant of this.#variants.filter(({ isInColumns }) => isInColumns)) {
      const tables = compileTables(variant.plan, layout);
      variant.sums = tables && new ColumnSums(tables);
    }
  }

  #keep(columns: Columns, coded: CodedTeacher, teacher: Teacher, personalFen: bigint): void {
    columns.add(coded);
    this.#kept.push({ teacher, personalFen });
    if (this.#kept.length === AT_A_TIME) this.#flush(columns);
  }

  #flush(columns: Columns): void {
    for (const variant of this.#variants) {
      if (variant.sums === null) continue;
      const totals = variant.sums.of(columns);
      if (totals) {
        for (const [at, { personalFen }] of this.#kept.entries())
          compare(variant, BigInt(totals.personalFen[at] as number), personalFen, 1);
        variant.tally.addSums(totals.byRow);
        variant.isComplete &&= totals.missing.every((bits) => bits === 0);
      } else {
        for (const { teacher, personalFen } of this.#kept) {
          const entitlement = entitle(variant.plan, teacher);
          variant.open?.add(entitlement, 1);
          compare(variant, variant.tally.add(entitlement, 1), personalFen, 1);
          variant.isComplete &&= isDueKnown(entitlement);
        }
      }
    }
    columns.clear();
    this.#kept.length = 0;
  }
}

interface Variant {
  readonly plan: Plan;
  readonly tally: Tally;
  readonly open: OpenTally | null;
  readonly isInColumns: boolean;
  /** Set once there are tables for it. */
  sums: ColumnSums | null;
  gaining: number;
  losing: number;
  unchanged: number;
  isComplete: boolean;
}

function compare(variant: Variant, there: bigint, here: bigint, count: number): void {
  if (there > here) variant.gaining += count;
  else if (there < here) variant.losing += count;
  else variant.unchanged += count;
}
