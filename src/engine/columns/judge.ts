import { askedFor, type FactValue, factOf } from '../../facts/dictionary.ts';
import { asFen } from '../../money/fen.ts';
import {
  type Condition,
  type Diagnostic,
  FAILS,
  type FactRow,
  HOLDS,
  isMissingInput,
  type MissingInput,
  NOT_KNOWN,
  UNKNOWN,
  type Verdict,
} from '../../words/grammar/word.ts';
import type { CompiledAllowance } from '../plan.ts';
import { areFields, blankRow, type Field, fieldsOf, type Layout } from './layout.ts';
import { type Window, windowOver } from './window.ts';

/** One allowance, judged for every combination of the values of its facts of few values, which are the key. */
export interface Judged extends Window {
  readonly allowance: CompiledAllowance;
  /** Whether its amount depends on numbers of the person. */
  readonly isMeasured: boolean;
  /** By key; a key that encodes no value fails. */
  readonly verdicts: Uint8Array;
  /** By key: fen where it holds and is known, else 0. */
  readonly rateFen: Float64Array;
  /** By key: the missing inputs, as bits; a missing number of the person is not among them. */
  readonly missingBits: Int32Array;
}

/** The bit of a missing input. */
export type BitOf = (allowance: string, input: MissingInput) => number;

/**
 * Judges an allowance for all keys.
 *
 * @param allowance of a plan that tables hold
 * @throws AmountTooLargeError where an amount is
 */
export function judgeKeys(allowance: CompiledAllowance, layout: Layout, bitOf: BitOf): Judged {
  const { conditions, amount } = allowance;
  const fields = fieldsOf(layout, allowance.facts);
  const window = fields.reduce<Window>(windowOver, { shift: 0, mask: 0 });
  const isMeasured = !areFields(layout, amount.facts);
  if (isMeasured) {
    // Which number of the person can be missing is known beforehand; hence every missing input has its bit.
    const blank = blankRow(layout.dictionary);
    for (const id of amount.facts) {
      bitOf(allowance.id, { code: 'fact', fact: askedFor(factOf(layout.dictionary, id), layout.dictionary)(blank) });
    }
    for (const parameter of amount.parameters) bitOf(allowance.id, { code: 'no-figure', parameter });
  }
  const size = window.mask + 1;
  const judged = { verdicts: new Uint8Array(size), rateFen: new Float64Array(size), missingBits: new Int32Array(size) };
  const { verdicts, rateFen, missingBits } = judged;
  const own = fields.reduce((bits, { shift, mask }) => bits | (mask << (shift - window.shift)), 0);
  const facts = blankRow(layout.dictionary);
  for (let key = 0; key < size; key++) {
    if ((key & own) !== key) {
      verdicts[key] = verdicts[key & own] as number;
      rateFen[key] = rateFen[key & own] as number;
      missingBits[key] = missingBits[key & own] as number;
    } else if (readKey(key, fields, window.shift, facts)) {
      const found: Diagnostic[] = [];
      const row = { facts, start: layout.start };
      const verdict = judgeAll(conditions, row);
      verdicts[key] = verdict;
      if (verdict === UNKNOWN) found.push(...openFacts(conditions, row));
      else if (verdict === HOLDS && !isMeasured) rateFen[key] = fenOrNone(amount.evaluate(row, found));
      for (const one of found) if (isMissingInput(one)) missingBits[key] = (missingBits[key] as number) | bitOf(allowance.id, one);
    }
  }
  return { ...window, allowance, isMeasured, ...judged };
}

/** An unknown amount counts as 0; its missing inputs are recorded instead. */
function fenOrNone(fen: number): number {
  return fen === NOT_KNOWN ? 0 : asFen(fen);
}

/** Sets the facts for which a key stands; `false` where some bits of it stand for no value. */
function readKey(key: number, fields: readonly Field[], from: number, facts: FactValue[]): boolean {
  for (const { fact, shift, mask, values } of fields) {
    const value = values[(key >>> (shift - from)) & mask];
    if (value === undefined) return false;
    facts[fact.index] = value;
  }
  return true;
}

/** A failing condition decides, else an unknown one. */
function judgeAll(conditions: readonly Condition[], row: FactRow): Verdict {
  let all: Verdict = HOLDS;
  for (const condition of conditions) {
    const here = condition.judge(row);
    if (here === FAILS) return FAILS;
    if (here === UNKNOWN) all = UNKNOWN;
  }
  return all;
}

function openFacts(conditions: readonly Condition[], row: FactRow): MissingInput[] {
  const missing: MissingInput[] = [];
  for (const condition of conditions) if (condition.judge(row) === UNKNOWN) condition.collectMissing(row, missing);
  return missing;
}
