import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entitle } from '../../src/engine/entitle.ts';
import { monthsOf } from '../../src/engine/explain.ts';
import { type Plan, planRun } from '../../src/engine/plan.ts';
import { type Question, questionsOf } from '../../src/engine/questions.ts';
import { factOf } from '../../src/facts/dictionary.ts';
import { encodeTeacher } from '../../src/facts/teacher.ts';
import type { TeacherRecord } from '../../src/facts/teacher-schema.ts';
import { bundledPolicies, dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { type Policy, readPolicy } from '../../src/policy/policy.ts';
import { AmountTooLargeError } from '../../src/words/amounts/too-large.ts';
import { randomRuns } from '../random-runs.ts';
import { yearArbitrary } from '../reference/arbitraries.ts';
import { factEntries } from '../reference/word-facts.ts';
import { documentArbitrary, overridesArbitrary, periodsArbitrary, personArbitrary, readingsArbitrary } from '../words/random-policy.ts';

const runs = randomRuns(125, 100_000);
/** What a teacher gets, as far as answers that nobody asks for must not change it. */
function outcome(plan: Plan, teacher: TeacherRecord): unknown {
  const { items, claims } = entitle(plan, encodeTeacher(plan.policy.dictionary, teacher));
  const owed = claims.map(({ claim, amountFen, month, missing }) => {
    return { claim: claim.id, amountFen, month, missing: missing.map((lack) => JSON.stringify(lack)).toSorted() };
  });
  const answers = items.map((item) => ({
    allowance: item.allowance.id,
    months: monthsOf(item),
    line: item.paidStretches !== null,
    missing: item.missing.map((lack) => JSON.stringify(lack)).toSorted(),
    declined: item.declined !== null,
  }));
  return { answers, owed };
}

/** Nothing is given; a history of no periods is none. */
const isUnknown = (value: unknown) => value === null || value === undefined || (Array.isArray(value) && value.length === 0);

const ask = (plan: Plan, teacher: TeacherRecord) => questionsOf(plan, encodeTeacher(plan.policy.dictionary, teacher));

/** Any value of a fact. */
function anyOf(fact: string, year: number): fc.Arbitrary<unknown> {
  const { type, values = {}, kinds = {} } = factEntries[fact] as (typeof factEntries)[string];
  const month = fc.integer({ min: 1, max: 12 }).map((at) => String(at).padStart(2, '0'));
  const near = fc.constantFrom(year - 1, year, year, year).map((one) => Math.min(2100, Math.max(2000, one)));
  switch (type) {
    case 'enum':
      return fc.constantFrom(...Object.keys(values));
    case 'boolean':
      return fc.boolean();
    case 'decimal':
      return fc.constantFrom('1', '25', '49.9999');
    case 'integer':
      return fc.constantFrom(1, 13, 26);
    case 'money':
      return fc.constantFrom('0', '27.00', '4321.15');
    case 'periods':
      // An empty history says nothing.
      return periodsArbitrary(year, Object.keys(kinds)).filter((periods) => periods.length > 0);
    case 'month':
      return fc.tuple(near, month).map(([one, at]) => `${one}-${at}`);
    case 'date':
      return fc.tuple(near, month).map(([one, at]) => `${one}-${at}-15`);
    default:
      return fc.constantFrom('良田镇', '丰登镇', '润丰村', '别处');
  }
}

const FACTS = Object.keys(factEntries).filter((fact) => fact !== 'id');
const answersArbitrary = (year: number) => fc.record(Object.fromEntries(FACTS.map((fact) => [fact, anyOf(fact, year)])));

/** Any value of a fact that a policy derives and asks for where its rules do not decide. */
function anyDerived({ policy: { dictionary: facts } }: Plan, fact: string): unknown {
  const derived = factOf(facts, fact);
  return derived.type === 'enum' ? Object.keys(derived.values)[0] : 1;
}

interface Case {
  readonly plan: Plan;
  readonly teacher: TeacherRecord;
  readonly answers: Readonly<Record<string, unknown>>;
  readonly chosen: readonly string[];
}

function caseOf(policy: fc.Arbitrary<Policy>, year: number): fc.Arbitrary<Case> {
  const teacher = personArbitrary(year);
  // Many facts are forgotten, also required ones, so that there is something to ask.
  const forgotten = fc.tuple(teacher, fc.subarray(FACTS)).map(([one, names]) => ({
    ...one,
    ...Object.fromEntries(names.map((fact) => [fact, null])),
  }));
  const settings = fc.record({ readings: readingsArbitrary, parameters: overridesArbitrary(year) });
  return fc
    .record({ policy, settings, teacher: forgotten, answers: answersArbitrary(year), chosen: fc.subarray(FACTS) })
    .map(({ policy: one, settings: { readings, parameters }, ...rest }) => {
      const known = Object.fromEntries(Object.entries(readings).filter(([id]) => Object.hasOwn(one.document.readings, id)));
      const figures = Object.fromEntries(Object.entries(parameters).filter(([key]) => one.parameters.has(key)));
      return { ...rest, teacher: rest.teacher as TeacherRecord, plan: planRun(one, { year, readings: known, parameters: figures }) };
    });
}

const jinfeng = bundledPolicies.get('jinfeng-2021') as Policy;
const randomPolicy = (year: number) =>
  documentArbitrary(year).map((document) => readPolicy(policySchema.parse(document), 'random', dictionary));
const cases = yearArbitrary.chain((year) =>
  fc.oneof({ weight: 3, arbitrary: caseOf(randomPolicy(year), year) }, { weight: 1, arbitrary: caseOf(fc.constant(jinfeng), year) }),
);

/** What is asked of the person. */
const factsOf = (questions: readonly Question[]) => questions.flatMap((one) => ('fact' in one ? [one.fact] : []));

/** An amount of twelve digits can be too large in any of these; such a teacher has no result. */
function unlessTooLarge(test: () => void): void {
  try {
    test();
  } catch (error) {
    if (!(error instanceof AmountTooLargeError)) throw error;
  }
}

describe('the facts that matter', () => {
  it(`are all: to answer what is not asked changes no result, on ${runs} random policies and teachers`, { timeout: 1_800_000 }, () => {
    const seen = { unasked: 0, asked: 0 };
    fc.assert(
      fc.property(cases, ({ plan, teacher, answers, chosen }) =>
        unlessTooLarge(() => {
          const asked = new Set(factsOf(ask(plan, teacher)));
          // A place that a policy lists is asked for by its town; who says it outright has answered that.
          const open = chosen.filter((fact) => teacher[fact] === null && !asked.has(fact) && !plan.policy.places.has(fact));
          const { stretches: employed } = entitle(plan, encodeTeacher(plan.policy.dictionary, teacher));
          const dates = plan.allowances.flatMap(({ rhythm }) => (rhythm.kind === 'dated' ? [rhythm.fact] : []));
          const unasked = open
            .filter((fact) => employed.some(({ months }) => months & plan.versions[0].ruled) || !dates.includes(fact))
            .filter((fact) => fact !== 'leftOn' || !open.includes('arrivedOn'));
          const told = { ...teacher, ...Object.fromEntries(unasked.map((fact) => [fact, answers[fact]])) };
          expect(outcome(plan, told)).toEqual(outcome(plan, teacher));
          seen.unasked += unasked.length;
          seen.asked += asked.size;
        }),
      ),
      { numRuns: runs },
    );
    expect(seen.unasked).toBeGreaterThan(runs);
    expect(seen.asked).toBeGreaterThan(runs);
  });

  it('come to an end, and then only figures are missing', { timeout: 1_800_000 }, () => {
    let rounds = 0;
    fc.assert(
      fc.property(cases, ({ plan, teacher: { changes: _, ...teacher }, answers }) =>
        unlessTooLarge(() => {
          let known: TeacherRecord = teacher;
          for (let questions = factsOf(ask(plan, known)); questions.length > 0; questions = factsOf(ask(plan, known))) {
            // An empty history says nothing, and so is asked about.
            const facts = questions.filter((fact) => isUnknown(known[fact]));
            expect(facts).not.toEqual([]);
            const decided = facts.map((fact) => [fact, answers[fact] === 'pending' ? 'passed' : (answers[fact] ?? anyDerived(plan, fact))]);
            expect(decided.filter(([, answer]) => answer === null || answer === undefined)).toEqual([]);
            known = { ...known, ...Object.fromEntries(decided) };
            rounds++;
          }
          const { items } = entitle(plan, encodeTeacher(plan.policy.dictionary, known));
          const facts = items.flatMap(({ missing }) => missing.flatMap(({ input }) => (input.code === 'fact' ? [input.fact] : [])));
          // An assessment that was pending from the start has been answered, if not decided.
          expect(facts.filter((fact) => known[fact] !== 'pending')).toEqual([]);
        }),
      ),
      { numRuns: runs },
    );
    expect(rounds).toBeGreaterThan(runs);
  });
});

describe('under jinfeng-2021', () => {
  const plan = planRun(jinfeng, { year: 2025, readings: {}, parameters: {} });
  const asks = (teacher: TeacherRecord, under = plan) => factsOf(ask(under, teacher));
  const CALENDAR = ['employedFrom', 'employedTo', 'arrivedOn', 'leftOn', 'onPayroll'];
  const FLAGS = ['principal', 'classTeacher', 'boardingSchool', 'townshipSchool'];

  it('asks what is required first, and not what only a further answer would bring up', () => {
    expect(ask(plan, { id: 'T1' }).slice(0, 4)).toEqual([
      { fact: 'post', need: 'required', allowances: [] },
      { fact: 'area', need: 'required', allowances: ['meal'] },
      { fact: 'commute', need: 'missing', allowances: ['transport'] },
      { fact: 'studioHost', need: 'assumed', allowances: ['studio-host', 'studio-running'] },
    ]);
    expect(asks({ id: 'T1' }).slice(4)).toEqual(['town', 'backboneLevel', 'masterLevel', 'recruitedOn', ...FLAGS, ...CALENDAR]);
  });

  const usual: TeacherRecord = { id: 'T1', post: 'established', area: 'rural', commute: 'near', studioHost: false };

  it('asks for the assessment of a backbone teacher only', () => {
    expect(asks({ ...usual, backboneLevel: 'none' })).not.toContain('assessment');
    expect(asks({ ...usual, backboneLevel: 'city' })[0]).toBe('assessment');
    expect(asks({ ...usual, backboneLevel: 'city', assessment: 'pending' })).not.toContain('assessment');
  });

  it('asks a kindergarten contract teacher of the resettlement area for the salary, others there for the increment, nobody elsewhere', () => {
    const there = { ...usual, town: '良田镇' };
    expect(asks({ ...there, post: 'kindergarten-contract' })).toContain('monthlySalary');
    expect(asks({ ...there, post: 'kindergarten-contract' })).not.toContain('payStepIncrement');
    expect(asks(there)).toContain('payStepIncrement');
    expect(asks(there)).not.toContain('monthlySalary');
    expect(asks({ ...usual, town: '黄河东路街道' })).not.toContain('payStepIncrement');
    expect(asks({ ...there, post: 'temporary' })).not.toContain('payStepIncrement');
    expect(asks({ ...usual, post: 'temporary' })).not.toContain('town');
  });

  it('asks for a village where the town is listed by village', () => {
    expect(asks({ ...usual, town: '丰登镇' })).toContain('village');
    expect(asks({ ...usual, town: '丰登镇', village: '联丰村' })).not.toContain('payStepIncrement');
    expect(asks({ ...usual, town: '丰登镇', village: '和丰村' })).toContain('payStepIncrement');
    expect(asks({ ...usual, town: '良田镇' })).not.toContain('village');
    expect(asks({ ...usual, resettlement: true })).not.toContain('town');
  });

  it('asks a recruit of the year for degree and honour, nobody else', () => {
    expect(asks(usual)).not.toContain('degree');
    expect(asks({ ...usual, recruitedOn: '2024-03-15' })).not.toContain('degree');
    expect(asks({ ...usual, recruitedOn: '2025-03-15' })).toEqual(expect.arrayContaining(['degree', 'honour']));
  });

  it('asks for the pay step only where a scale is in force and no increment is given', () => {
    const there = { ...usual, town: '良田镇' };
    const payScales = [{ id: 'S', from: '2025-01', steps: { '1': '100.00', '2': '150.00' } }];
    const withScale = planRun(jinfeng, { year: 2025, readings: {}, parameters: {}, payScales });
    expect(asks(there)).not.toContain('payStep');
    expect(asks(there, withScale)).toContain('payStep');
    expect(asks({ ...there, payStepIncrement: '27.00' }, withScale)).not.toContain('payStep');
  });

  it('asks for nothing more where the year is over before it began', () => {
    expect(asks({ ...usual, employedTo: '2024-12' })).toEqual([]);
  });

  it('asks for nothing once all is known', () => {
    const none = Object.fromEntries(FLAGS.map((fact) => [fact, false]));
    const rest = { backboneLevel: 'none', masterLevel: 'none', recruitedOn: '2020-09-01', town: '别处', ...none };
    const year = { employedFrom: '2020-09', employedTo: '2025-12', onPayroll: true };
    expect(asks({ ...usual, ...rest, ...year })).toEqual([]);
  });
});
