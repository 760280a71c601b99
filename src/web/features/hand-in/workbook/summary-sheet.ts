import { writeCapitals } from '../../../../money/capitals.ts';
import { isExactInExcel, type OutCell } from '../../../../roster/xlsx/out-cell.ts';
import type { OutSheet } from '../../../../roster/xlsx/write.ts';
import { codeTitle } from '../../../policy/code-titles.ts';
import type { Speaker } from '../../../policy/speaker.ts';
import { fenOf, groupCount, groupDigits, sumAmounts } from '../../../ui/amounts.ts';
import { fundingRows } from '../../budget/funding-rows.ts';
import { notesOf } from '../../budget/item-notes.ts';
import { openText } from '../../budget/open-text.ts';
import { claimOpenText } from '../../person/claim-open-text.ts';
import type { BudgetOnPaper } from '../contents/budget-paper.ts';
import { totalRow } from './total-row.ts';

/** The budget by item, by budget code and by source of funds, with its totals as formulas. */
export function summarySheet({ result }: BudgetOnPaper, speaker: Speaker): OutSheet {
  const { t, labels } = speaker;
  const amountOf = (amount: string | null): OutCell => (amount === null ? t('unit.awaited') : { fen: fenOf(amount) });
  const isOpen = result.incomplete > 0 || result.envelopes.some(({ amount }) => amount === null);
  const rows: OutCell[][] = [[t('budget.item'), t('budget.payee'), t('unit.peopleHeader'), t('unit.amountHeader'), t('print.notes')]];
  for (const item of result.byAllowance) {
    const { open, idle, amount, instead } = notesOf(item, result, t);
    const notes = [...open.map(({ text }) => text), ...(idle === null ? [] : [idle])].join(t('app.semicolon'));
    rows.push([item.title, t(`budget.payees.${item.payee}`), item.headcount, amount === null ? instead : amountOf(item.amount), notes]);
  }
  for (const { title, amount, atLeast, parts = [] } of result.envelopes) {
    const ofWhich = parts.map((part) =>
      t('export.part', { title: part.title, amount: part.amount === null ? t('unit.awaited') : groupDigits(part.amount) }),
    );
    const notes = [...(atLeast && amount !== null ? [t('print.atLeast')] : []), ...ofWhich].join(t('app.semicolon'));
    rows.push([title, t('budget.envelope'), null, amountOf(amount), notes]);
  }
  const incomplete = result.incomplete > 0 ? t('budget.incompleteNote', { people: groupCount(result.incomplete) }) : null;
  rows.push([
    { heading: t(isOpen ? 'budget.totalKnown' : 'budget.total') },
    null,
    result.headcount,
    { fen: fenOf(result.total), fromRow: 2, toRow: rows.length },
    incomplete,
  ]);
  const hanging = openText(result, labels, t);
  if (hanging !== null) rows.push([hanging]);
  rows.push([t('print.capitals'), writeCapitals(fenOf(result.total)) ?? t('print.tooLarge')], []);

  const first = rows.length + 1;
  for (const [label, amount] of [
    [t('budget.personal'), result.personalTotal],
    [t('budget.institution'), result.institutionTotal],
    [t('budget.envelope'), result.envelopeTotal],
  ] as const) {
    rows.push([label, null, null, amountOf(amount)]);
  }
  rows.push([...totalRow(t, 3), { fen: fenOf(result.total), fromRow: first, toRow: first + 2 }], []);

  const headings = [t('budget.economic'), t('budget.functional'), '', t('unit.amountHeader'), t('codes.toConfirm')];
  rows.push(headings.map((heading) => (heading === '' ? null : { heading })));
  const firstCode = rows.length + 1;
  for (const { economic, functional, amount } of result.byBudgetCode) {
    rows.push([
      codeTitle(economic, t, labels),
      functional === null ? t('codes.none') : codeTitle(functional, t, labels),
      null,
      amountOf(amount),
    ]);
  }
  if (result.byBudgetCode.length > 0) {
    rows.push([
      ...totalRow(t, 3),
      { fen: fenOf(sumAmounts(result.byBudgetCode)), fromRow: firstCode, toRow: rows.length },
      t('budget.codesNote'),
    ]);
  }
  if (result.funding.length > 0) {
    const fundingHeadings = [t('budget.item'), t('policy.funding'), '', t('unit.amountHeader'), t('budget.funding.share')];
    rows.push(
      [],
      fundingHeadings.map((heading) => (heading === '' ? null : { heading })),
    );
    for (const { item, source, by, amount } of fundingRows(result.funding, t, labels))
      rows.push([item, source, null, amount === null ? t('budget.funding.unknown') : amountOf(amount), by ?? t('unit.awaited')]);
    rows.push([t('budget.funding.note')]);
  }
  rows.push(...claimRows(result, speaker));
  if (!isExactInExcel(fenOf(result.total))) rows.push([], [t('export.tooManyDigits')]);
  return { name: t('export.sheets.summary'), columns: [28, 26, 10, 20, 40].map((width) => ({ width })), rows };
}

/** What people owe under claims, apart from the totals; no rows where nobody does. */
function claimRows(
  { repayments: { amount, headcount, openHeadcount, byClaim, missing } }: BudgetOnPaper['result'],
  { t, labels }: Speaker,
): OutCell[][] {
  if (headcount === 0 && openHeadcount === 0) return [];
  const headings = [t('repayments.title'), null, t('unit.peopleHeader'), t('unit.amountHeader'), t('repayments.openPeople')];
  return [
    [],
    headings.map((heading) => heading && { heading }),
    ...byClaim.map((one): OutCell[] => [one.title, null, one.headcount, { fen: fenOf(one.amount) }, one.openHeadcount]),
    [{ heading: t('table.total') }, null, headcount, { fen: fenOf(amount) }, openHeadcount],
    [t('repayments.budgetHint')],
    ...missing.map((one): OutCell[] => [claimOpenText(one, t, labels)]),
  ];
}
