import type { OutCell } from '../../../../roster/xlsx/out-cell.ts';
import type { OutSheet } from '../../../../roster/xlsx/write.ts';
import { explainFaultOf } from '../../../../text/page/roster.ts';
import { pointerSteps } from '../../../platform/pointer.ts';
import type { Speaker } from '../../../policy/speaker.ts';
import type { BudgetOnPaper } from '../contents/budget-paper.ts';

/** Who is not in the figures, and why: rows of the roster, and cohorts and people that could not be counted. */
export function faultSheet({ result, state: { roster } }: BudgetOnPaper, { t, language, labels, catalogue }: Speaker): OutSheet {
  const nameOf = (fact: string) => (catalogue.facts.has(fact) ? labels.fact(fact) : fact);
  const ofRoster = (roster?.faults ?? []).map((fault): OutCell[] => [
    fault.part === 0 ? String(fault.row) : t('import.mendedRow', { part: fault.part, row: fault.row }),
    fault.cell,
    fault.column ?? (fault.fact === null ? null : nameOf(fault.fact)),
    explainFaultOf(catalogue.facts.get(fault.fact ?? ''), fault, language),
  ]);
  const ofRun = result.failures.flatMap(({ index, teacherId, cohort, errors }) =>
    errors.map(({ pointer, message }): OutCell[] => [
      cohort ? t('export.group', { row: index + 1 }) : (teacherId ?? String(index + 1)),
      null,
      nameOf(pointerSteps(pointer).at(-1) ?? ''),
      message,
    ]),
  );
  const faults = [...ofRoster, ...ofRun];
  return {
    name: t('export.sheets.faults'),
    columns: [{ width: 14, isText: true }, { width: 10 }, { width: 22 }, { width: 90 }],
    rows: [
      [t('budget.row'), t('import.cell'), t('budget.column'), t('budget.why')],
      ...(faults.length > 0 ? faults : [[t('export.noFaults')]]),
    ],
  };
}
