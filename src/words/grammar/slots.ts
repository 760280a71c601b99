import type * as z from 'zod';
import type { Choice } from './choice.ts';
import type { NumberText } from './number.ts';
import type { Unit } from './unit.ts';

/** A word with its slots, identified by its key; the word that owns the key knows the rest. */
export type WordNode = Readonly<Record<string, unknown>>;
/** An amount: `nothing`, a word, or a choice among amounts. */
export type AmountNode = 'nothing' | WordNode;
export type ConditionNode = unknown;

/** What kind of fact a slot accepts. */
export type FactKind = 'money' | 'integer' | 'number' | 'divisor' | 'date' | 'lasting-date' | 'list' | 'enum' | 'periods' | 'beginning';
/** As which kind of number it is looked up in the quote of its clause. */
export type QuotedAs = 'percent' | 'years' | 'count' | 'number';
/**
 * The period that a figure of money is for, `any` where none is needed; `paid` is the period of the amount that it is part of, and `standard` the same or, of what is paid
 * by month, the year.
 */
export type FigurePeriod = 'month' | 'year' | 'once' | 'month-or-year' | 'any' | 'paid' | 'standard';
/** The parts of a policy whose entries are named elsewhere in it. */
export type Section = 'months' | 'allowances';

/** The type of what a slot holds, for the compiler alone: there is no such property at run time. */
interface Holds<T> {
  readonly holds?: T;
}

/** What a slot of a policy file holds, by kind. Code that walks a policy goes by these kinds, and never by the key of a word. */
interface Kinds {
  /** An amount: `nothing`, one of the words, or a choice among amounts. */
  amount: object;
  /** A condition; in a list, whether all have to hold, one of them, or none. */
  condition: { readonly wanted: 'all' | 'one' | 'none' };
  /** The key of one figure. */
  figure: {
    readonly unit: Unit;
    readonly period: FigurePeriod;
    readonly mayExceedWhole: boolean;
    readonly schema: z.ZodType<string> | null;
  };
  /** The key of a figure, or of a table of them, whose cell is chosen by the facts that the slot `by` beside it lists. */
  table: { readonly by: string; readonly unit: Unit; readonly period: FigurePeriod; readonly mayExceedWhole: boolean };
  /** The id of a fact. */
  fact: { readonly is: FactKind };
  /** One of the kinds of periods that the fact in the neighbouring slot `fact` has. */
  kindOf: { readonly fact: string };
  /** The name of an entry of another part of the policy. */
  named: { readonly section: Section; readonly schema: z.ZodType<string> };
  /** One of some names. */
  oneOf: { readonly names: readonly string[] };
  /** A value that refers to nothing else in the policy. */
  value: { readonly schema: z.ZodType; readonly quotedAs: QuotedAs | null };
  /** A mapping with slots of its own, and those of one of its forms, each identified by a key. */
  mapping: { readonly slots: Shape; readonly forms: Forms };
  list: { readonly of: Slot; readonly least: number; readonly most: number; readonly mayRepeat: boolean };
  record: { readonly key: z.ZodType<string>; readonly of: Slot };
  /** An entry for each value of the fact in the neighbouring slot `fact`. */
  byValue: { readonly fact: string; readonly of: Slot };
  /** An entry for each band of the fact in the neighbouring slot `fact`, in order. */
  byBand: { readonly fact: string; readonly of: Slot };
  optional: { readonly of: Slot };
  /** A name in place of the usual content. */
  orName: { readonly name: string; readonly of: Slot };
  /** A number or a text in place of a mapping. */
  orValue: { readonly value: SlotOf<'value'>; readonly of: Slot };
  choosable: { readonly of: Slot };
  refined: { readonly of: Slot; readonly check: (node: never) => boolean; readonly fault: string };
}

type Kind = keyof Kinds;
/** A slot of one kind. */
export type SlotOf<K extends Kind, T = unknown> = Readonly<Kinds[K]> & { readonly kind: K } & Holds<T>;
/** What a slot of a policy file may hold. */
export type Slot<T = unknown> = { [K in Kind]: SlotOf<K> }[Kind] & Holds<T>;
/** The slots of a mapping by their keys. */
export type Shape = Readonly<Record<string, Slot>>;
/** Further slots by the key that identifies the form; without any such key, the last form. */
export type Forms = Readonly<Record<string, Shape>>;

type Held<S> = S extends Holds<infer T> ? T : never;
type OptionalKey<S> = { [K in keyof S]: S[K] extends { readonly kind: 'optional' } ? K : never }[keyof S];
type ShapeNode<S> = { [K in Exclude<keyof S, OptionalKey<S>>]: Held<S[K]> } & { [K in OptionalKey<S>]?: Held<S[K]> };
/** What a file writes for a mapping of such slots. */
export type NodeOf<S extends Shape, F extends Forms = Record<never, Shape>> = ShapeNode<S> &
  ([keyof F] extends [never] ? unknown : { [K in keyof F]: ShapeNode<F[K]> }[keyof F]);

/** A slot for an amount. */
export const amount = (): SlotOf<'amount', AmountNode> => ({ kind: 'amount' });

/** A slot for a condition. @param wanted how many of the conditions in its list have to hold, for the enclosing condition to hold */
export const condition = (wanted: 'all' | 'one' | 'none' = 'all'): SlotOf<'condition', ConditionNode> => ({ kind: 'condition', wanted });

/**
 * A slot for the key of a figure.
 *
 * @param period of money: the period that it is for; by default that of the amount that it is part of
 * @param mayExceedWhole of a percentage: whether it may be above 100, as no part of a whole is
 * @param schema the form of the key, where a fault of form is reported before an unknown key
 */
export const figure = (
  unit: Unit,
  {
    period = 'paid',
    mayExceedWhole = false,
    schema = null,
  }: { period?: FigurePeriod; mayExceedWhole?: boolean; schema?: z.ZodType<string> | null } = {},
): SlotOf<'figure', string> => ({ kind: 'figure', unit, period, mayExceedWhole, schema });

/**
 * A slot for the key of a figure, or of a table.
 *
 * @param by the neighbouring slot that lists the facts by which a cell is chosen
 * @param period of money: the period that it is for; by default that of the amount that it is part of
 * @param mayExceedWhole of a percentage: whether it may be above 100
 */
export const table = (
  by: string,
  { unit = 'yuan', period = 'paid', mayExceedWhole = false }: { unit?: Unit; period?: FigurePeriod; mayExceedWhole?: boolean } = {},
): SlotOf<'table', string> => ({ kind: 'table', by, unit, period, mayExceedWhole });

/** A slot for the id of a fact. */
export const fact = (is: FactKind): SlotOf<'fact', string> => ({ kind: 'fact', is });

/** A slot for one of the kinds of a fact of periods. @param fact the neighbouring slot that names the fact */
export const kindOf = (fact: string): SlotOf<'kindOf', string> => ({ kind: 'kindOf', fact });

/** A slot for the name of an entry of another part of the policy. */
export const named = (section: Section, schema: z.ZodType<string>): SlotOf<'named', string> => ({ kind: 'named', section, schema });

/** A slot for one of some names. */
export const oneOf = <const N extends string>(...names: readonly N[]): SlotOf<'oneOf', N> => ({ kind: 'oneOf', names });

/**
 * A slot for a number or a text that refers to nothing else in the policy.
 *
 * @param quotedAs the kind as which it is looked up in the quote, if at all
 */
export const value = <T>(schema: z.ZodType<T>, quotedAs: QuotedAs | null = null): SlotOf<'value', T> => ({
  kind: 'value',
  schema,
  quotedAs,
});

/** A slot for a mapping. */
export const mapping = <const S extends Shape, const F extends Forms = Record<never, Shape>>(
  slots: S,
  forms?: F,
): SlotOf<'mapping', NodeOf<S, F>> => ({ kind: 'mapping', slots, forms: forms ?? {} });

/** A slot for a list. @param mayRepeat whether it may have the same entry twice */
export const list = <T>(of: Slot<T>, { least = 1, most = Number.POSITIVE_INFINITY, mayRepeat = false } = {}): SlotOf<'list', T[]> => ({
  kind: 'list',
  of,
  least,
  most,
  mayRepeat,
});

/** A slot for entries by names that the policy gives them. */
export const record = <T>(key: z.ZodType<string>, of: Slot<T>): SlotOf<'record', Record<string, T>> => ({ kind: 'record', key, of });

/** A slot for an entry for each value of a fact. @param fact the neighbouring slot that names the fact */
export const byValue = <T>(fact: string, of: Slot<T>): SlotOf<'byValue', Record<string, T>> => ({ kind: 'byValue', fact, of });

/** A band: what stands for numbers from one on, to that of the next band, which is not in it. */
export interface Band<T = AmountNode> {
  readonly from: NumberText;
  readonly amount: T;
}

/** A slot for bands of a number. @param fact the neighbouring slot that names the fact */
export const byBand = <T>(fact: string, of: Slot<T>): SlotOf<'byBand', Band<T>[]> => ({ kind: 'byBand', fact, of });

/** A slot that may be left out. */
export const optional = <T>(of: Slot<T>): SlotOf<'optional', T | undefined> => ({ kind: 'optional', of });

/** A slot in which a name may replace the usual content. */
export const orName = <const N extends string, T>(name: N, of: Slot<T>): SlotOf<'orName', N | T> => ({ kind: 'orName', name, of });

/** A slot for a number or a text, or for a mapping in its place. */
export const orValue = <V, T>(value: SlotOf<'value', V>, of: Slot<T>): SlotOf<'orValue', V | T> => ({ kind: 'orValue', value, of });

/** A slot whose value a reading may choose. */
export const choosable = <T>(of: Slot<T>): SlotOf<'choosable', T | Choice<T>> => ({ kind: 'choosable', of });

/** A slot with an additional constraint. @param fault the code of the fault where it is violated */
export const refined = <T>(of: Slot<T>, check: (node: NoInfer<T>) => boolean, fault: string): SlotOf<'refined', T> => ({
  kind: 'refined',
  of,
  check,
  fault,
});
