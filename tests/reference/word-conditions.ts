/** The conditions of the rule language for one month: they hold, fail, or are unknown (`null`). */
import { Decimal } from 'decimal.js';
import { askedFor, factEntries, type Given } from './word-facts.ts';

export interface Judged {
  /** The first fact that it names. */
  readonly fact: string | null;
  readonly holds: boolean | null;
  /** The facts that would decide it, where it is unknown. */
  readonly lacks: readonly string[];
}

/** Every word for conditions by its key. */
export const CONDITION_TWINS: Readonly<Record<string, (at: Record<string, unknown>, judged: (node: unknown) => Judged) => Judged>> = {
  any: (at, judged) => anyOf((at.any as unknown[]).map(judged)),
  not: (at, judged) => not(judged(at.not)),
};

/** The parts of a condition in file order; all of them must hold. */
export function conditionsOf(node: unknown, facts: Given, chosen: (reading: string) => string): Judged[] {
  const parts = (inner: unknown) => conditionsOf(inner, facts, chosen);
  if (node === 'always') return [];
  if (Array.isArray(node)) return node.flatMap(parts);
  const mapping = node as Record<string, unknown>;
  if (typeof mapping.reading === 'string') return parts(mapping[chosen(mapping.reading)]);
  const word = Object.entries(CONDITION_TWINS).find(([key]) => key in mapping);
  if (word) return [word[1](mapping, (inner) => allOf(parts(inner)))];
  return Object.entries(mapping).map(([fact, wanted]) => judge(fact, wanted, facts));
}

function judge(fact: string, wanted: unknown, facts: Given): Judged {
  const value = facts[fact] ?? null;
  const refused = typeof wanted === 'object' && wanted !== null && 'not' in wanted;
  const named = [refused ? wanted.not : wanted].flat();
  const undecided = factEntries[fact]?.values?.[String(value)]?.undecided === true && !named.includes(value);
  if (value === null || undecided) return { fact, holds: null, lacks: [askedFor(fact, facts)] };
  return { fact, holds: named.some((one) => isLike(value, one)) !== refused, lacks: [] };
}

/** Whether a value is the one that is named, or lies between the ends that are. */
function isLike(value: unknown, wanted: unknown): boolean {
  if (typeof wanted !== 'object' || wanted === null) return compare(value, wanted) === 0;
  const { atLeast, above, atMost, below } = wanted as Readonly<Record<string, unknown>>;
  return (
    (atLeast === undefined || compare(value, atLeast) >= 0) &&
    (above === undefined || compare(value, above) > 0) &&
    (atMost === undefined || compare(value, atMost) <= 0) &&
    (below === undefined || compare(value, below) < 0)
  );
}

/** A sum as documents print it (0.3万), in yuan; any other text as it is. */
function inYuan(text: string): string {
  const [, number, unit] = /^(\d+(?:\.\d+)?)([万亿])$/.exec(text) ?? [];
  return number === undefined ? text : new Decimal(number).times(unit === '万' ? 1e4 : 1e8).toFixed();
}

/** Numbers go by their value, however they are written; all else, days and months among it, goes by its letters. */
function compare(a: unknown, b: unknown): number {
  const [one, other] = [String(a), inYuan(String(b))];
  if ([one, other].every((text) => /^\d+(\.\d+)?$/.test(text))) return new Decimal(one).comparedTo(other);
  return one === other ? 0 : one < other ? -1 : 1;
}

const namedIn = (parts: readonly Judged[]): string | null => parts.find(({ fact }) => fact !== null)?.fact ?? null;
const lackedBy = (parts: readonly Judged[]): string[] => parts.filter(({ holds }) => holds === null).flatMap(({ lacks }) => lacks);

/** One that fails decides; else one that is unknown. */
export function allOf(parts: readonly Judged[]): Judged {
  const holds = parts.some((part) => part.holds === false) ? false : parts.some((part) => part.holds === null) ? null : true;
  return { fact: namedIn(parts), holds, lacks: holds === null ? lackedBy(parts) : [] };
}

/** One that holds decides; else one that is unknown. */
function anyOf(parts: readonly Judged[]): Judged {
  const holds = parts.some((part) => part.holds === true) ? true : parts.some((part) => part.holds === null) ? null : false;
  return { fact: namedIn(parts), holds, lacks: holds === null ? lackedBy(parts) : [] };
}

function not(part: Judged): Judged {
  return { ...part, holds: part.holds === null ? null : !part.holds };
}
