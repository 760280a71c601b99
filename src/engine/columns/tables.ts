import { AmountTooLargeError } from '../../words/amounts/too-large.ts';
import { type MissingInput, sameInput, subjectOf } from '../../words/grammar/word.ts';
import type { Plan } from '../plan.ts';
import { isHeld } from './held.ts';
import { type BitOf, type Judged, judgeKeys } from './judge.ts';
import type { Layout } from './layout.ts';
import { type RateTable, rateTables } from './rate-table.ts';
import { isSilent, MOST_MISSING_INPUTS, paysEachMonth, type SideTable, type Single, sideTables, singleOf } from './side-table.ts';

/** Up to this many people, making tables is not worth it. */
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
  /** Every input that can be missing; few enough for a packed integer to hold a bit for each, beside two flags. */
  readonly missingInputs: readonly { readonly allowance: string; readonly input: MissingInput }[];
}

/**
 * Compiles a plan to tables.
 *
 * @returns `null` where a year has more to it than tables hold (versions, rates that change, limits and ranks across allowances,
 *   instalments, amounts that may grow too large): the engine goes through such a plan person by person
 */
export function compileTables(plan: Plan, layout: Layout): Tables | null {
  const missingInputs: Tables['missingInputs'][number][] = [];
  const bitOf: BitOf = (allowance, input) => {
    const at = placeOf(missingInputs, allowance, input);
    return 1 << (at < 0 ? missingInputs.push({ allowance, input }) - 1 : at);
  };
  try {
    if (!isHeld(plan, layout)) return null;
    const judged = plan.allowances.map((allowance) => judgeKeys(allowance, layout, bitOf));
    return missingInputs.length > MOST_MISSING_INPUTS ? null : { plan, layout, judged, missingInputs };
  } catch (error) {
    if (error instanceof AmountTooLargeError) return null;
    throw error;
  }
}

/** The tables that go over the rows of many people. */
export function passesOf({ judged, layout, missingInputs }: Tables): Pass[] {
  const rates = rateTables(judged.filter(isRate));
  const sides = sideTables(
    judged.filter((one) => !isRate(one)),
    layout,
    bitReader(missingInputs),
  );
  return Array.from({ length: Math.max(rates.length, sides.length) }, (_, at) => ({ rates: rates[at] ?? null, side: sides[at] ?? null }));
}

/** The allowances of the plan in their order, each to be looked at by itself. */
export function singlesOf({ judged, layout, missingInputs }: Tables): Single[] {
  return judged.map((one) => singleOf(one, layout, bitReader(missingInputs)));
}

/** Reads the bit of a missing input. @throws Error where the tables were made without it */
export function bitReader(missingInputs: Tables['missingInputs']): BitOf {
  return (allowance, input) => {
    const at = placeOf(missingInputs, allowance, input);
    if (at < 0) throw new Error(`${allowance} has a missing input that its tables do not know of: ${subjectOf(input)}`);
    return 1 << at;
  };
}

function placeOf(missingInputs: Tables['missingInputs'], allowance: string, input: MissingInput): number {
  return missingInputs.findIndex((one) => one.allowance === allowance && sameInput(one.input, input));
}

/** Whether an allowance pays a rate every month by facts of few values alone. */
function isRate(one: Judged): boolean {
  return paysEachMonth(one.allowance) && !one.isMeasured && !isSilent(one);
}
