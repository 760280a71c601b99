import type { PageText } from '../zh/page-text.ts';

/** The warnings of a result by their codes, in English. */
export const enWarnings: PageText['check']['warnings'] = {
  'outside-effective-dates': 'The document is in force {{period}}: nothing is paid in {{months}}.',
  'outside-effective-dates-as-if':
    'The document is in force {{period}}; {{months}} are computed as if it were. Take the result as an illustration.',
  'employment-dates-differ':
    'The days of arriving and leaving do not fit the months of employment; the latter count{{months}}. Please check.',
  'derived-differs':
    '"{{fact}}" is given as {{given}}; by the rules it would be {{derived}} ({{months}}). What is given counts; please check.',
  'service-interrupted':
    '"{{claim}}": left during the service and came back. The document does not say whether that ends the service: it is taken to go on, nothing is owed back; please check.',
  'granted-before':
    '"{{allowance}}": the date is of before this document took effect, under another one, and this one does not say whether it applies: further instalments are paid. Please check.',
  'rhythm-changes':
    '"{{allowance}}": the two documents of this year pay it in different ways (by the year, once, in instalments, or so many months), and each counts by its own: it may be paid twice or not at all. Please check.',
  'predecessor-unknown':
    'This document supersedes “{{supersedes}}”, which should rule the months before it took effect and is not here: they follow this document; open the other first.',
  'outside-range': 'The figure for "{{parameter}}" is outside the range of the document ({{range}}): please check it.',
  'run-fact-unread': '"{{fact}}" is given for everybody, and no rule reads it: please check.',
  'funding-fact-missing': '"{{allowance}}": "{{fact}}" is not known of some people, so it is not known which source bears how much.',
  'shares-not-whole': 'The shares of sources of "{{allowance}}" on one level do not come to 100%, so that level is not split.',
  'below-zero':
    '"{{allowance}}": reckoned back from its year by so much a year it would be less than nothing, and is 0.00; check the year, or whether there was such a rate yet.',
  capped: '"{{allowance}}": a limit on several allowances together is reached; what passes it is not paid.',
  'top-step': '"{{allowance}}": this is the last step of the scale: there is none above it, and the increment is 0.00.',
  'last-difference':
    '"{{allowance}}": this is the last step of the scale: there is none above it, and the increment of the step before it is taken.',
  prorated: '"{{allowance}}": of the month of arriving or leaving, which is not whole, a part is paid by the days employed.',
};
