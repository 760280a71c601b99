import type { Served } from '../../calendar/served.ts';
import type { Dictionary, Fact, FactValue } from '../../facts/dictionary.ts';
import type { Fraction } from '../../money/fraction.ts';
import type { PayScale } from './pay-scale.ts';
import type { AmountNode, ConditionNode, Forms, NodeOf, Shape, WordNode } from './slots.ts';

/**
 * A fact or figure that is needed and absent; the date of a one-off that contradicts the employment, so that one of the two has to be
 * corrected; or a reading without a default, of which an option has to be chosen.
 */
export type MissingInput =
  | { readonly code: 'fact'; readonly fact: string }
  | { readonly code: 'no-figure'; readonly parameter: string }
  | { readonly code: 'outside-employment'; readonly fact: string }
  /** The end of a period that is going on decides whether it is long enough. */
  | { readonly code: 'open-period'; readonly fact: string }
  | { readonly code: 'reading'; readonly reading: string };
/** What a reader should know about an amount that is known. */
export type Note = { readonly code: 'top-step' | 'last-difference' | 'prorated' | 'capped' | 'below-zero' };
export type Diagnostic = MissingInput | Note;

/** Whether a diagnostic is a missing input rather than a note. */
export function isMissingInput(diagnostic: Diagnostic): diagnostic is MissingInput {
  return (
    diagnostic.code === 'fact' ||
    diagnostic.code === 'no-figure' ||
    diagnostic.code === 'outside-employment' ||
    diagnostic.code === 'open-period' ||
    diagnostic.code === 'reading'
  );
}

/** Whether two missing inputs are the same fact, figure or reading. */
export function sameInput(a: MissingInput, b: MissingInput): boolean {
  return a.code === b.code && subjectOf(a) === subjectOf(b);
}

/** The id of the fact or the reading, or the key of the parameter, that is missing. */
export function subjectOf(input: MissingInput): string {
  if (input.code === 'reading') return input.reading;
  return input.code === 'no-figure' ? input.parameter : input.fact;
}

/** The facts of one stretch of months, and its first month (0 to 11): rates may differ from month to month, not within a stretch. */
export interface FactRow {
  readonly facts: readonly FactValue[];
  readonly start: number;
  /** Which of several sums at a date falls in the month, from 0. */
  readonly instalment?: number;
  /** What the allowances pay that an amount rests on. */
  readonly items?: ItemsPaid;
  /** In a claim: what it rests on. */
  readonly claim?: ClaimRow;
}

/** What an allowance pays the person, in fen; not known where something is lacking. */
export interface ItemPaid {
  readonly fen: number;
  readonly lacks: readonly MissingInput[];
}

/** What allowances pay in the month of a row and in its whole year, by id. */
export type ItemsPaid = ReadonlyMap<string, { readonly month: ItemPaid; readonly year: ItemPaid }>;

/** An allowance of whose payments an amount is made, and whether of those of the month or of the year. */
export interface ItemNeed {
  readonly allowance: string;
  readonly of: 'month' | 'year';
}

/** What the amounts of a claim on a person may rest on. */
export interface ClaimRow {
  /** Fen that an allowance has paid the person until the date; `NOT_KNOWN` where something is missing, which is noted elsewhere. */
  paidFen(allowance: string): number;
  /** How long the person has served of how many years; `null` where the claim is not about a service. */
  readonly service: { readonly served: Served; readonly years: number } | null;
}

export const FAILS = 0;
export const HOLDS = 1;
export const UNKNOWN = 2;
/** An unknown fact makes a condition unknown only where the other facts do not decide it. */
export type Verdict = typeof FAILS | typeof HOLDS | typeof UNKNOWN;

/** What the result of a compiled word depends on. */
export interface Dependencies {
  /** Facts that it reads. */
  readonly facts: readonly string[];
  /** Readings that were consulted for it. */
  readonly readings: readonly string[];
}

export interface Condition extends Dependencies {
  /** The fact that is reported when it fails. */
  readonly fact: string | null;
  judge(row: FactRow): Verdict;
  /** Adds the facts that would decide it to `missing`; called only where it is unknown. */
  collectMissing(row: FactRow, missing: MissingInput[]): void;
}

/** Returned by an amount for which an input is missing; amounts themselves are never negative. */
export const NOT_KNOWN = -1;

/** What follows from numbers that all have to be known; else it is not known. */
export function ofKnown(numbers: readonly number[], make: () => number): number {
  return numbers.includes(NOT_KNOWN) ? NOT_KNOWN : make();
}

/** An amount that is a percentage of one number of the person, rounded half up to the fen, in every month of the year. */
export interface Share {
  /** The number; where it is not given, it is what is missing. */
  readonly fact: string;
  /** In units of a ten-thousandth of a percent; 1,000,000 is the number itself. */
  readonly percentUnits: number;
}

export interface Amount extends Dependencies {
  /** Parameters that it may read. */
  readonly parameters: readonly string[];
  /** The allowances that it rests on; what they pay has to be settled before. */
  readonly items?: readonly ItemNeed[];
  /** Set where {@link evaluate} computes nothing else, so that sums over many people need not call it. */
  readonly share?: Share | null;
  /** Whether it can be larger than each of the figures and facts in it, so that it can become too large to be exact. */
  readonly exceeds?: boolean;
  /**
   * Fen a month (or a year, or once, as its allowance says); `NOT_KNOWN` after adding the missing inputs to `found`, which also takes
   * notes.
   */
  evaluate(row: FactRow, found: Diagnostic[]): number;
  /** Set where it is a product: the same before it is rounded to the fen, `null` instead of `NOT_KNOWN`. */
  exact?(row: FactRow, found: Diagnostic[]): Fraction | null;
}

/** What `nothing` comes to: zero, whatever else is known. */
export const NOTHING: Amount = { facts: [], readings: [], parameters: [], evaluate: () => 0 };

/** The value of a parameter in each month of the year: fen, ten-thousandths of a percent, or a year; `null` while undetermined. */
export type Figure = readonly (number | null)[];

/** The whole of a number, in units of a ten-thousandth of a percent. */
export const WHOLE_UNITS = 1_000_000;

/** A figure in the month of a row; `NOT_KNOWN` after noting that it is undetermined. */
export function figureIn(figure: Figure, parameter: string, row: FactRow, found: Diagnostic[]): number {
  const value = figure[row.start];
  if (value !== null && value !== undefined) return value;
  found.push({ code: 'no-figure', parameter });
  return NOT_KNOWN;
}

/** The number of a fact in a row, in units of its code; `null` after noting that it is missing. */
export function numberIn({ id, index }: Pick<Fact, 'id' | 'index'>, { facts }: FactRow, found: Diagnostic[]): number | null {
  const code = facts[index];
  if (typeof code === 'number') return code;
  found.push({ code: 'fact', fact: id });
  return null;
}

/** What words are compiled against: one policy under the readings and parameters of one run. */
export interface Settings {
  readonly dictionary: Dictionary;
  readonly year: number;
  /** The pay scale in force in each of the twelve months, `null` where there is none. */
  readonly scales: readonly (PayScale | null)[];
  /** The option in effect for a reading. */
  chosen(reading: string): string;
  /** The figure of a parameter. */
  figure(key: string): Figure;
}

/**
 * One word for amounts. Its slots declare everything that a policy file may write with it; its schema, references, checks and coverage are
 * derived from them. Only its meaning is written out.
 */
export interface AmountWord<Key extends string = string, Node = WordNode> {
  /** The key that identifies it. */
  readonly key: Key;
  readonly slots: Shape;
  readonly forms: Forms;
  /** Whether the amount follows from the pay scale in force. */
  readonly readsScales: boolean;
  /** Whether it has a meaning in allowances alone, in claims alone, or only in a claim about a service. */
  readonly only: 'allowances' | 'claims' | 'services' | null;
  compile(node: Node, settings: Settings, amount: CompileAmount, condition: CompileCondition): Amount;
}

/** Compiles an amount inside a word. */
export type CompileAmount = (node: AmountNode) => Amount;
/** Compiles a condition inside a word, with all of its parts as one. */
export type CompileCondition = (node: ConditionNode) => Condition;

/** Makes a word for amounts. @param word its slots, one of them under its own key, and what it means */
export function amountWord<
  const K extends string,
  const S extends Shape & Record<K, object>,
  const F extends Forms = Record<never, Shape>,
>(word: {
  readonly key: K;
  readonly slots: S;
  readonly forms?: F;
  readonly readsScales?: true;
  readonly only?: 'allowances' | 'claims' | 'services';
  compile(node: NodeOf<S, F>, settings: Settings, amount: CompileAmount, condition: CompileCondition): Amount;
}): AmountWord<K, NodeOf<S, F>> {
  return { readsScales: false, only: null, ...word, forms: word.forms ?? {} };
}

/** A word for conditions that contains other conditions. */
export interface ConditionWord<Key extends string = string, Node = Readonly<Record<string, unknown>>> {
  /** The key that identifies it; no fact may have that name. */
  readonly key: Key;
  readonly slots: Shape;
  compile(node: Node, condition: CompileCondition): Condition;
}

/** Makes a word for conditions. @param word its slots, one of them under its own key, and what it means */
export function conditionWord<const K extends string, const S extends Shape & Record<K, object>>(word: {
  readonly key: K;
  readonly slots: S;
  compile(node: NodeOf<S>, condition: CompileCondition): Condition;
}): ConditionWord<K, NodeOf<S>> {
  return word;
}

/** What several words depend on together. */
export function dependenciesOf(parts: readonly Dependencies[]): Dependencies {
  return {
    facts: unique(parts.flatMap((part) => part.facts)),
    readings: unique(parts.flatMap((part) => part.readings)),
  };
}

/** What an amount depends on that is made of others. @param own what its word adds */
export function madeOf(
  parts: readonly Amount[],
  own: Partial<Omit<Amount, 'evaluate' | 'exact' | 'share'>> = {},
): Omit<Amount, 'evaluate'> {
  return {
    ...dependenciesOf([{ facts: [], readings: [], ...own }, ...parts]),
    parameters: unique([...(own.parameters ?? []), ...parts.flatMap((part) => part.parameters)]),
    exceeds: own.exceeds === true || parts.some((part) => part.exceeds),
    ...(parts.some((part) => part.items) && { items: parts.flatMap(({ items = [] }) => items) }),
  };
}

/** The distinct values, in order of first occurrence. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
