import type { PageText } from '../zh/page-text.ts';

/** The readings of a document, in English. */
export const enReadings: PageText['readings'] = {
  title: 'Readings',
  hint: 'Where the text can be read in more than one way the default is used; choose another here.',
  changed: '{{count}} changed',
  default: 'default',
  reason: 'Why the default: {{reason}}',
  open: 'Not chosen',
  asking: 'The text does not decide; to be chosen',
  picked: 'chosen',
  reset: 'Leave it open',
  askingReason: 'Why it has to be chosen: {{reason}}',
  askingHint: 'Where the text does not decide and there is no default, you have to choose; until then, months that differ are not counted.',
  chosen: '“{{question}}” is “{{options}}”',
  under: ' (only where {{choices}})',
  hanging:
    'Choose first: {{questions}}. The amounts of {{people, person|people}} hang on it; the total comes to {{least}} yuan at least and {{most}} yuan at most.',
  pricedLeast: 'Some reading is not chosen: totals and differences of the options are those with the other open readings at their least.',
  underSome: ' (only under some options)',
  restore: 'Restore the defaults',
};
