import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOut } from '../../src/engine/columns/layout.ts';
import { compileTables, passesOf } from '../../src/engine/columns/tables.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import type { PayScaleRecord } from '../../src/policy/pay-scales.ts';
import { readPolicy } from '../../src/policy/policy.ts';
import { clause, PLAIN_HEAD, said } from '../policy/plain-head.ts';
import { randomRuns } from '../random-runs.ts';
import { teacherArbitraryOf } from '../reference/arbitraries.ts';
import { factEntries } from '../reference/word-facts.ts';
import { datesArbitrary } from '../words/random-policy.ts';
import { oneByOne, overColumns } from './column-agreement.ts';

const YEAR = 2025;
const runs = randomRuns(400, 20_000);
const FLAGS = [
  'principal',
  'classTeacher',
  'boardingSchool',
  'townshipSchool',
  'remoteArea',
  'specialEducation',
  'afterSchool',
  'inspector',
];
const LISTS = ['area', 'post', 'backboneLevel', 'masterLevel', 'assessment', 'commute', 'degree', 'honour'];

const figure = (unit: string, value: string | null, period?: string) => ({ unit, ...(period && { period }), clause, value });
const parameters = {
  some: figure('yuan', '100.01', 'month'),
  much: figure('yuan', '30000000', 'month'),
  none: figure('yuan', '0', 'month'),
  awaited: figure('yuan', null, 'month'),
  tenth: figure('percent', '10'),
};

const isOne = fc
  .constantFrom(...LISTS)
  .chain((fact) => fc.constantFrom(...Object.keys(factEntries[fact]?.values ?? {})).map((value) => ({ [fact]: value })));
const flag = fc.constantFrom(...FLAGS).map((fact) => ({ [fact]: true }));
const condition = fc.oneof(
  { weight: 4, arbitrary: flag },
  { weight: 3, arbitrary: isOne },
  { weight: 1, arbitrary: fc.constant('always') },
);

const fixed = fc.constantFrom(
  { parameter: 'some' },
  { parameter: 'some' },
  { parameter: 'much' },
  { parameter: 'none' },
  { parameter: 'awaited' },
);
const ofThePerson = fc.constantFrom<object>(
  { fact: 'monthlySalary' },
  { scale: 'step-pay', at: 'payStep', step: 'difference', beyond: 'nothing', given: 'payStepIncrement' },
  { percent: 'tenth', of: { fact: 'monthlySalary' } },
  { percent: 'tenth', of: { percent: 'tenth', of: { fact: 'monthlySalary' } } },
  { rest: { fact: 'monthlySalary' }, less: { parameter: 'some' } },
  { match: 'resettlement', amounts: { true: { fact: 'payStepIncrement' }, false: { parameter: 'some' } } },
);
const amount = fc.oneof({ weight: 3, arbitrary: fixed }, { weight: 1, arbitrary: ofThePerson });
const pays = fc.tuple(
  fc.constantFrom({ every: 'month' }, { every: 'month' }, { every: 'year' }, { at: 'recruitedOn' }, { at: 'teachingSince' }),
  amount,
);

const allowance = fc.record({
  title: fc.constant(said),
  payee: fc.constantFrom('teacher', 'teacher', 'institution'),
  economicCode: fc.constant('30102'),
  clause: fc.constant(clause),
  when: condition,
  pays: pays.map(([rhythm, one]) => ({ ...rhythm, amount: one })),
  months: fc.constantFrom('all', 'all', 'some', 'few'),
});

/** A policy document of these allowances. */
const documentOf = (allowances: readonly object[]) => ({
  id: 'many',
  ...PLAIN_HEAD,
  requires: ['area'],
  places: { resettlement: { clause, towns: [{ town: '良田镇' }, { town: '丰登镇', villages: ['润丰村', '和丰村'] }] } },
  months: { all: 'all', some: { except: [7, 8] }, few: { first: 7 } },
  readings: {},
  parameters,
  allowances: Object.fromEntries(allowances.map((one, at) => [`p${at}`, one])),
  stacking: [],
});

const peopleArbitrary = fc.array(
  fc.tuple(teacherArbitraryOf(YEAR), datesArbitrary(YEAR)).map(([teacher, dates]) => ({ ...teacher, ...dates })),
  { minLength: 1, maxLength: 12 },
);

/** No pay scale, or one of all of the year. */
const scalesArbitrary = fc.constantFrom<PayScaleRecord[]>(
  [],
  [{ id: 'S', from: '2020-01', steps: { '1': '1500', '2': '1600.50', '13': '2500', '14': '2610' } }],
);

function planOf(allowances: readonly object[], payScales: readonly PayScaleRecord[] = []): Plan {
  const policy = readPolicy(policySchema.parse(documentOf(allowances)), 'many', dictionary);
  return planRun(policy, { year: YEAR, readings: {}, parameters: {}, payScales });
}

function passesUnder(plan: Plan) {
  const layout = layOut([plan]);
  const tables = layout && compileTables(plan, layout);
  return tables ? passesOf(tables) : [];
}

describe('under policies of many allowances', () => {
  it(`teachers in columns come to what the engine finds, in ${runs} runs`, { timeout: 600_000 }, () => {
    let counted = 0;
    let inPasses = 0;
    const allowances = fc.array(allowance, { minLength: 1, maxLength: 45 });
    fc.assert(
      fc.property(allowances, scalesArbitrary, peopleArbitrary, (some, payScales, people) => {
        const plan = planOf(some, payScales);
        const found = overColumns(plan, people);
        if (found === null) return;
        counted++;
        if (passesUnder(plan).length > 1) inPasses++;
        expect(found).toEqual(oneByOne(plan, people));
      }),
      { numRuns: runs },
    );
    expect(counted).toBeGreaterThan(runs / 4);
    expect(inPasses).toBeGreaterThan(runs / 8);
  });

  it('they do so where more hold for one fact than a word has bits', () => {
    const alike = Array.from({ length: 40 }, (_, at) => ({
      title: said,
      payee: 'teacher',
      economicCode: '30102',
      clause,
      when: { principal: at % 3 > 0 },
      pays: { every: 'year', amount: { parameter: 'some' } },
      months: 'all',
    }));
    const plan = planOf(alike);
    expect(passesUnder(plan)).toHaveLength(2);
    const people = [true, false].map((principal, at) => ({ id: `${at}`, post: 'established', area: 'urban', principal }));
    expect(overColumns(plan, people)).toEqual(oneByOne(plan, people));
  });
});
