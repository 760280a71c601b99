/** The teacher of the button that fills in an example, in the terms of the facts; the place is one of the document's own. */
export const EXAMPLE = {
  policy: 'jinfeng-2021',
  year: '2025',
  facts: {
    id: 'T1',
    area: 'rural',
    post: 'established',
    town: '良田镇',
    backboneLevel: 'district',
    assessment: 'passed',
    commute: 'near',
    payStepIncrement: '27.00',
  },
} as const;
