import { formatFen, parseYuan } from '../../money/fen.ts';
import type { FigureNode } from '../document/schema.ts';
import type { Check } from './check.ts';

/**
 * Parts of a number come to it, and those of a sum to no more than the whole: of dated figures in every month. An undetermined part
 * counts as 0, an undetermined whole as its ceiling.
 */
export const checkParts: Check = ({ document, parameters, report }) => {
  for (const [id, { count, parts }] of Object.entries(document.headcounts)) {
    const sum = Object.values(parts ?? {}).reduce((total, part) => total + part.count, 0);
    if (parts && sum > count) report(['headcounts', id, 'parts'], 'parts-exceed-whole', { sum, count });
    if (parts && sum < count) report(['headcounts', id, 'parts'], 'parts-below-whole', { sum, count });
  }
  for (const [id, { parameter, parts = {} }] of Object.entries(document.envelopes)) {
    const figure = (key: string): FigureNode => {
      const named = parameters.get(key);
      return named?.unit === 'yuan' ? named.figure : null;
    };
    const whole = figure(parameter);
    const ceiling = parameters.get(parameter)?.bounds.atMost ?? null;
    const split = Object.values(parts).map((part) => figure(part.parameter));
    for (const from of changesOf([whole, ...split])) {
      const most = fenFrom(whole, from) ?? fenFrom(ceiling, from);
      const sum = split.reduce((total, part) => total + (fenFrom(part, from) ?? 0), 0);
      if (most === null || sum <= most) continue;
      report(['envelopes', id, 'parts'], 'parts-exceed-whole', { sum: formatFen(sum), count: formatFen(most), from });
      break;
    }
  }
};

/** The months from which some of the figures hold, in their order; before them all there is the empty month. */
function changesOf(figures: readonly FigureNode[]): string[] {
  const months = figures.flatMap((figure) => (Array.isArray(figure) ? figure.map(({ from }) => from) : []));
  return ['', ...new Set(months.toSorted())];
}

/** What a figure is in a month, in fen; `null` while it is undetermined. */
function fenFrom(figure: FigureNode, month: string): number | null {
  const text = Array.isArray(figure) ? figure.findLast(({ from }) => from <= month)?.value : figure;
  return typeof text === 'string' ? parseYuan(text) : null;
}
