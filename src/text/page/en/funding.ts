import type { PageText } from '../zh/page-text.ts';

/** What each source bears of a budget, in English. */
export const enFunding: PageText['budget']['funding'] = {
  title: 'By source of funds',
  note: 'By the shares of the document, or those filled in; nothing is split while a share is awaited.',
  share: 'Share',
};
