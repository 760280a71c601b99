import type { PageText } from '../zh/page-text.ts';

/** Which year a budget is computed for and why, in English. */
export const enYearOf: PageText['budget']['yearOf'] = {
  title: 'Computed for {{year}}: the title of the roster says "{{text}}".',
  sheet: 'Computed for {{year}}: the sheet is called "{{text}}".',
  file: 'Computed for {{year}}: the file is called "{{text}}".',
  'school-year': 'The roster names a school year, "{{text}}", which is of two calendar years; computed for {{year}} for now.',
  sample: 'Computed for {{year}}: the sample roster is of that year.',
  today: 'The roster names no year; it is computed for this year ({{year}}) for now.',
  set: 'Computed for {{year}}, as chosen.',
  otherThanNamed: 'Computed for {{year}}, as chosen; the roster says "{{text}}", which is {{named}}.',
  otherThanSample: 'Computed for {{year}}, as chosen; the sample roster is of {{named}}.',
};
