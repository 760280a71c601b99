import type { PageText } from '../zh/page-text.ts';

/** The same in English. */
export const enCodes: PageText['codes'] = {
  titled: '{{code}} {{title}}',
  toConfirm: 'To be confirmed by the finance bureau',
  edit: 'Which code is for what (can be changed)',
  changed: '{{count}} changed',
  hint: 'An economic code has 3 or 5 digits, a functional one 3, 5 or 7; what is left blank keeps the usual code. It counts in this table, on paper and in the workbook, and changes no amount.',
  none: 'No code',
  restore: 'Back to the usual codes',
  field: 'Code: {{name}}',
};
