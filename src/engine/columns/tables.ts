import { AmountTooLargeError } from '../../words/too-large.ts';
import { type Lack, sameLack, subjectOf } from '../../words/word.ts';
import type { Plan } from '../plan.ts';
import { isHeld } from './held.ts';
import { type BitOf, type Judged, judgeKeys } from './judge.ts';
import type { Layout } from './layout.ts';
import { type RateTable, rateTables } from './rate-table.ts';
import { isSilent, MOST_LACKS, paysEachMonth, type SideTable, type Single, sideTables, singleOf } from './side-table.ts';

/** For no more people than these are tables worth their making. */
export const FEW = 256;

/** What one pass over the rows looks up; mostly a plan needs no other. */
export interface Pass {
  readonly rates: RateTable | null;
  readonly side: SideTable | null;
}

/** A plan as tables over a layout. */
export interface Tables {
  readonly plan: Plan;
  readonly layout: Layout;
  /** The allowances of the plan in their order. */
  readonly judged: readonly Judged[];
  /** Everything that can be missing; so few that a word holds any of them beside two signs. */
  readonly lacks: readonly { readonly allowance: string; readonly lack: Lack }[];
}

/**
 * Compiles a plan to tables.
 *
 * @returns `null` where a year has more to it than tables hold (versions, rates that change, limits and ranks across allowances, instalments,
 *   terms of service, amounts that may grow too large): the engine goes through such a plan person by person
 */
export function compileTables(plan: Plan, layout: Layout): Tables | null {
  const lacks: Tables['lacks'][number][] = [];
  const bitOf: BitOf = (allowance, lack) => {
    const at = placeOf(lacks, allowance, lack);
    return 1 << (at < 0 ? lacks.push({ allowance, lack }) - 1 : at);
  };
  try {
    if (!isHeld(plan, layout)) return null;
    const judged = plan.allowances.map((allowance) => judgeKeys(allowance, layout, bitOf));
    return lacks.length > MOST_LACKS ? null : { plan, layout, judged, lacks };
  } catch (error) {
    if (error instanceof AmountTooLargeError) return null;
    throw error;
  }
}

/** The tables that go over the rows of many people. */
export function passesOf({ judged, layout, lacks }: Tables): Pass[] {
  const rates = rateTables(judged.filter(isRate));
  const sides = sideTables(
    judged.filter((one) => !isRate(one)),
    layout,
    bitReader(lacks),
  );
  return Array.from({ length: Math.max(rates.length, sides.length) }, (_, at) => ({ rates: rates[at] ?? null, side: sides[at] ?? null }));
}

/** The allowances of the plan in their order, each to be looked at by itself. */
export function singlesOf({ judged, layout, lacks }: Tables): Single[] {
  return judged.map((one) => singleOf(one, layout, bitReader(lacks)));
}

/** Tells the bit of a lack. @throws Error where tables were made without knowing of it */
export function bitReader(lacks: Tables['lacks']): BitOf {
  return (allowance, lack) => {
    const at = placeOf(lacks, allowance, lack);
    if (at < 0) throw new Error(`${allowance} can lack what its tables do not know of: ${subjectOf(lack)}`);
    return 1 << at;
  };
}

function placeOf(lacks: Tables['lacks'], allowance: string, lack: Lack): number {
  return lacks.findIndex((one) => one.allowance === allowance && sameLack(one.lack, lack));
}

/** Whether an allowance pays a rate every month by facts of few values alone. */
function isRate(one: Judged): boolean {
  return paysEachMonth(one.allowance) && !one.isMeasured && !isSilent(one);
}
