import type { PageText } from '../zh/page-text.ts';

/** What a person reads about the years to come, in English. */
export const enOutlook: PageText['whatIf']['outlook'] = {
  title: 'The next three years',
  hint: 'Projects the budget item by item, by growth of headcount and rates.',
  open: 'Project three years',
  close: 'Put away',
  headcount: 'Headcount grows a year by',
  byStage: 'Single stages that differ',
  rate: 'Rates grow a year by',
  byParameter: 'Single rates that differ',
  unit: '% a year',
  of: '{{name}}, growth a year',
  basis: 'Reckoned with: headcount {{headcount}} a year; rates {{rate}} a year.',
  percent: '{{growth}}%',
  single: '{{name}} {{growth}}',
  withSingles: '{{growth}} ({{singles}})',
  caption: 'Amounts of the next three years (yuan)',
  thisYear: '{{year}} (this budget)',
  difference: 'Difference from this budget',
  chartLabel: 'Bar chart of the totals of this year and the next three; the table beside it has the figures',
  incomplete: 'In some of these years facts or rates are missing; what is missing is not in the amounts.',
  inYear: '{{year}}: {{text}}',
  how: 'How it is reckoned',
  rules: [
    'Everybody is computed anew for each year: who has left by then is not counted, a one-off grant counts in its own year only, wages and other facts stay as they are.',
    'A rate is the one in force then × (1 + growth) to the power of the years, rounded half up to the fen once. Percentages do not grow; what is awaited stays awaited.',
    'Headcount grows by stage from those still employed in the year; the sum of the stages is rounded half up and given to them by the largest remainder.',
    'The amount of each item in a stage grows with its people, rounded half up to the fen; totals are sums of these.',
  ],
};
