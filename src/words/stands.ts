import { AMOUNT_WORDS } from './amount-words.ts';
import { type Choice, isChoice } from './choice.ts';
import { CONDITION_WORDS } from './condition-words.ts';
import { has } from './form.ts';
import { type AmountNode, amount, type ConditionNode, condition, type Forms, type Shape, type Slot, type SlotOf } from './slots.ts';
import type { AmountWord, ConditionWord } from './word.ts';

/** The keys and the places in lists that lead to something. */
export type Path = readonly (string | number)[];
type Mapping = Readonly<Record<string, unknown>>;

/** What can be met on a walk, by kind of slot. What leaves something open (a choice, what is optional) is met as what it comes to. */
interface Met {
  amount: { readonly slot: SlotOf<'amount'>; readonly node: AmountNode; readonly word: AmountWord };
  condition: { readonly slot: SlotOf<'condition'>; readonly node: ConditionNode };
  /** A fact of a condition, and what it has to be. */
  test: { readonly fact: string; readonly node: unknown };
  /** A choice by a reading; its options stand in the slot `of`. */
  choice: { readonly of: Slot; readonly node: Choice<unknown> };
  figure: { readonly slot: SlotOf<'figure'>; readonly node: string };
  table: { readonly slot: SlotOf<'table'>; readonly node: string; readonly by: readonly string[] | undefined };
  fact: { readonly slot: SlotOf<'fact'>; readonly node: string };
  named: { readonly slot: SlotOf<'named'>; readonly node: string };
  oneOf: { readonly slot: SlotOf<'oneOf'>; readonly node: string };
  value: { readonly slot: SlotOf<'value'>; readonly node: unknown };
  mapping: { readonly slot: Pick<SlotOf<'mapping'>, 'slots' | 'forms'>; readonly node: Mapping };
  list: { readonly slot: SlotOf<'list'>; readonly node: readonly unknown[] };
  record: { readonly slot: SlotOf<'record'>; readonly node: Mapping };
  byValue: { readonly slot: SlotOf<'byValue'>; readonly node: Mapping; readonly fact: string };
}

export type MetKind = keyof Met;
/** What stands at a place of a policy file: a node, and the slot that says what it is. */
export type Stand<K extends MetKind = MetKind> = {
  [One in K]: Met[One] & {
    readonly kind: One;
    readonly path: Path;
    /** The mapping in which it stands, with what stands beside it. */
    readonly beside: Mapping;
  };
}[K];

const AMOUNTS = new Map<string, AmountWord>(AMOUNT_WORDS.map((word) => [word.key, word as AmountWord]));
const CONDITIONS = new Map<string, ConditionWord>(CONDITION_WORDS.map((word) => [word.key, word as ConditionWord]));

/** The word of an amount, told by its key. */
export function amountWordOf(node: unknown): AmountWord | undefined {
  return wordIn(AMOUNTS, node);
}

/** The word of a condition, told by its key; a condition without one is `always`, a list, or facts and what they have to be. */
export function conditionWordOf(node: unknown): ConditionWord | undefined {
  return wordIn(CONDITIONS, node);
}

function wordIn<W>(words: ReadonlyMap<string, W>, node: unknown): W | undefined {
  if (typeof node !== 'object' || node === null || Array.isArray(node)) return undefined;
  const key = Object.keys(node).find((one) => words.has(one));
  return key === undefined ? undefined : words.get(key);
}

/** The slots of a mapping, with those of the form that it has: the first of which it has the key, or else the last. */
export function slotsOf({ slots, forms }: { readonly slots: Shape; readonly forms: Forms }, node: unknown): Shape {
  const entries = Object.entries(forms);
  const [, form = {}] = entries.find(([key]) => has(node, key)) ?? entries.at(-1) ?? [];
  return { ...slots, ...form };
}

/**
 * What stands in a slot.
 *
 * @param node of a document whose shape is right
 * @returns `null` where nothing does: what may be left out, or a name in place of it
 * @throws Error where an amount is made of no word
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
    case 'choosable':
      return isChoice(node) ? { kind: 'choice', of: slot, node, ...at } : standIn(slot.of, node, path, beside);
    case 'amount': {
      if (isChoice(node)) return { kind: 'choice', of: slot, node, ...at };
      const word = amountWordOf(node);
      if (!word) throw new Error(`no word for an amount among ${Object.keys(Object(node)).join(', ')}`);
      return { kind: 'amount', slot, node: node as AmountNode, word, ...at };
    }
    case 'condition':
      return isChoice(node) ? { kind: 'choice', of: slot, node, ...at } : { kind: 'condition', slot, node, ...at };
    case 'table':
      return { kind: 'table', slot, node: node as string, by: beside[slot.by] as string[] | undefined, ...at };
    case 'byValue':
      return { kind: 'byValue', slot, node: node as Mapping, fact: String(beside[slot.fact]), ...at };
    default:
      return { kind: slot.kind, slot, node, ...at } as Stand;
  }
}

/** What stands directly within something, in the order of its slots. */
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
    case 'record':
    case 'byValue':
      return entries(stand.slot.of, stand.node);
    default:
      return [];
  }
}

const ALL = condition();

/** What is to be done with what is met, by its kind; what is within something is passed over where `false` is returned. */
export type Visitor = { readonly [K in MetKind]?: ((stand: Stand<K>) => unknown) | null };

/** Goes through what stands in a slot and within it: first a thing, then its parts. */
export function visitSlot(slot: Slot, node: unknown, path: Path, visitor: Visitor): void {
  const visit = (stand: Stand): void => {
    const look = visitor[stand.kind] as ((stand: Stand) => unknown) | null | undefined;
    if (look?.(stand) !== false) for (const part of partsOf(stand)) visit(part);
  };
  const stand = standIn(slot, node, path);
  if (stand) visit(stand);
}

/** The words that an amount is made of, its own first. */
export function wordsOf(node: AmountNode): AmountWord[] {
  const words: AmountWord[] = [];
  visitSlot(amount(), node, [], { amount: ({ word }) => words.push(word) });
  return words;
}
