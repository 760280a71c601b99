import type { OutCell } from '../../../../roster/xlsx/out-cell.ts';
import type { OutSheet } from '../../../../roster/xlsx/write.ts';
import type { Speaker } from '../../../policy/speaker.ts';
import { fenOf, groupCount } from '../../../ui/amounts.ts';
import type { BudgetOnPaper } from '../contents/budget-paper.ts';
import { type Cells, paidItems } from '../contents/cross-cells.ts';
import { totalRow } from './total-row.ts';

/** A line of a table by item. */
interface CrossLine {
  readonly key: string | null;
  readonly label: string;
  /** `null` if people are not counted. */
  readonly headcount: number | null;
  readonly amount: string;
}

/** Every school with its amount of every item. */
export function schoolSheet({ result }: BudgetOnPaper, cells: Cells, { t }: Speaker): OutSheet {
  const lines = result.groups.map(({ key: { school = null }, headcount, amount }) => ({
    key: school,
    label: school ?? t('budget.noSchool'),
    headcount,
    amount,
  }));
  const head = [t('budget.school'), t('unit.peopleHeader')];
  const rows = crossRows(head, lines, result.headcount, paidItems(result), cells, t);
  return {
    name: t('export.sheets.schools'),
    columns: widths(rows, [32, 8]),
    fixedColumns: head.length,
    rows: [...rows, [], [t('budget.schoolNote')], ...openNote(result, t)],
  };
}

/** Every month with the amount of every item. */
export function monthSheet({ result }: BudgetOnPaper, cells: Cells, { t }: Speaker): OutSheet {
  const lines = result.byMonth.map(({ month, amount }) => ({ key: month, label: month, headcount: null, amount }));
  const rows = crossRows([t('budget.monthHeader')], lines, null, paidItems(result), cells, t);
  return {
    name: t('export.sheets.months'),
    columns: widths(rows, [12]),
    fixedColumns: 1,
    rows: [...rows, [], [t('budget.monthNote')], ...openNote(result, t), ...paidOutRows(result, t)],
  };
}

/** The sums by the month in which they are paid out, where that is not the month in which they are due. */
function paidOutRows({ paidOut = [] }: BudgetOnPaper['result'], t: Speaker['t']): OutCell[][] {
  if (paidOut.length === 0) return [];
  const rows = paidOut.map(({ month, amount }): OutCell[] => [month, { fen: fenOf(amount) }]);
  return [[], [t('person.paidOut.title')], ...rows, [], [t('person.paidOut.hint')]];
}

/** A note that the amounts are incomplete, if they are. */
function openNote({ incomplete }: BudgetOnPaper['result'], t: Speaker['t']): OutCell[][] {
  return incomplete > 0 ? [[t('budget.incompleteNote', { people: groupCount(incomplete) })]] : [];
}

/** Lines by item, with a total at the end of every line and below every column. */
function crossRows(
  head: readonly string[],
  lines: readonly CrossLine[],
  headcount: number | null,
  items: ReturnType<typeof paidItems>,
  cells: Cells,
  t: Speaker['t'],
): OutCell[][] {
  const first = head.length;
  const across = { fromColumn: first, toColumn: first + items.length - 1 };
  const down = { fromRow: 2, toRow: lines.length + 1 };
  const counts = (count: number | null) => (count === null ? [] : [count]);
  const total = items.reduce((sum, { amount }) => sum + fenOf(amount), 0n);
  if (items.length === 0) return [[...head]];
  return [
    [...head, ...items.map(({ title }) => title), t('table.total')],
    ...lines.map(({ key, label, headcount: count, amount }): OutCell[] => [
      label,
      ...counts(count),
      ...items.map(({ allowance }): OutCell => {
        const cell = cells.get(key)?.get(allowance);
        return cell === undefined ? null : { fen: fenOf(cell) };
      }),
      { fen: fenOf(amount), ...across },
    ]),
    [...totalRow(t, 1), ...counts(headcount), ...items.map(({ amount }) => ({ fen: fenOf(amount), ...down })), { fen: total, ...down }],
  ];
}

const AMOUNT_WIDTH = 18;

function widths(rows: readonly (readonly OutCell[])[], before: readonly number[]): { width: number }[] {
  return (rows[0] ?? []).map((_, at) => ({ width: before[at] ?? AMOUNT_WIDTH }));
}
