import { factOf } from '../../facts/dictionary.ts';
import type { Fraction } from '../../money/fraction.ts';
import { resolve } from '../grammar/choice.ts';
import { isNumberText, type NumberText, numberText, PARTS_OF_ONE, partsOf, partsOfCode } from '../grammar/number.ts';
import { fact, list, mapping, optional, orValue, table, value } from '../grammar/slots.ts';
import { type Dependencies, type Diagnostic, type FactRow, NOT_KNOWN, numberIn, type Settings } from '../grammar/word.ts';
import { compileTable } from './table.ts';

const cell = { parameter: table('by', { unit: 'count' }), by: optional(list(fact('enum'))) };

/** A number: given outright, a number fact (`{fact: lessons}`), or a figure of unit `count` (`{parameter: days, by: [stage]}`). */
export const number = orValue(value(numberText, 'number'), mapping({}, { fact: { fact: fact('number') }, parameter: cell }));

const positive = numberText.refine((text) => !isNumberText(text) || partsOf(text) > 0n, 'divided-by-zero');
/** A number that something is divided by, so it cannot be 0. A figure of 0 is taken for none. */
export const divisor = orValue(value(positive, 'number'), mapping({}, { fact: { fact: fact('divisor') }, parameter: cell }));

type NumberNode = NumberText | { readonly fact: string } | { readonly parameter: string; readonly by?: string[] };

/** A number under the settings of a run. */
export interface CompiledNumber extends Dependencies {
  readonly parameters: readonly string[];
  /**
   * Its value in a row, `null` after noting what is missing.
   *
   * @param isDivisor whether 0 is none
   */
  valueIn(row: FactRow, found: Diagnostic[], isDivisor: boolean): Fraction | null;
}

/** Compiles a number. */
export function compileNumber(node: unknown, settings: Settings): CompiledNumber {
  const { value: chosen, readings } = resolve<NumberNode>(node as NumberNode, settings);
  const parts = (numerator: bigint): Fraction => ({ numerator, denominator: PARTS_OF_ONE });
  if (typeof chosen !== 'object') {
    const given = parts(partsOf(chosen));
    return { facts: [], parameters: [], readings, valueIn: () => given };
  }
  if ('fact' in chosen) {
    const count = factOf(settings.dictionary, chosen.fact);
    return {
      facts: [count.id],
      parameters: [],
      readings,
      valueIn(row, found) {
        const code = numberIn(count, row, found);
        return code === null ? null : parts(partsOfCode(code, count));
      },
    };
  }
  const { facts, parameters, keyIn, valueIn } = compileTable(chosen, settings);
  return {
    facts,
    parameters,
    readings,
    valueIn(row, found, isDivisor) {
      const units = valueIn(row, found);
      if (units === NOT_KNOWN) return null;
      if (units > 0 || !isDivisor) return parts(BigInt(units));
      found.push({ code: 'no-figure', parameter: keyIn(row) });
      return null;
    },
  };
}
