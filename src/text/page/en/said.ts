import type { zhSaid } from '../zh/said.ts';

/** The same in English. */
export const enSaid: { [K in keyof typeof zhSaid]: SameKeys<(typeof zhSaid)[K]> } = {
  totals: {
    printed: 'Printed',
    printedAs: '{{printed}} ({{amount}})',
    printedMore: 'more than {{printed}} ({{amount}})',
    computed: 'By its parts',
    times: '{{people}} × ',
    months: ' × {{months}} (months)',
    verdict: 'Comparison',
    agrees: {
      exactly: 'the two agree',
      rounded: 'the two agree: rounded to the last digit that is printed they are the same, and differ by {{difference}}',
      more: 'the two agree: it is more by {{difference}}, as the text says',
      no: 'the two do not agree: they differ by {{difference}}; please check the text',
      open: 'a figure is awaited, so they cannot be compared',
    },
  },
  treatment: 'Tax and bases',
  treatments: {
    taxable: { yes: 'is taxed', no: 'is not taxed', unsaid: 'tax: the text does not say' },
    contributions: {
      yes: 'is part of the base of social insurance and housing fund',
      no: 'is not part of the base of social insurance and housing fund',
      unsaid: 'base of social insurance and housing fund: the text does not say',
    },
    pension: {
      yes: 'is part of the base of pensions',
      no: 'is not part of the base of pensions',
      unsaid: 'base of pensions: the text does not say',
    },
  },
  sources: {
    share: '{{source}}: bears <share/>',
    upTo: '{{source}}: bears up to <standard/> of each person',
    upToByMonth: '{{source}}: bears up to <standard/> of each person, counted by month, a twelfth of the figure for each',
    rest: '{{source}}: bears the rest',
    split: ', of which:',
    byTable: 'what the table says',
    of: '{{source}} ({{below}})',
  },
};

/** The same keys, with other texts. */
export type SameKeys<T> = T extends string ? string : { [K in keyof T]: SameKeys<T[K]> };
