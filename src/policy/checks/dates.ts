import type { FigureTree } from '../document/schema.ts';
import type { Step } from '../reading/fault.ts';
import type { Check, CheckContext } from './check.ts';

/**
 * Dates are in order: effective date and end; figures by month; targets after the document. A date of issue after the effective date is
 * reported.
 */
export const checkDates: Check = (context) => {
  const { document, report } = context;
  const { issuedOn, effectiveFrom, effectiveTo } = document;
  if (effectiveFrom !== null && effectiveTo !== null && effectiveFrom > effectiveTo) {
    const params = { name: 'effectiveTo', date: effectiveTo, before: 'effectiveFrom', earlier: effectiveFrom };
    report(['effectiveTo'], 'dates-out-of-order', params);
  }
  const [first, name] = effectiveFrom === null ? [effectiveTo, 'effectiveTo'] : [effectiveFrom, 'effectiveFrom'];
  if (issuedOn !== null && first !== null && first < issuedOn) report([name], 'retroactive', { name, date: first, issuedOn });
  for (const [key, { value, values }] of Object.entries(document.parameters)) {
    checkFigures(context, value ?? null, ['parameters', key, 'value']);
    checkFigures(context, values ?? null, ['parameters', key, 'values']);
  }
  const year = Number((issuedOn ?? '').slice(0, 4));
  for (const [id, { by }] of Object.entries(document.targets))
    if (by < year) report(['targets', id, 'by'], 'target-before-issue', { by, year });
  if (document.supersedes === document.id) report(['supersedes'], 'supersedes-itself', { id: document.id });
  if (document.supersedes !== undefined && effectiveFrom === null) report(['effectiveFrom'], 'supersedes-undated');
};

function checkFigures(context: CheckContext, tree: FigureTree, path: readonly Step[]): void {
  if (tree === null || typeof tree === 'string') return;
  if (!Array.isArray(tree)) {
    for (const [key, branch] of Object.entries(tree)) checkFigures(context, branch, [...path, key]);
    return;
  }
  const end = context.document.effectiveTo;
  for (const [index, { from }] of tree.entries()) {
    const before = tree[index - 1]?.from;
    if (before !== undefined && before >= from) context.report([...path, index, 'from'], 'months-out-of-order', { from, before });
    if (end !== null && from > end.slice(0, 7)) context.report([...path, index, 'from'], 'figure-after-end', { from, effectiveTo: end });
  }
}
