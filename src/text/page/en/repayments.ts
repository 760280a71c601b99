import type { PageText } from '../zh/page-text.ts';

/** What a person reads about services and repayments, in English. */
export const enRepayments: PageText['repayments'] = {
  title: 'To be paid back',
  hint: 'The person leaves before a service is over and owes this back. It is a claim on the person, not taken off what is paid, and in no total.',
  reason: 'Worked out',
  served: 'Leaves in {{month}}; of a service of {{service, month|months}} from {{since}} on, {{served}} are served.',
  all: '{{paid}} yuan were paid until then: all of it.',
  'remaining-months': '{{paid}} yuan were paid until then: the part of the {{left, month|months}} not served ({{left}} ÷ {{service}}).',
  'remaining-years':
    '{{paid}} yuan were paid until then: the part of the {{left, year|years}} not served ({{left}} ÷ {{years}}; a year that is begun counts whole).',
  budgetHint: 'Owed back by people who leave before a service is over; told by itself and in no total.',
  rule: 'Service',
  years: '{{years, year|years}} from the month of "{{fact}}" on',
  rules: {
    all: 'whoever leaves earlier pays back all that was paid',
    'remaining-months': 'whoever leaves earlier pays back the share of the months not served',
    'remaining-years': 'whoever leaves earlier pays back the share of the years not served, one that is begun counting whole',
  },
};
