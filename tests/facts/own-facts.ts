import { type Dictionary, extendDictionary, factsSchema } from '../../src/facts/dictionary.ts';
import { dictionary } from '../../src/policy/bundled.ts';

/** Facts of a policy's own, one of each kind of number and with defaults, as a policy file has them. */
export const OWN_FACTS = {
  countyKm: {
    type: 'decimal',
    minimum: '0',
    maximum: '300.5',
    monthly: true,
    unit: { zh: '公里', en: 'km', also: ['千米'] },
    label: { zh: '距县城', en: 'Distance from the county town' },
    headers: ['距县城里程'],
  },
  area2: {
    type: 'decimal',
    minimum: '0.5',
    maximum: '1000',
    default: '20',
    unit: { zh: '平方米', en: 'm2' },
    label: { zh: '宿舍面积', en: 'Room' },
  },
  lessons: {
    type: 'integer',
    minimum: 0,
    maximum: 40,
    default: 12,
    monthly: true,
    unit: { zh: '节', en: 'lessons' },
    label: { zh: '周课时', en: 'Lessons a week' },
  },
  rent: { type: 'money', default: '300', label: { zh: '房租', en: 'Rent' } },
  since: { type: 'month', default: '2020-09', label: { zh: '起算月', en: 'Since' } },
  begun: { type: 'date', default: '2020-09-01', label: { zh: '起算日', en: 'Begun' } },
  group: { type: 'text', maxLength: 8, default: '一组', label: { zh: '组别', en: 'Group' } },
} as const;

/** The shared facts and these. */
export const withOwnFacts: Dictionary = extendDictionary(dictionary, factsSchema.parse(OWN_FACTS));
