import { AMOUNT_WORDS } from './amounts/amount-words.ts';
import { CONDITION_WORDS } from './conditions/condition-words.ts';
import { type Choice, isChoice } from './grammar/choice.ts';
import { has } from './grammar/has.ts';
import { numberText } from './grammar/number.ts';
import {
  type AmountNode,
  amount,
  type Band,
  type ConditionNode,
  condition,
  type Forms,
  type Shape,
  type Slot,
  type SlotOf,
  value,
  type WordNode,
} from './grammar/slots.ts';
import type { AmountWord, ConditionWord } from './grammar/word.ts';

/** The keys and list indices of a path. */
export type Path = readonly (string | number)[];
type Mapping = Readonly<Record<string, unknown>>;

/** What a walk can meet, by kind of slot. A choice or an optional slot is met as its content. */
interface Met {
  amount: { readonly slot: SlotOf<'amount'>; readonly node: WordNode; readonly word: AmountWord };
  condition: { readonly slot: SlotOf<'condition'>; readonly node: ConditionNode };
  /** A fact of a condition, and its required value. */
  test: { readonly fact: string; readonly node: unknown };
  /** A choice by a reading; its options stand in the slot `of`. */
  choice: { readonly of: Slot; readonly node: Choice<unknown> };
  figure: { readonly slot: SlotOf<'figure'>; readonly node: string };
  table: { readonly slot: SlotOf<'table'>; readonly node: string; readonly by: readonly string[] | undefined };
  fact: { readonly slot: SlotOf<'fact'>; readonly node: string };
  kindOf: { readonly slot: SlotOf<'kindOf'>; readonly node: string; readonly fact: string };
  named: { readonly slot: SlotOf<'named'>; readonly node: string };
  oneOf: { readonly slot: SlotOf<'oneOf'>; readonly node: string };
  value: { readonly slot: SlotOf<'value'>; readonly node: unknown };
  mapping: { readonly slot: Pick<SlotOf<'mapping'>, 'slots' | 'forms'>; readonly node: Mapping };
  list: { readonly slot: SlotOf<'list'>; readonly node: readonly unknown[] };
  record: { readonly slot: SlotOf<'record'>; readonly node: Mapping };
  byBand: { readonly slot: SlotOf<'byBand'>; readonly node: readonly Band<unknown>[]; readonly fact: string };
  byValue: { readonly slot: SlotOf<'byValue'>; readonly node: Mapping; readonly fact: string };
}

export type MetKind = keyof Met;
/** What is found at a path of a policy file: a node, and the slot that says what it is. */
export type Stand<K extends MetKind = MetKind> = {
  [One in K]: Met[One] & {
    readonly kind: One;
    readonly path: Path;
    /** The mapping that contains it, with its neighbours. */
    readonly beside: Mapping;
  };
}[K];

const AMOUNTS = new Map<string, AmountWord>(AMOUNT_WORDS.map((word) => [word.key, word as AmountWord]));
const CONDITIONS = new Map<string, ConditionWord>(CONDITION_WORDS.map((word) => [word.key, word as ConditionWord]));

/** The word of an amount, identified by its key. */
export function amountWordOf(node: unknown): AmountWord | undefined {
  return wordIn(AMOUNTS, node);
}

/** The word of a condition, identified by its key; a condition without one is `always`, a list, or facts and their required values. */
export function conditionWordOf(node: unknown): ConditionWord | undefined {
  return wordIn(CONDITIONS, node);
}

function wordIn<W>(words: ReadonlyMap<string, W>, node: unknown): W | undefined {
  for (const [key, word] of words) if (has(node, key)) return word;
  return undefined;
}

/** The slots of a mapping, with those of its form: the first form whose key it has, or else the last. */
export function slotsOf({ slots, forms }: { readonly slots: Shape; readonly forms: Forms }, node: unknown): Shape {
  const entries = Object.entries(forms);
  const [, form = {}] = entries.find(([key]) => has(node, key)) ?? entries.at(-1) ?? [];
  return { ...slots, ...form };
}

/**
 * The content of a slot.
 *
 * @param node of a document whose shape is valid
 * @returns `null` where the slot is left out, or holds a name or `nothing` instead
 * @throws Error where an amount has no word
 */
export function standIn(slot: Slot, node: unknown, path: Path, beside: Mapping = {}): Stand | null {
  const at = { path, beside };
  switch (slot.kind) {
    case 'optional':
      return node === undefined ? null : standIn(slot.of, node, path, beside);
    case 'refined':
      return standIn(slot.of, node, path, beside);
    case 'orName':
      return node === slot.name ? null : standIn(slot.of, node, path, beside);
    case 'orValue':
      return standIn(typeof node === 'object' ? slot.of : slot.value, node, path, beside);
    case 'choosable':
      return isChoice(node) ? { kind: 'choice', of: slot, node, ...at } : standIn(slot.of, node, path, beside);
    case 'amount': {
      if (node === 'nothing') return null;
      if (isChoice(node)) return { kind: 'choice', of: slot, node, ...at };
      const word = amountWordOf(node);
      if (!word) throw new Error(`no word for an amount among ${Object.keys(Object(node)).join(', ')}`);
      return { kind: 'amount', slot, node: node as WordNode, word, ...at };
    }
    case 'condition':
      return isChoice(node) ? { kind: 'choice', of: slot, node, ...at } : { kind: 'condition', slot, node, ...at };
    case 'table':
      return { kind: 'table', slot, node: node as string, by: beside[slot.by] as string[] | undefined, ...at };
    case 'kindOf':
      return { kind: 'kindOf', slot, node: node as string, fact: String(beside[slot.fact]), ...at };
    case 'byValue':
      return { kind: 'byValue', slot, node: node as Mapping, fact: String(beside[slot.fact]), ...at };
    case 'byBand':
      return { kind: 'byBand', slot, node: node as Band<unknown>[], fact: String(beside[slot.fact]), ...at };
    default:
      return { kind: slot.kind, slot, node, ...at } as Stand;
  }
}

/** The direct children, in the order of their slots. */
export function partsOf(stand: Stand): Stand[] {
  const { path, beside } = stand;
  const within = (slot: Slot, node: unknown, step: string | number, mapping = beside) =>
    standIn(slot, node, [...path, step], mapping) ?? [];
  const entries = (slot: Slot, node: Mapping) => Object.entries(node).flatMap(([key, one]) => within(slot, one, key));
  const filled = (slots: Shape, node: Mapping) => Object.entries(slots).flatMap(([key, slot]) => within(slot, node[key], key, node));
  switch (stand.kind) {
    case 'amount':
      return filled(slotsOf(stand.word, stand.node), stand.node);
    case 'condition': {
      const { node } = stand;
      if (Array.isArray(node)) return node.flatMap((part, index) => within(ALL, part, index));
      if (typeof node !== 'object' || node === null) return [];
      const word = conditionWordOf(node);
      if (word) return filled(word.slots, node as Mapping);
      return Object.entries(node).map(([fact, wanted]) => ({ kind: 'test', fact, node: wanted, path: [...path, fact], beside }));
    }
    case 'choice': {
      const { reading: _, ...options } = stand.node;
      return entries(stand.of, options);
    }
    case 'mapping':
      return filled(slotsOf(stand.slot, stand.node), stand.node);
    case 'list':
      return stand.node.flatMap((one, index) => within(stand.slot.of, one, index));
    case 'byBand':
      return stand.node.flatMap((band, index) => {
        const at = [...path, index];
        return [standIn(EDGE, band.from, [...at, 'from']), standIn(stand.slot.of, band.amount, [...at, 'amount'])].filter(
          (one) => one !== null,
        );
      });
    case 'record':
    case 'byValue':
      return entries(stand.slot.of, stand.node);
    default:
      return [];
  }
}

const ALL = condition();
const EDGE = value(numberText, 'number');

/** Callbacks by kind of slot; where one returns `false`, the children are skipped. */
export type Visitor = { readonly [K in MetKind]?: ((stand: Stand<K>) => unknown) | null };

/** Visits the content of a slot and everything in it, parents before children. */
export function visitSlot(slot: Slot, node: unknown, path: Path, visitor: Visitor): void {
  const visit = (stand: Stand): void => {
    const look = visitor[stand.kind] as ((stand: Stand) => unknown) | null | undefined;
    if (look?.(stand) !== false) for (const part of partsOf(stand)) visit(part);
  };
  const stand = standIn(slot, node, path);
  if (stand) visit(stand);
}

/** The words of an amount, the outermost first. */
export function wordsOf(node: AmountNode): AmountWord[] {
  const words: AmountWord[] = [];
  visitSlot(amount(), node, [], { amount: ({ word }) => words.push(word) });
  return words;
}
