import type { zhLocal } from '../zh/local.ts';

/** What the page says, in English, of what is kept in the browser and of itself as a program. */
export const enLocal: typeof zhLocal = {
  buttonOn: 'Kept here: on',
  buttonOff: 'Kept here: off',
  title: 'What is kept in this browser',
  lead: 'Everything is computed in this browser; nothing is uploaded. While the switch below is off, nothing that was typed or opened remains once the page is closed or reloaded.',
  keep: 'Keep in this browser',
  keepHint:
    'Keeps the people of rosters, the forms, readings and rates, scenarios, and the policy files that were opened, for the next visit; never identity numbers. Leave it off on a shared computer.',
  nothing: 'Nothing is kept now.',
  stored: 'Kept now: {{parts}}.',
  some: '{{kind}} ({{count}})',
  kinds: { roster: 'rosters', form: 'forms and settings', policy: 'policy files', mapping: 'column mappings', scenario: 'scenarios' },
  refused: 'The browser did not store everything: it is short of space, or lets no page store. What is on the page is not affected.',
  forget: 'Forget everything',
  forgetHint:
    'Deletes all that is kept in this browser and all that is on the page: rosters, forms, scenarios, policy files, the language. It cannot be undone.',
  forgetSure: 'Yes, forget everything',
  forgetNot: 'Keep it',
  forgetFailed: 'Not everything could be deleted: close the other windows of this site and try again.',
  offline: 'Offline use: the program is stored in this browser; the page opens, reads the sample roster and computes without a network.',
  notOffline: 'Offline use: the program is not stored in this browser yet; it needs the network.',
  noOffline:
    'Offline use: this page came over plain http://, so the browser does not let it be stored and it needs the network; all else works. For offline use the server has to be reached over https://.',
  newer: 'There is a new version. To update loads the page anew; what is kept stays.',
  newerLoses: 'There is a new version. To update loads the page anew; what was typed is not kept and will be gone.',
  otherWindow: {
    differs:
      'Another window has changed this, and it differs from what is here: {{names}}. This browser keeps only one of them, now that of the other window; any change made here keeps that of this window instead.',
    takeTheirs: 'Use that of the other window (reloads)',
    storeOurs: 'Keep that of this window',
    roster: 'the roster',
    settings: 'the settings',
    budget: 'the budget',
    check: 'one teacher',
    arrears: 'arrears',
  },
  takeNewer: 'Update',
  close: 'Close',
};
