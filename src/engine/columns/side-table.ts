import { ALL_MONTHS, type MonthSet } from '../../calendar/month-set.ts';
import { FAILS, UNKNOWN } from '../../words/grammar/word.ts';
import type { CompiledAllowance } from '../plan.ts';
import type { BitOf, Judged } from './judge.ts';
import { type Field, fieldsOf, type Layout } from './layout.ts';
import { type Group, groupByWindow, type Window } from './window.ts';

/** The maximum bits of a side table. */
export const SIDE_BITS = 14;
/** The maximum members of a side table, so that a packed integer has a bit for each. */
const MOST_MEMBERS = 31;
/**
 * The signs of a row that has to be looked at, whatever dates it has or only where a date falls in it; the other bits say what is missing.
 */
export const LOOK = 1 << 31;
export const LOOK_AT_DATE = 1 << 30;
/** Hence at most 30 distinct missing inputs. */
export const MOST_MISSING_INPUTS = 30;

/** A percentage of a number of the person: the column of the number, and the bit of what is missing where it is not given. */
export interface ColumnShare {
  readonly column: number;
  readonly percentUnits: number;
  readonly missingBit: number;
}

/** An allowance that needs a look at each row in which it may hold. */
export interface Single extends Judged {
  readonly toTeacher: boolean;
  readonly set: MonthSet;
  /** How many months are paid at most, the first ones. */
  readonly atMost: number;
  readonly isYearly: boolean;
  /** Whether it is paid in each of its months. */
  readonly isRegular: boolean;
  /** The column of the date at which it is paid, -1 where it is not paid at one. */
  readonly date: number;
  /** Set where its amount is a percentage of one number of the person. */
  readonly share: ColumnShare | null;
  /** Where to find the facts that its amount reads, if it rests on numbers of the person. */
  readonly fields: readonly Field[];
  readonly measures: readonly { readonly column: number; readonly index: number }[];
}

/** What pays now and then, or nothing: one look tells what is missing, and whether any of it may pay. */
export interface SideTable extends Window {
  /** By key: what is missing whatever the row has besides, and {@link LOOK} or {@link LOOK_AT_DATE} where a single may hold. */
  readonly signs: Int32Array;
  /** By key: the singles that may hold, as bits. */
  readonly may: Int32Array;
  readonly singles: readonly Single[];
}

/** Whether an allowance never pays, though something may be missing for it in any month. */
export function isSilent(judged: Judged): boolean {
  return isSure(judged) && !judged.isMeasured && judged.rateFen.every((fen) => fen === 0);
}

/** Puts the allowances together that are silent or pay now and then. */
export function sideTables(judged: readonly Judged[], layout: Layout, bitOf: BitOf): SideTable[] {
  const open = judged.filter((one) => !isSilent(one) || one.missingBits.some((bits) => bits !== 0));
  return groupByWindow(open, SIDE_BITS, MOST_MEMBERS).map((group) => sideTable(group, layout, bitOf));
}

function sideTable({ shift, mask, members }: Group<Judged>, layout: Layout, bitOf: BitOf): SideTable {
  const signs = new Int32Array(mask + 1);
  const may = new Int32Array(mask + 1);
  const singles: Single[] = [];
  for (const one of members) {
    const look = layout.dates.length === 1 && one.allowance.rhythm.kind === 'dated' ? LOOK_AT_DATE : LOOK;
    const bit = isSilent(one) ? 0 : 1 << (singles.push(singleOf(one, layout, bitOf)) - 1);
    const sure = isSure(one);
    const [ownSigns, ownMay] = [new Int32Array(one.mask + 1), new Int32Array(one.mask + 1)];
    for (const [own, verdict] of one.verdicts.entries()) {
      if (sure && (bit === 0 || verdict === UNKNOWN)) ownSigns[own] = one.missingBits[own] as number;
      else if (verdict !== FAILS) [ownSigns[own], ownMay[own]] = [look, bit];
    }
    const by = one.shift - shift;
    for (let key = 0; key <= mask; key++) {
      const own = (key >>> by) & one.mask;
      signs[key] = (signs[key] as number) | (ownSigns[own] as number);
      may[key] = (may[key] as number) | (ownMay[own] as number);
    }
  }
  return { shift, mask, signs, may, singles };
}

/** Whether what is missing where a condition is unknown is missing in any month, whatever other months have. */
function isSure({ allowance }: Judged): boolean {
  return paysEachMonth(allowance) && allowance.months.set === ALL_MONTHS;
}

/** Whether an allowance is paid in each of its months, however many they are. */
export function paysEachMonth({ rhythm, months }: CompiledAllowance): boolean {
  return rhythm.kind === 'month' && months.atMost >= 12;
}

/** An allowance with what a look at a row takes. */
export function singleOf(judged: Judged, layout: Layout, bitOf: BitOf): Single {
  const { allowance } = judged;
  const { rhythm, months, node, amount } = allowance;
  const { share } = amount;
  return {
    ...judged,
    toTeacher: node.payee === 'teacher',
    set: months.set,
    atMost: months.atMost,
    isYearly: rhythm.kind === 'year',
    isRegular: paysEachMonth(allowance),
    date: rhythm.kind === 'dated' ? layout.dates.findIndex(({ id }) => id === rhythm.fact) : -1,
    share: share
      ? {
          column: layout.measures.findIndex(({ id }) => id === share.fact),
          percentUnits: share.percentUnits,
          missingBit: bitOf(allowance.id, { code: 'fact', fact: share.fact }),
        }
      : null,
    fields: fieldsOf(layout, amount.facts),
    measures: layout.measures.flatMap(({ id, index }, column) => (amount.facts.includes(id) ? [{ column, index }] : [])),
  };
}
