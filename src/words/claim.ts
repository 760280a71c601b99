import * as z from 'zod';
import { daysBetween } from '../calendar/month.ts';
import { factOf, isNeverWhenBlank } from '../facts/dictionary.ts';
import { percentOfFen } from '../money/fen.ts';
import { divideRounded } from '../money/rounding.ts';
import { compileAmount } from './amount.ts';
import { compileTable } from './amounts/table.ts';
import { AmountTooLargeError, MOST_FEN } from './amounts/too-large.ts';
import { type Choice, resolve } from './grammar/choice.ts';
import {
  type AmountNode,
  amount,
  choosable,
  condition,
  fact,
  list,
  mapping,
  oneOf,
  optional,
  orName,
  table,
  value,
} from './grammar/slots.ts';
import { type Amount, type Diagnostic, type FactRow, madeOf, NOT_KNOWN, ofKnown, type Settings, WHOLE_UNITS } from './grammar/word.ts';

/** A payment may be late by years; a larger number in a policy file is a mistake. */
const MOST_DAYS = 3660;
const by = optional(list(fact('enum')));

/** A penalty (违约金): a percentage of what is owed, or an amount. */
export const penaltySlot = choosable(
  orName(
    'none',
    mapping({}, { percent: { percent: table('by', { unit: 'percent', mayExceedWhole: true }), by }, amount: { amount: amount() } }),
  ),
);
/** A fee for paying late (滞纳金): a percentage a day of what is owed, or of that with the penalty, after so many days from a date on. */
export const lateSlot = choosable(
  orName(
    'none',
    mapping({
      perDay: table('by', { unit: 'percent', mayExceedWhole: true }),
      by,
      of: choosable(oneOf('owed', 'all')),
      from: fact('lasting-date'),
      after: choosable(value(z.int().min(0).max(MOST_DAYS), 'number')),
      to: fact('lasting-date'),
    }),
  ),
);

type PenaltyNode = 'none' | { percent: string; by?: string[] | undefined } | { amount: AmountNode };
type LateNode =
  | 'none'
  | {
      perDay: string;
      by?: string[] | undefined;
      of: 'owed' | 'all' | Choice<'owed' | 'all'>;
      from: string;
      after: number | Choice<number>;
      to: string;
    };

/** What a claim adds to what is owed, under the settings of a run. */
export interface Surcharge extends Omit<Amount, 'evaluate'> {
  /**
   * Fen; `NOT_KNOWN` after noting what is missing, or where it is a part of what is not known.
   *
   * @param owedFen what is owed back, and the penalty: either `NOT_KNOWN` where it is not known
   */
  evaluate(row: FactRow, owedFen: number, penaltyFen: number, found: Diagnostic[]): number;
}

/** A fee for paying late. */
export interface Late extends Surcharge {
  /** By how many days the payment is late; `null` after noting which date is missing. */
  daysIn(row: FactRow, found: Diagnostic[]): number | null;
}

/** Compiles a penalty. @returns `null` where there is none under the readings in effect; these in any case */
export function compilePenalty(
  node: PenaltyNode | Choice<PenaltyNode>,
  settings: Settings,
): { readonly penalty: Surcharge | null; readonly readings: readonly string[] } {
  const { value: chosen, readings } = resolve<PenaltyNode>(node, settings);
  if (chosen === 'none') return { penalty: null, readings };
  if ('amount' in chosen) {
    const own = compileAmount(chosen.amount, settings);
    return { penalty: { ...own, evaluate: (row, _owed, _penalty, found) => own.evaluate(row, found) }, readings };
  }
  const { facts, parameters, valueIn } = compileTable({ parameter: chosen.percent, ...(chosen.by && { by: chosen.by }) }, settings);
  const penalty: Surcharge = {
    ...madeOf([], { facts, parameters }),
    evaluate(row, owedFen, _penalty, found) {
      if (owedFen === 0) return 0;
      const units = valueIn(row, found);
      return ofKnown([owedFen, units], () => percentOfFen(owedFen, units));
    },
  };
  return { penalty, readings };
}

/** Compiles a fee for paying late. @returns as {@link compilePenalty} */
export function compileLate(
  node: LateNode | Choice<LateNode>,
  settings: Settings,
): { readonly late: Late | null; readonly readings: readonly string[] } {
  const { value: chosen, readings } = resolve<LateNode>(node, settings);
  if (chosen === 'none') return { late: null, readings };
  const rate = compileTable({ parameter: chosen.perDay, ...(chosen.by && { by: chosen.by }) }, settings);
  const base = resolve<'owed' | 'all'>(chosen.of, settings);
  const after = resolve<number>(chosen.after, settings);
  const [from, to] = [factOf(settings.dictionary, chosen.from), factOf(settings.dictionary, chosen.to)];
  const daysIn: Late['daysIn'] = ({ facts }, found) => {
    const [begins, ends] = [facts[from.index], facts[to.index]];
    // Where the days do not run, nothing is late.
    if (begins === null && isNeverWhenBlank(from)) return 0;
    for (const one of [from, to]) if (typeof facts[one.index] !== 'string') found.push({ code: 'fact', fact: one.id });
    if (typeof begins !== 'string' || typeof ends !== 'string') return null;
    return Math.max(0, daysBetween(begins, ends) - after.value);
  };
  const late: Late = {
    ...madeOf([], { facts: [from.id, to.id, ...rate.facts], parameters: rate.parameters, readings: [...base.readings, ...after.readings] }),
    daysIn,
    evaluate(row, owedFen, penaltyFen, found) {
      const parts = base.value === 'owed' ? [owedFen] : [owedFen, penaltyFen];
      const sum = ofKnown(parts, () => parts.reduce((all, fen) => all + fen, 0));
      if (sum === 0) return 0;
      const days = daysIn(row, found);
      if (days === 0) return 0;
      const units = rate.valueIn(row, found);
      if (sum === NOT_KNOWN || days === null || units === NOT_KNOWN) return NOT_KNOWN;
      const fen = divideRounded(BigInt(sum) * BigInt(units) * BigInt(days), BigInt(WHOLE_UNITS), 'half-up');
      if (fen > BigInt(MOST_FEN)) throw new AmountTooLargeError();
      return Number(fen);
    },
  };
  return { late, readings };
}

/** The rule of a claim on a person, but for its service: who owes, from which date on, what, and what is added to it. */
export const CLAIM_RULE = {
  when: condition(),
  at: fact('lasting-date'),
  owes: amount(),
  penalty: optional(penaltySlot),
  late: optional(lateSlot),
};
