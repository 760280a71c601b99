import type { WorkbookOrder } from '../../../compute/protocol/export.ts';
import { missingInputText } from '../../../policy/missing-input-text.ts';
import type { Speaker } from '../../../policy/speaker.ts';
import type { BudgetOnPaper } from '../contents/budget-paper.ts';
import type { Cells } from '../contents/cross-cells.ts';
import { basisSheet } from './basis-sheet.ts';
import { monthSheet, schoolSheet } from './cross-sheet.ts';
import { faultSheet } from './fault-sheet.ts';
import { summarySheet } from './summary-sheet.ts';

/**
 * The order for a budget's workbook, sent to the worker, who has the people.
 *
 * @param today in the form in which it is printed
 * @param withPrivate whether columns of identity cards and bank accounts of the roster are written
 */
export function workbookOrder(
  budget: BudgetOnPaper,
  bySchool: Cells,
  byMonth: Cells,
  speaker: Speaker,
  today: string,
  withPrivate: boolean,
): WorkbookOrder {
  const { t, language, labels } = speaker;
  const { result } = budget;
  const columnsFor = (payee: 'teacher' | 'institution') =>
    result.byAllowance
      .filter((item) => item.payee === payee)
      .map(({ allowance, title }) => ({ allowance, header: t('export.yearOf', { title }) }));
  const lacks = result.missing.map(({ allowance, code, fact, parameter, reading }) => ({
    allowance,
    ...(fact === undefined ? {} : { fact }),
    ...(parameter === undefined ? {} : { parameter }),
    ...(reading === undefined ? {} : { reading }),
    text:
      code === 'fact'
        ? t('app.colon', { label: labels.allowance(allowance), value: labels.fact(fact ?? '') })
        : missingInputText({ code, fact, parameter, reading }, labels, t),
  }));
  return {
    before: [summarySheet(budget, speaker), schoolSheet(budget, bySchool, speaker), monthSheet(budget, byMonth, speaker)],
    people: {
      name: t('export.sheets.people'),
      language,
      withPrivate,
      personal: columnsFor('teacher'),
      institution: columnsFor('institution'),
      months: result.byMonth.map(({ month }) => t('export.monthOf', { month })),
      headers: {
        changeMonth: t('export.changeMonth'),
        personalTotal: t('export.personalTotal'),
        institutionTotal: t('export.institutionTotal'),
        missing: t('export.missing'),
        total: t('table.total'),
        awaited: t('export.awaited'),
        unknown: t('export.unknown'),
        nobody: t('export.nobody'),
        yes: t('unit.yes'),
        no: t('unit.no'),
      },
      lacks,
      comma: t('app.semicolon'),
    },
    after: [basisSheet(budget, speaker, today, withPrivate), faultSheet(budget, speaker)],
  };
}
