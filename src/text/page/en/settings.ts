import type { PageText } from '../zh/page-text.ts';

/** What a person reads about the settings that hold on every page, in English. */
export const enSettings: PageText['settings'] = {
  inUse: 'The settings of all pages are in use: {{names}}.',
  departs: 'This differs from the settings of all pages: {{names}}.',
  otherYear: 'year ({{year}} on the others)',
  follow: 'Follow the shared settings',
  forAll: 'Use these on all pages',
  left: 'The rules no longer have this entry or this choice, set before: {{names}}. It was not carried over.',
  noted: 'OK',
  unread: 'Some of the settings that were kept could not be read and were not carried over; the rest holds. Please check them.',
};
