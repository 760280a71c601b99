import type { PageText } from '../zh/page-text.ts';

/** What each source bears of a budget, in English. */
export const enFunding: PageText['budget']['funding'] = {
  title: 'By source of funds',
  note: 'By the shares and standards of the document, or those filled in; what hangs on one that is awaited is not split.',
  share: 'Share or standard',
  upTo: 'up to the standard',
  rest: 'the rest',
  varies: 'varies by person or month',
  below: 'of which {{source}}',
  unknown: 'not known',
};
