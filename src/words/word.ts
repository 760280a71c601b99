import type { Dictionary, FactValue } from '../facts/dictionary.ts';
import type { Cut } from '../facts/timeline.ts';
import type { PayScale } from './pay-scale.ts';
import type { AmountNode, ConditionNode, Forms, NodeOf, Shape } from './slots.ts';

/** A fact or a figure that is needed and not there; or the date of a one-off that contradicts the employment, so that one of them has to be corrected. */
export type Lack =
  | { readonly code: 'fact'; readonly fact: string }
  | { readonly code: 'no-figure'; readonly parameter: string }
  | { readonly code: 'outside-employment'; readonly fact: string };
/** What a reader should know of an amount that is known. */
export type Note = { readonly code: 'top-step' } | { readonly code: 'capped' };
export type Finding = Lack | Note;

/** Whether something is missing, or only to be known. */
export function isLack(finding: Finding): finding is Lack {
  return finding.code === 'fact' || finding.code === 'no-figure' || finding.code === 'outside-employment';
}

/** Whether two lacks are of the same fact or figure. */
export function sameLack(a: Lack, b: Lack): boolean {
  return a.code === b.code && subjectOf(a) === subjectOf(b);
}

/** The id of the fact, or the key of the parameter, that a lack is about. */
export function subjectOf(lack: Lack): string {
  return lack.code === 'no-figure' ? lack.parameter : lack.fact;
}

/** The facts of one stretch of months, and its first month (0 to 11): rates may differ from month to month, not within a stretch. */
export interface FactRow {
  readonly facts: readonly FactValue[];
  readonly start: number;
}

export const FAILS = 0;
export const HOLDS = 1;
export const UNKNOWN = 2;
/** A condition is decided or not: an unknown fact makes it unknown only where the others do not decide it. */
export type Verdict = typeof FAILS | typeof HOLDS | typeof UNKNOWN;

/** What the result of a compiled word depends on. */
export interface Dependencies {
  /** Facts that it reads. */
  readonly facts: readonly string[];
  /** Readings that were consulted for it. */
  readonly readings: readonly string[];
  /** Where it changes from month to month though no fact and no figure does. */
  readonly cuts?: readonly Cut[];
}

export interface Condition extends Dependencies {
  /** The fact that is named where it fails. */
  readonly fact: string | null;
  judge(row: FactRow): Verdict;
  /** Adds the facts that would decide it to `lacks`; called only where it is unknown. */
  lacking(row: FactRow, lacks: Lack[]): void;
}

/** Returned by an amount that lacks a fact or a figure; amounts themselves are never negative. */
export const NOT_KNOWN = -1;

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
  /** Set where {@link evaluate} comes to no more than that, so that sums over many people need not call it. */
  readonly share?: Share | null;
  /** Fen a month (or a year, or once, as its allowance says); `NOT_KNOWN` after adding what is lacking to `found`, where notes may go as well. */
  evaluate(row: FactRow, found: Finding[]): number;
}

/** The value of a parameter in each month of the year: fen, ten-thousandths of a percent, or a year; `null` while awaited. */
export type Figure = readonly (number | null)[];

/** All of a number, in units of a ten-thousandth of a percent. */
export const WHOLE_UNITS = 1_000_000;

/** A figure in the month of a row; `NOT_KNOWN` after noting that it is awaited. */
export function figureIn(figure: Figure, parameter: string, row: FactRow, found: Finding[]): number {
  const value = figure[row.start];
  if (value !== null && value !== undefined) return value;
  found.push({ code: 'no-figure', parameter });
  return NOT_KNOWN;
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
 * One word for amounts. Its slots say all that a policy file may write with it: from them follow its schema, what is looked up and checked, and what
 * coverage tries; only what it means is its own.
 */
export interface AmountWord<Key extends string = string, Node = AmountNode> {
  /** The key by which it is told. */
  readonly key: Key;
  readonly slots: Shape;
  readonly forms: Forms;
  /** Whether the amount can be larger than every one that it is made of. */
  readonly exceedsParts: boolean;
  /** Whether the amount follows from the pay scale in force. */
  readonly readsScales: boolean;
  compile(node: Node, settings: Settings, amount: CompileAmount, condition: CompileCondition): Amount;
}

/** Compiles an amount that a word holds. */
export type CompileAmount = (node: AmountNode) => Amount;
/** Compiles a condition that a word holds, all of its parts as one. */
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
  readonly exceedsParts?: true;
  readonly readsScales?: true;
  compile(node: NodeOf<S, F>, settings: Settings, amount: CompileAmount, condition: CompileCondition): Amount;
}): AmountWord<K, NodeOf<S, F>> {
  return { exceedsParts: false, readsScales: false, ...word, forms: word.forms ?? {} };
}

/** One word for conditions that holds others. */
export interface ConditionWord<Key extends string = string, Node = Readonly<Record<string, unknown>>> {
  /** The key by which it is told; no fact may be called that. */
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
  const cuts = parts.flatMap((part) => part.cuts ?? []);
  return {
    facts: unique(parts.flatMap((part) => part.facts)),
    readings: unique(parts.flatMap((part) => part.readings)),
    ...(cuts.length > 0 ? { cuts } : {}),
  };
}

/** The values in their order, each once. */
export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
