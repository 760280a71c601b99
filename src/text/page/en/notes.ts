import type { PageText } from '../zh/page-text.ts';

/** Notes on known amounts, by number of people, in English. */
export const enNotes: PageText['budget']['notes'] = {
  title: 'To be noted',
  hint: 'These amounts are known and nothing is missing; but know this before paying.',
  what: 'What',
  doubt: '{{people, person|people}}: {{what}}.',
  ofFact: '"{{fact}}" {{what}}',
  see: 'See "To be noted" below',
  of: {
    'no-month-employed':
      'employed in no month of this year by their dates of arriving, leaving and employment: counted, and paid nothing; please check the dates',
    'employment-dates-differ': 'the days of arriving and leaving do not fit the months of employment, which count; please check',
    'derived-differs': 'is given otherwise than it follows from the rules; what is given counts, please check',
    'service-interrupted': 'left during the service and came back: the document does not say whether that ends it; it is taken to go on',
    'granted-before':
      'the date is of before this document took effect, under another one: further instalments are paid, and the service claims nothing; check whether it applies',
    'funding-fact-missing': 'is not given, so it is not known which source bears how much',
    'top-step': 'at the last step of the pay scale: the increment is 0.00',
    'last-difference': 'at the last step of the pay scale: the increment of the step before it is taken',
    prorated: 'part of the month of arriving or leaving is paid, by the days employed',
    'below-zero': 'reckoned back from its year it would be less than nothing: 0.00',
    capped: 'a limit on several allowances together is reached: what passes it is not paid',
  },
};
