import { describe, expect, it } from 'vitest';
import { planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { clause, PLAIN_HEAD, said } from '../policy/plain-head.ts';
import { oneByOne, overColumns } from './column-agreement.ts';

const text = { type: 'text', maxLength: 20, monthly: true, label: said };
const towns = [{ town: '良田镇' }, { town: '丰登镇', villages: ['润丰村'] }];
const document = {
  id: 'places',
  ...PLAIN_HEAD,
  requires: [],
  // Nothing lapses where a town changes, but a hamlet does where the road does.
  facts: {
    township: text,
    road: text,
    hamlet: { ...text, follows: ['road'] },
    moved: { type: 'boolean', monthly: true, label: said, place: { town: 'township', village: 'hamlet' }, default: false },
  },
  places: { moved: { clause, towns }, resettlement: { clause, towns } },
  months: { all: 'all' },
  readings: {},
  parameters: {
    some: { unit: 'yuan', period: 'month', clause, value: '1' },
    more: { unit: 'yuan', period: 'month', clause, value: '100' },
  },
  allowances: Object.fromEntries(
    (['moved', 'resettlement'] as const).map((fact, at) => [
      `p${at}`,
      {
        title: said,
        payee: 'teacher',
        economicCode: '30102',
        clause,
        when: { [fact]: true },
        pays: { every: 'month', amount: { parameter: at === 0 ? 'some' : 'more' } },
        months: 'all',
      },
    ]),
  ),
  stacking: [],
};
const plan = planRun(readPolicy(policySchema.parse(document), 'places', dictionary), { year: 2025, readings: {}, parameters: {} });

/** What comes of a change in July. */
function comesTo(given: object, change: object) {
  const people = [{ id: 'a', ...given, changes: [{ from: '2025-07', ...change }] }];
  const found = overColumns(plan, people);
  expect(found).toEqual(oneByOne(plan, people));
  const { personal, missing } = found?.people[0] ?? {};
  return { yuan: Number(personal) / 100, missing: missing?.length };
}

describe('what follows from a place, in columns', () => {
  it.each([
    ['a town is left', { township: '良田镇' }, { township: '他镇' }, 6, 0],
    ['a town is no longer known', { township: '良田镇' }, { township: null }, 6, 0],
    ['it is said outright, then no longer', { township: '良田镇', moved: false }, { moved: null }, 6, 0],
    ['it is said outright of later', { township: '良田镇' }, { moved: false }, 6, 0],
    ['it is said outright, and the town changes', { township: '他镇', moved: true }, { township: '良田镇' }, 12, 0],
    ['a village lapses with what it follows', { township: '丰登镇', hamlet: '润丰村' }, { road: '甲路' }, 6, 1],
    ['a village is learnt', { township: '丰登镇' }, { hamlet: '润丰村' }, 6, 1],
    ['a village is another', { township: '丰登镇', hamlet: '他村' }, { hamlet: '润丰村' }, 6, 0],
    ['a village lapses with its town', { town: '丰登镇', village: '润丰村' }, { town: '良田镇' }, 1200, 0],
    ['what was said outright lapses with its town', { town: '他镇', resettlement: true }, { town: '丰登镇' }, 600, 1],
  ])('is judged anew where %s', (_, given, change, yuan, missing) => {
    expect(comesTo(given, change)).toEqual({ yuan, missing });
  });

  it('is that of each place, however many there are', () => {
    const people = Array.from({ length: 1_500 }, (_, at) => ({
      id: `${at}`,
      township: at % 3 === 0 ? '丰登镇' : `${at}镇`,
      hamlet: at % 9 === 0 ? '润丰村' : `${at}村`,
    }));
    const again = [...people, ...people].map((one, at) => ({ ...one, id: `${at}` }));
    expect(overColumns(plan, again)).toEqual(oneByOne(plan, again));
  });

  it('is left to the engine where nothing stands in for a place that is not known', () => {
    const { default: _, ...moved } = document.facts.moved;
    const open = { ...document, facts: { ...document.facts, moved } };
    const settings = { year: 2025, readings: {}, parameters: {} };
    const planOf = (one: object) => planRun(readPolicy(policySchema.parse(one), 'places', dictionary), settings);
    expect(overColumns(planOf(document), [{ id: 'a' }])).not.toBeNull();
    expect(overColumns(planOf(open), [{ id: 'a' }])).toBeNull();
  });
});

describe('a fact of few values that follows another, in columns', () => {
  const lit = { type: 'boolean', monthly: true, label: said, follows: ['road'], default: false };
  const { p0 } = document.allowances;
  const following = {
    ...document,
    facts: { road: text, lit, wet: { ...lit, follows: [] } },
    places: {},
    allowances: { lit: { ...p0, when: { lit: true } }, wet: { ...p0, when: { wet: true } } },
  };
  const roads = planRun(readPolicy(policySchema.parse(following), 'roads', dictionary), { year: 2025, readings: {}, parameters: {} });

  it.each([
    ['lapses where that changes', { road: '乙路' }, 6],
    ['lapses where that is no longer known', { road: null }, 6],
    ['lapses where that is named, though it stays the same', { road: '甲路' }, 6],
    ['stays where it is said anew', { road: '乙路', lit: true }, 12],
    ['is what is said of it', { lit: false }, 6],
    ['stays where something else changes', { wet: true }, 18],
  ])('%s', (_title, change, yuan) => {
    const people = [{ id: 'a', road: '甲路', lit: true, changes: [{ from: '2025-07', ...change }] }];
    const found = overColumns(roads, people);
    expect(found).toEqual(oneByOne(roads, people));
    expect(found?.people[0]?.personal).toBe(BigInt(yuan) * 100n);
  });
});
