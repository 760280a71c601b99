import type { PageText } from './page-text.ts';

/** The same in English. */
export const enExport: PageText['export'] = {
  button: 'Export to Excel',
  done: '{{name}} was exported.',
  failed: 'Nothing was exported: try again.',
  tooMany: 'Nothing was exported: there are more people than rows in a sheet of Excel.',
  gone: 'Nothing was exported: the budget has been computed anew. Try again.',
  fileName: 'teacher-subsidies-{{year}}-{{date}}.xlsx',
  sheets: {
    summary: 'Summary',
    schools: 'Schools',
    months: 'Months',
    people: 'People',
    basis: 'Assumptions and readings',
    faults: 'Bad rows',
  },
  yearOf: '{{title}}, year (yuan)',
  monthOf: '{{month}}, to the teacher (yuan)',
  personalTotal: 'To the teacher, year (yuan)',
  institutionTotal: 'To the institution, year (yuan)',
  missing: 'What is missing',
  awaited: 'rate awaited',
  unknown: 'fact missing',
  nobody: 'Groups that were typed are nobody in particular and not in the sheet of people.',
  changeMonth: 'Change from month',
  what: 'What',
  how: 'How',
  date: 'Exported on',
  madeUp: 'The people are made up: no basis for any payment.',
  changed: 'changed',
  concerned: 'people concerned: {{count}}',
  part: '{{title}} {{amount}}',
  group: 'Group {{row}}',
  noFaults: 'No bad rows.',
  ownWords: 'The sheet of people has the columns of the roster, in its order and words; the amounts behind them are computed.',
  without:
    'Columns left out: {{columns}}. Numbers of identity cards and bank accounts are written only if that is ticked before the export.',
  wordsGone:
    'The roster was kept in this browser and its file is not here: the sheet of people has standard columns and values. For those of the file, open it again and export anew.',
  withPrivate: 'Export {{columns}} too',
  tooManyDigits: 'Amounts of more than the 15 digits that Excel keeps are written as text with all of them, and are in no formula.',
};
