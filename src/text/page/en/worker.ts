import type { PageText } from '../zh/page-text.ts';

/** What is said, in English, if the program that computes was not loaded, died or does not answer. */
export const enWorker: PageText['app']['worker'] = {
  silent:
    'The part of the page that computes has not answered for a minute. If the computer is busy, wait a little; if it stays so, there may be too little memory: close other pages and programs, reload the page and try again.',
  'not-loaded':
    'The part of the page that computes was not loaded, so nothing can be computed. Check the network and reload the page; if that does not help, the browser is probably too old: use a recent Edge, Chrome, Firefox or Safari.',
  broken:
    'The part of the page that computes broke down, perhaps for lack of memory. Close other pages and programs, reload the page and try again.',
  both: '{{what}} {{kept}}',
  keeps: 'What is kept in this browser is not affected.',
  loses: 'What you entered is not kept and goes when the page is reloaded.',
  reload: 'Reload the page',
};
