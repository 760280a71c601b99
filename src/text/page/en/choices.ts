import type { PageText } from '../zh/page-text.ts';

/** What a person reads where a figure is given by month, in English. */
export const enDated: PageText['dated'] = {
  begin: 'By month',
  beginOf: '{{parameter}}: give values by month',
  from: '{{parameter}}, value {{number}}: from month',
  value: '{{parameter}}, value {{number}}',
  remove: '{{parameter}}, remove value {{number}}',
  add: 'Another month',
  addOf: '{{parameter}}, another month',
};

/** What a person reads where places are chosen, in English. */
export const enPlaces: PageText['places'] = {
  title: 'Places',
  hint: 'Which towns and villages count. A changed list holds instead of the document; what a person’s own record says still wins. Villages left blank are all of the town; put commas between several.',
  changed: 'changed',
  town: 'Town or street office',
  villages: 'Villages',
  actions: 'Actions',
  townOf: 'Row {{row}}: town or street office',
  villagesOf: 'Row {{row}}: villages',
  allVillages: 'all',
  remove: 'Remove row {{row}}',
  none: 'No place counts.',
  add: 'Add a town',
  restore: 'Restore the list',
  toOwn: 'Use the list of the document',
};

/** What a person reads at the fields of a form, in English. */
export const enFields: PageText['fields'] = {
  year: 'Year',
  required: 'required',
  unset: 'Not given',
  clear: 'Clear',
  byDefault: 'Default: {{value}}',
  byPlace: 'By town',
  monthFormat: 'e.g. 2025-09',
  dateFormat: 'e.g. 2025-03-15',
  moneyFormat: 'e.g. 180.00',
  period: '{{from}} to {{to}}',
  periodOpen: 'from {{from}} on',
  periodKind: '{{kind}} {{days}}',
  noPeriods: 'none',
  periodsOf: '{{fact}}, period {{number}}',
  periodWhat: 'Kind',
  periodFrom: 'First day',
  periodTo: 'Last day',
  periodGoesOn: 'Last day; blank if going on',
  addPeriod: 'Add a period: {{fact}}',
  removePeriod: 'Remove period {{number}}',
  integerFormat: '{{minimum}} to {{maximum}}',
  withUnit: '{{label}} (yuan a month)',
  labelInUnit: '{{label}} ({{unit}})',
  inUnit: '{{value}} {{unit}}',
  places: 'Resettlement area: {{places}}',
  placeTown: '{{town}} (all of it)',
  placeVillages: '{{town}} ({{villages}})',
};

/** What a person reads where rates are set, in English. */
export const enParameters: PageText['parameters'] = {
  title: 'Rates',
  hint: 'Fill in rates that the document leaves open, or use others; the document itself is not changed.',
  awaited: 'Rates that the document does not give',
  known: 'Rates of the document',
  changed: '{{count}} filled in',
  own: 'document: {{value}}',
  from: 'from {{from}} {{value}}',
  range: 'Range of the document: {{range}}.',
  group: '{{title}} · {{values}}',
  baseline: 'in use {{value}}',
  toOwn: 'As in the document',
  toOwnOf: '{{parameter}}: as in the document, not as in use',
  toAwaited: 'Undetermined',
  toAwaitedOf: '{{parameter}}: undetermined, not as in use',
  toShared: 'As shared',
  toSharedOf: '{{parameter}}: as on all pages',
};
