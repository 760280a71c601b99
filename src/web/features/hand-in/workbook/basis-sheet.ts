import type { OutCell } from '../../../../roster/xlsx/out-cell.ts';
import type { OutSheet } from '../../../../roster/xlsx/write.ts';
import { explainRosterNote, whereToSay } from '../../../../text/page/roster-notes.ts';
import { missingInputText } from '../../../policy/missing-input-text.ts';
import type { Speaker } from '../../../policy/speaker.ts';
import { basisOf } from '../contents/basis.ts';
import { type BudgetOnPaper, isMadeUp, peopleLines } from '../contents/budget-paper.ts';

/** How an option of a reading came to be in effect. */
const STATES = { default: 'readings.default', changed: 'export.changed', picked: 'readings.picked', asked: 'readings.asking' } as const;

/**
 * What the figures rest on: document and version, where they come from, the readings, changed settings, and what is still open.
 *
 * @param withPrivate whether columns of identity cards and bank accounts are in the sheet of people
 */
export function basisSheet(budget: BudgetOnPaper, speaker: Speaker, today: string, withPrivate: boolean): OutSheet {
  const { t, labels } = speaker;
  const { result, state, unit } = budget;
  const { policy, readings, changes } = basisOf(result, speaker);
  const section = (title: string): OutCell[][] => [[], [{ heading: title }]];
  const rows: OutCell[][] = [
    [t('export.what'), t('export.how'), t('print.notes')],
    ...(isMadeUp(state) ? [[{ heading: t('print.madeUp') }, t('export.madeUp')]] : []),
    [t('print.unit'), unit.trim()],
    [t('export.date'), today],
    ...[...policy, ...peopleLines(budget, t)].map(({ label, value }) => [label, value]),
    ...peopleNotes(budget, speaker, withPrivate).map((note) => [t('export.sheets.people'), note]),
    ...((state.cohorts ?? []).length > 0 ? [[t('export.sheets.people'), t('export.nobody')]] : []),
    ...importNotes(budget, speaker, section),
    ...section(t('print.basis.readings')),
    ...readings.map(({ label, value, state }) => [label, value, t(STATES[state])]),
    ...section(t('print.basis.changes')),
    ...(changes.length > 0 ? changes.map(({ label, value }) => [label, value]) : [[t('print.basis.nothing')]]),
  ];
  if (result.missing.length > 0) {
    rows.push(...section(t('print.open')));
    for (const lack of result.missing) {
      rows.push([labels.allowance(lack.allowance), missingInputText(lack, labels, t), t('export.concerned', { count: lack.headcount })]);
    }
  }
  const people = (count: number) => t('export.concerned', { count });
  if (result.assumed.length > 0) {
    rows.push(...section(t('inForce.assumed')));
    for (const { fact, value, headcount } of result.assumed)
      rows.push([labels.fact(fact), labels.value(fact, value as string | boolean), people(headcount)]);
  }
  if (result.unused.length > 0) {
    rows.push(...section(t('inForce.unused')));
    for (const { fact, headcount } of result.unused) rows.push([labels.fact(fact), t('inForce.unusedHint'), people(headcount)]);
  }
  return { name: t('export.sheets.basis'), columns: [44, 60, 30].map((width) => ({ width })), rows };
}

/** The notes on the roster's file from when it was read: what was left out, converted or guessed. */
function importNotes({ state: { roster } }: BudgetOnPaper, { t, language }: Speaker, section: (title: string) => OutCell[][]): OutCell[][] {
  const { notes = [], unmapped = [] } = roster ?? {};
  const told = [
    ...notes.map(({ code, params }) => explainRosterNote(code, params, language)),
    ...[
      whereToSay(
        notes.map(({ code }) => code),
        language,
      ) ?? [],
    ].flat(),
    ...(unmapped.length > 0 ? [t('budget.unmapped', { columns: unmapped.join(t('app.listComma')) })] : []),
  ];
  return told.length === 0 ? [] : [...section(t('export.importNotes')), ...told.map((text) => [text])];
}

/** Whose wording the sheet of people uses, and what of the roster it leaves out. */
function peopleNotes({ state: { roster } }: BudgetOnPaper, { t }: Speaker, withPrivate: boolean): string[] {
  if (!roster) return [];
  const { privateColumns } = roster;
  if (!privateColumns) return [t('export.wordsGone')];
  const left = withPrivate ? '' : privateColumns.map((name) => t('import.quoted', { name })).join(t('app.listComma'));
  return [t('export.ownWords'), ...(left !== '' ? [t('export.without', { columns: left })] : [])];
}
