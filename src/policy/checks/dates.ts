import { lastDayOf } from '../../calendar/years.ts';
import type { FigureTree } from '../document/schema.ts';
import type { Step } from '../reading/fault.ts';
import type { Check, CheckContext } from './check.ts';

/**
 * Dates are in order: effective date and end; figures by month; targets after the document. A date of issue after the effective date is
 * reported, and so is a month in force only in part.
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
  reportPartMonths(context);
  checkWindows(context);
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

/** A document that takes effect or ends within a month, which then counts whole. */
function reportPartMonths({ document: { effectiveFrom, effectiveTo }, report }: CheckContext): void {
  const tell = (name: string, date: string) => report([name], 'mid-month', { name, date, month: date.slice(0, 7) });
  if (effectiveFrom !== null && !effectiveFrom.endsWith('-01')) tell('effectiveFrom', effectiveFrom);
  if (effectiveTo !== null && effectiveTo !== lastDayOf(Number(effectiveTo.slice(0, 4)), Number(effectiveTo.slice(5, 7))))
    tell('effectiveTo', effectiveTo);
}

/** The first and the last month of an allowance are in order, and in force with the document in some month. */
function checkWindows({ document: { allowances, effectiveFrom, effectiveTo }, report }: CheckContext): void {
  const [start, end] = [effectiveFrom?.slice(0, 7), effectiveTo?.slice(0, 7)];
  for (const [id, { from, to }] of Object.entries(allowances)) {
    const dates = { ...(effectiveFrom !== null && { effectiveFrom }), ...(effectiveTo !== null && { effectiveTo }) };
    const path = (name: string) => ['allowances', id, name];
    if (from !== undefined && to !== undefined && to < from)
      report(path('to'), 'dates-out-of-order', { name: 'to', date: to, before: 'from', earlier: from });
    if (from !== undefined && end !== undefined && from > end)
      report(path('from'), 'never-in-force', { name: 'from', month: from, ...dates });
    if (to !== undefined && start !== undefined && to < start) report(path('to'), 'never-in-force', { name: 'to', month: to, ...dates });
  }
}

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
