import { NOT_GIVEN } from '../../facts/coded-teacher.ts';
import type { FactValue } from '../../facts/dictionary.ts';
import { asFen, percentOfFen } from '../../money/fen.ts';
import { type Diagnostic, isMissingInput, NOT_KNOWN, UNKNOWN } from '../../words/grammar/word.ts';
import type { Columns } from './columns.ts';
import type { BitOf } from './judge.ts';
import { blankRow, type Field } from './layout.ts';
import type { Single } from './side-table.ts';
import { bitReader, type Tables } from './tables.ts';

/** Tells what an allowance pays by the facts of a row in which it may hold. */
export class SingleAmount {
  /** What was missing for the last amount, as bits. */
  missing = 0;
  /** Whether something was to be known of any amount so far, though it was known. */
  isNoted = false;
  readonly #bitOf: BitOf;
  readonly #row: { readonly facts: FactValue[]; readonly start: number };
  readonly #found: Diagnostic[] = [];

  constructor({ missingInputs, layout }: Pick<Tables, 'missingInputs' | 'layout'>) {
    this.#bitOf = bitReader(missingInputs);
    this.#row = { facts: blankRow(layout.dictionary), start: layout.start };
  }

  /** @returns fen, or `NOT_KNOWN` where something is {@link missing} */
  of(columns: Columns, single: Single, row: number): number {
    const { isMeasured, share } = single;
    const key = ((columns.packedRows[row] as number) >>> single.shift) & single.mask;
    const missing = single.missingBits[key] as number;
    this.missing = missing;
    if (!isMeasured || single.verdicts[key] === UNKNOWN) return missing === 0 ? (single.rateFen[key] as number) : NOT_KNOWN;
    if (share === null) return this.#evaluate(columns, single, row);
    const number = (columns.measures[share.column] as Float64Array)[row] as number;
    if (number !== NOT_GIVEN) return percentOfFen(number, share.percentUnits);
    this.missing = share.missingBit;
    return NOT_KNOWN;
  }

  #evaluate({ packedRows, measures }: Columns, single: Single, row: number): number {
    const { facts } = this.#row;
    for (let at = 0; at < single.fields.length; at++) {
      const { fact, shift, mask, values } = single.fields[at] as Field;
      facts[fact.index] = values[((packedRows[row] as number) >>> shift) & mask] as FactValue;
    }
    for (let at = 0; at < single.measures.length; at++) {
      const { column, index } = single.measures[at] as Single['measures'][number];
      const value = (measures[column] as Float64Array)[row] as number;
      facts[index] = value === NOT_GIVEN ? null : value;
    }
    const found = this.#found;
    found.length = 0;
    const fen = single.allowance.amount.evaluate(this.#row, found);
    for (const one of found) {
      if (isMissingInput(one)) this.missing |= this.#bitOf(single.allowance.id, one);
      else this.isNoted = true;
    }
    return this.missing === 0 ? asFen(fen) : NOT_KNOWN;
  }
}
