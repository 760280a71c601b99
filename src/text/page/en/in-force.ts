import type { PageText } from '../zh/page-text.ts';

/** What a person reads about months in which the document is not in force, and of what stands behind a budget, in English. */
export const enInForce: PageText['inForce'] = {
  notice: 'The document is not in force in {{months}}: the amounts do not include these months.',
  yearNotice: '{{year}}: the document is not in force in {{months}}; the amounts do not include these months.',
  wouldBe: 'As if it were in force, the total would be {{amount}} yuan.',
  wouldBeNothing: 'As if it were in force, no amount would be known either.',
  wouldBeOpen: ' Something would be missing, and is not counted.',
  ask: 'If these months shall follow this document all the same, choose "Compute as if in force".',
  goOn: 'Compute as if in force',
  stop: 'No longer as if in force',
  asIf: 'Computed as if the document were in force all year; where it is not, take the amounts as an illustration.',
  label: 'In force',
  value: 'computed also where the document is not in force',
  assumed: 'Facts taken at their default',
  assumedHint: 'The roster or the groups do not give these facts, so that a default was used. Where it is wrong, give them in the roster.',
  fact: 'Fact',
  default: 'Default',
  unused: 'Facts given and not used',
  unusedHint: 'These facts were read, and no clause of this document uses them: they change no amount.',
  unusedOne: 'Given, and used by no clause of this document, so that it changes no amount: {{facts}}.',
};
