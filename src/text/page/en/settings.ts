import type { PageText } from '../zh/page-text.ts';

/** What a person reads about the settings that hold on every page, in English. */
export const enSettings: PageText['settings'] = {
  inUse: 'The settings of all pages are in use: {{names}}.',
  departs: 'This differs from the settings of all pages: {{names}}.',
  departed: '{{name}} (here {{here}}, on all pages {{shared}})',
  departsOnPaper: 'This sheet differs from the settings of all pages, which the budget uses: {{names}}.',
  onlyInForce: 'only months in which the document is in force',
  joined:
    'Every page used to have settings of its own; now those of the budget hold here too. The amounts may differ from those seen before.',
  taken: {
    follow: 'The shared settings are followed again.',
    forAll: 'These are the settings of all pages now.',
    clear: 'The form was cleared.',
    fill: 'The form was filled in, in place of what had been typed.',
  },
  follow: 'Follow the shared settings',
  forAll: 'Use these on all pages',
  left: 'The rules no longer have this entry or this choice, set before: {{names}}. It was not carried over.',
  noted: 'OK',
  unread: 'Some of the settings that were kept could not be read and were not carried over; the rest holds. Please check them.',
};
