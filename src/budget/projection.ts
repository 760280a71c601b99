import { entitle } from '../engine/entitle.ts';
import type { Entitlement } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import type { FactValue } from '../facts/dictionary.ts';
import type { Teacher } from '../facts/teacher.ts';
import { apportion } from '../money/apportion.ts';
import { ExactSum } from '../money/exact-sum.ts';
import { type Factor, growthFactor, timesFactor } from '../money/growth.ts';
import { type FundingFigures, type FundingTally, fundingTallies } from './funding.ts';

/** The fact by which headcounts may grow differently. */
const GROUPED_BY = 'stage';

/** The assumed yearly growth of the headcount, in ten-thousandths of a percent. */
export interface HeadcountGrowth {
  readonly all: bigint;
  readonly byStage: Readonly<Record<string, bigint>>;
}

/** A future year: the same people under that year's plan, with a grown headcount. Amounts in fen, without envelopes. */
export interface ProjectedYear {
  /** People of today who are still employed in it. */
  readonly employed: number;
  readonly headcount: number;
  /** Whether nothing was missing for anybody. */
  readonly complete: boolean;
  readonly byStage: readonly { readonly stage: string | null; readonly headcount: number; readonly amountFen: bigint }[];
  /** In the order of the rows of the plan. */
  readonly byAllowance: readonly bigint[];
  /** In the order of the plan's allowances: what the sources of its funding bear, `null` where the text does not say. */
  readonly funding: readonly (FundingFigures | null)[];
}

interface Stage {
  employed: number;
  readonly sums: readonly ExactSum[];
  readonly funding: readonly (FundingTally | null)[];
}

/** A stage of a year with its amounts by row as they have grown. */
interface GrownStage {
  readonly stage: Stage;
  readonly ratio: Factor;
  readonly grown: readonly bigint[];
}

interface Year {
  readonly plan: Plan;
  readonly column: number | null;
  readonly stages: Map<FactValue, Stage>;
  complete: boolean;
}

/** Adds up future years, person by person; only sums by stage are kept. */
export class Projection {
  readonly #growth: HeadcountGrowth;
  readonly #years: readonly Year[];

  /** @param plans of the future years, in order: the first is one year away */
  constructor(plans: readonly Plan[], growth: HeadcountGrowth) {
    this.#growth = growth;
    this.#years = plans.map((plan) => ({
      plan,
      column: plan.policy.dictionary.byId.get(GROUPED_BY)?.index ?? null,
      stages: new Map(),
      complete: true,
    }));
  }

  /** The entitlement of a person in each year. @throws AmountTooLargeError */
  judge(teacher: Teacher): Entitlement[] {
    return this.#years.map(({ plan }) => entitle(plan, teacher));
  }

  /** Adds what {@link judge} found. @param count how many people are identical */
  add(entitlements: readonly Entitlement[], teacher: Teacher, count: number): void {
    for (const [at, { stretches, items }] of entitlements.entries()) {
      const year = this.#years[at] as Year;
      // A person belongs to the stage of the last employed month of that year, and to no other.
      const last = stretches.at(-1);
      if (!last) continue;
      const stage = stageOf(year, year.column === null ? null : (last.facts[year.column] ?? null));
      stage.employed += count;
      for (const item of items) {
        const { allowance, amountFen, paidStretches, missing } = item;
        if (missing.length > 0) year.complete = false;
        if (paidStretches !== null) stage.sums[allowance.row]?.add(amountFen, count);
        stage.funding[allowance.index]?.add(item, teacher, count);
      }
    }
  }

  /** The years so far. */
  close(): ProjectedYear[] {
    return this.#years.map((year, at) => this.#close(year, at + 1));
  }

  /**
   * The people of all stages grow to a number rounded half up; it is split among the stages by the largest remainder. The amounts of a
   * stage grow with its people, item by item, rounded half up to the fen.
   */
  #close({ plan, column, stages, complete }: Year, years: number): ProjectedYear {
    const order = orderOf(plan, column);
    const present = [...stages].sort(([a], [b]) => order(a) - order(b));
    const factors = present.map(([stage]) => growthFactor(this.#growthOf(stage), years));
    const denominator = growthFactor(0n, years).denominator;
    const shares = present.map(([, { employed }], at) => BigInt(employed) * (factors[at]?.numerator ?? 0n));
    const all = shares.reduce((sum, share) => sum + share, 0n);
    const headcounts = apportion(shares, denominator, timesFactor(1n, { numerator: all, denominator }));
    const ratios = present.map(([, { employed }], at): Factor => ({ numerator: headcounts[at] as bigint, denominator: BigInt(employed) }));
    const grown = present.map(([, { sums }], at) => sums.map((sum) => timesFactor(sum.value, ratios[at] as Factor)));
    const grownStages = present.map(([, stage], at): GrownStage => ({ stage, ratio: ratios[at] as Factor, grown: grown[at] as bigint[] }));
    return {
      employed: present.reduce((sum, [, { employed }]) => sum + employed, 0),
      headcount: Number(headcounts.reduce((sum, heads) => sum + heads, 0n)),
      complete,
      byStage: present.map(([stage], at) => ({
        stage: stage === null ? null : String(stage),
        headcount: Number(headcounts[at]),
        amountFen: (grown[at] as bigint[]).reduce((sum, fen) => sum + fen, 0n),
      })),
      byAllowance: plan.rows.map((_, row) => grown.reduce((sum, fen) => sum + (fen[row] as bigint), 0n)),
      funding: fundingTallies(plan).map((tally, index) => tally && this.#grownFunding(plan, index, tally, grownStages)),
    };
  }

  /** What the sources of an allowance bear of its grown amount; the amount of a stage is split among the versions that pay it. */
  #grownFunding({ allowances }: Plan, index: number, tally: FundingTally, stages: readonly GrownStage[]): FundingFigures {
    const row = allowances[index]?.row as number;
    const members = allowances.filter((one) => one.row === row);
    for (const { stage, ratio, grown } of stages) {
      const sums = members.map((one) => stage.funding[one.index]?.sumFen ?? 0n);
      const others = (stage.sums[row]?.value ?? 0n) - sums.reduce((sum, fen) => sum + fen, 0n);
      const shares = [...sums, others].map((fen) => fen * ratio.numerator);
      const parts = apportion(shares, ratio.denominator, grown[row] as bigint);
      const own = stage.funding[index];
      if (own) tally.addGrown(own, ratio, parts[members.findIndex((one) => one.index === index)] as bigint);
    }
    return tally.close();
  }

  #growthOf(stage: FactValue): bigint {
    const own = typeof stage === 'string' && Object.hasOwn(this.#growth.byStage, stage) ? this.#growth.byStage[stage] : undefined;
    return own ?? this.#growth.all;
  }
}

function stageOf({ plan, stages }: Year, value: FactValue): Stage {
  let stage = stages.get(value);
  if (!stage) {
    stage = { employed: 0, sums: plan.rows.map(() => new ExactSum()), funding: fundingTallies(plan) };
    stages.set(value, stage);
  }
  return stage;
}

/** The order of the dictionary; people without a stage come last. */
function orderOf(plan: Plan, column: number | null): (stage: FactValue) => number {
  const fact = column === null ? undefined : plan.policy.dictionary.facts[column];
  const values = fact?.type === 'enum' ? Object.keys(fact.values) : [];
  return (stage) => (stage === null ? values.length : values.indexOf(String(stage)));
}
