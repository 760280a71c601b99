import { totalFigures } from '../document/totals.ts';
import type { Check } from './check.ts';

/** A total that the text prints agrees with its parts; a figure by month counts for a number of months, any other for none, and none changes. */
export const checkTotals: Check = ({ document, parameters, report }) => {
  for (const [id, node] of Object.entries(document.totals)) {
    for (const [index, part] of node.of.entries()) {
      if (!('figure' in part)) continue;
      const at = ['totals', id, 'of', index];
      const parameter = parameters.get(part.figure);
      if (parameter?.unit !== 'yuan') continue;
      if ((parameter.period === 'month') !== (part.months !== undefined)) report(at, 'total-months', { parameter: part.figure });
      if (Array.isArray(parameter.figure)) report([...at, 'figure'], 'total-dated', { parameter: part.figure });
    }
    const { printed, computed, difference, agrees } = totalFigures(node, parameters);
    if (agrees === 'no')
      report(['totals', id, 'printed'], 'total-differs', { printed, computed: computed ?? '', difference: difference ?? '' });
  }
};
