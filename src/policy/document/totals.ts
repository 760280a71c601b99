import { formatFen } from '../../money/fen.ts';
import { lastDigitOf, parseSum } from '../../money/printed.ts';
import { divideRounded } from '../../money/rounding.ts';
import type { Parameter } from './figures.ts';
import type { PolicyDocument } from './schema.ts';

/**
 * How a printed total agrees with its parts: `exactly`; `rounded` to its last digit that is no trailing zero; by `more`, where the text says
 * 余, and by less than one of that digit; or not.
 */
export type Agreement = 'exactly' | 'rounded' | 'more' | 'no';

/** A total that a text prints, beside what its parts come to. */
export interface TotalFigures {
  /** As a plain amount, yuan with two decimals. */
  readonly printed: string;
  /** What the parts come to, exactly; `null` while a figure of theirs is undetermined. */
  readonly computed: string | null;
  /** What is computed less what is printed. */
  readonly difference: string | null;
  readonly agrees: Agreement | null;
}

export type TotalNode = PolicyDocument['totals'][string];

/**
 * Compares a printed total with its parts.
 *
 * @param parameters the figures of the policy by key; one that changes from month to month counts as undetermined
 */
export function totalFigures({ printed, more, of }: TotalNode, parameters: ReadonlyMap<string, Parameter>): TotalFigures {
  const printedFen = BigInt(parseSum(printed) ?? 0);
  const parts = of.map((part) => {
    const figure = 'amount' in part ? part.amount : parameters.get(part.figure)?.figure;
    const fen = typeof figure === 'string' ? parseSum(figure) : null;
    return fen === null ? null : BigInt(fen) * BigInt(part.count ?? 1) * BigInt(part.months ?? 1);
  });
  const plain = { printed: formatFen(printedFen) };
  if (parts.includes(null)) return { ...plain, computed: null, difference: null, agrees: null };
  const computed = parts.reduce<bigint>((sum, fen) => sum + (fen as bigint), 0n);
  const difference = computed - printedFen;
  const agrees = agreementOf(computed, printedFen, lastDigitOf(printed), more ?? false);
  return { ...plain, computed: formatFen(computed), difference: formatFen(difference), agrees };
}

function agreementOf(computed: bigint, printed: bigint, digit: bigint, more: boolean): Agreement {
  if (computed === printed) return 'exactly';
  if (more) return computed > printed && computed - printed < digit ? 'more' : 'no';
  return divideRounded(computed, digit) * digit === printed ? 'rounded' : 'no';
}

/** All printed totals of a policy by id. */
export function totalsOf({ totals }: PolicyDocument, parameters: ReadonlyMap<string, Parameter>): Record<string, TotalFigures> {
  return Object.fromEntries(Object.entries(totals).map(([id, node]) => [id, totalFigures(node, parameters)]));
}
