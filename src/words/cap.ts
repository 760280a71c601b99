import { compileAmount } from './amount.ts';
import { type Choice, resolve } from './grammar/choice.ts';
import { choosable, fact, list, mapping, optional, orName, table } from './grammar/slots.ts';
import { type Amount, madeOf, NOT_KNOWN, type Settings } from './grammar/word.ts';

/** A limit on several allowances together: a figure, a cell of a table, or none; a reading may choose among them. */
export type CapNode = 'none' | { parameter: string; by?: string[] | undefined };

const limit = mapping({ parameter: table('by', { period: 'month-or-year' }), by: optional(list(fact('enum'))) });
export const capSlot = choosable(orName('none', limit));

/** A cap under the settings of a run. */
export interface CompiledCap {
  /** The figure or table of the limit, and its value in a month; both `null` where there is none under the readings in effect. */
  readonly parameter: string | null;
  readonly limit: Amount | null;
  readonly readings: readonly string[];
}

/** Compiles the cap of a group. */
export function compileCap(node: CapNode | Choice<CapNode>, settings: Settings): CompiledCap {
  const { value, readings } = resolve<CapNode>(node, settings);
  return value === 'none'
    ? { parameter: null, limit: null, readings }
    : { parameter: value.parameter, limit: compileAmount(value, settings), readings };
}

/** An amount that is known only where the limits on it are known; an amount of 0 needs no limit. */
export function underLimits(amount: Amount, limits: readonly Amount[]): Amount {
  if (limits.length === 0) return amount;
  return {
    ...madeOf([amount, ...limits]),
    evaluate(row, found) {
      const fen = amount.evaluate(row, found);
      if (fen === NOT_KNOWN || fen === 0) return fen;
      const known = limits.map((limit) => limit.evaluate(row, found));
      return known.includes(NOT_KNOWN) ? NOT_KNOWN : fen;
    },
  };
}
