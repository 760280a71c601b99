import type { PageText } from '../zh/page-text.ts';

/** What a person reads about the promises that figures are held against, in English. */
export const enChecks: PageText['checks'] = {
  title: 'Promises to hold figures against',
  hint: 'Where the document promises something about averages or totals: give the figures to see whether it is kept and what is lacking. Not part of the budget total.',
  inputs: {
    teacherAverage: 'Average pay of teachers (yuan a year)',
    civilServantAverage: 'Average pay of civil servants (yuan a year)',
    currentTotal: 'Total today (yuan a year)',
    headcount: 'Headcount',
  },
  format: 'e.g. 85000.00',
  counted: 'this budget counts {{people}}',
  statuses: { met: 'met', 'not-met': 'not met', awaited: 'awaited', 'not-given': 'not compared' },
  needs: 'Still to fill in: {{fields}}',
  awaited: 'The document does not give "{{parameter}}"; fill it in to compare.',
  parityMet: 'The average of teachers is not below that of civil servants; nothing is lacking.',
  parityGap: 'Each person lacks {{gap}} yuan a year on average; closing the gap costs <cost/> a year.',
  multipleMet: 'The target is {{target}} yuan a year, and it is reached.',
  multipleGap: 'The target is {{target}} yuan a year; closing the gap costs <cost/> a year.',
};
