import type { FigureNode, ParameterNode } from '../../policy/document/schema.ts';
import type { Catalogue } from './catalogue.ts';

/** A rate that changes within a year. */
export interface DatedRate {
  /** The key of the parameter. */
  readonly key: string;
  readonly unit: ParameterNode['unit'];
  /** The month from which it applies, and the value from then on. */
  readonly from: string;
  readonly value: string;
  /** The value until then; `null` if there was none. */
  readonly before: string | null;
}

/**
 * The rates of an allowance that change during a year, after January.
 *
 * @param set the figures that a run has set, by key
 */
export function datedRates(
  { policy, parameters }: Catalogue,
  allowance: string,
  year: number,
  set: Readonly<Record<string, FigureNode | undefined>>,
): DatedRate[] {
  const named = textsIn(policy.document.allowances[allowance]?.pays);
  return parameters
    .filter(({ key }) => named.some((name) => key === name || key.startsWith(`${name}/`)))
    .flatMap(({ key, unit, figure }) => changesOf(set[key] ?? null, figure, year).map((change) => ({ key, unit, ...change })));
}

/** @param set what a run has set; a list applies from its first month on, until then the policy's own figure does */
function changesOf(set: FigureNode, own: FigureNode, year: number): Pick<DatedRate, 'from' | 'value' | 'before'>[] {
  const figure = set ?? own;
  if (!Array.isArray(figure)) return [];
  const inOrder = figure.toSorted((a, b) => (a.from < b.from ? -1 : 1));
  const until = (from: string) => (set === null ? null : valueBefore(own, from));
  return inOrder
    .map(({ from, value }, index) => ({ from, value, before: inOrder[index - 1]?.value ?? until(from) }))
    .filter(({ from }) => from > `${year}-01` && from <= `${year}-12`);
}

function valueBefore(figure: FigureNode, month: string): string | null {
  if (!Array.isArray(figure)) return figure;
  return figure.toSorted((a, b) => (a.from < b.from ? -1 : 1)).findLast(({ from }) => from < month)?.value ?? null;
}

function textsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(textsIn) : [];
}
