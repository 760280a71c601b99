import { afterAll, expect, it, vi } from 'vitest';
import { stringify } from 'yaml';
import { explainEntitlement, readEntitlementRequest } from '../../src/contract/teacher/entitlement.ts';
import { dictionary } from '../../src/policy/bundled.ts';
import { policySchema } from '../../src/policy/document/schema.ts';
import { usageOf } from '../../src/policy/document/usage.ts';
import { readPolicyFile } from '../../src/policy/loading/load.ts';
import { readPolicy } from '../../src/policy/policy.ts';

// Files share what they import: this one reads the program anew, and so does the next.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock('../../src/words/amounts/amount-words.ts');
  vi.resetModules();
});

// The one line that a new word costs beside its file: everything below follows from its slots.
vi.mock('../../src/words/amounts/amount-words.ts', async (original) => {
  const { AMOUNT_WORDS } = await original<typeof import('../../src/words/amounts/amount-words.ts')>();
  const { topUp } = await import('./top-up.ts');
  return { AMOUNT_WORDS: [...AMOUNT_WORDS, topUp] };
});

const said = { zh: '甲', en: 'A' };
const clause = { item: '1', quote: '10元，500元，5%' };
const money = (value: string, period = 'month') => ({ unit: 'yuan', period, clause, value });

const TOP_UP = { topUp: { parameter: 'base' }, floor: 'area', own: 'monthlySalary', when: { area: 'rural' } };

/** A policy whose one allowance is that amount; one parameter is called like a fact. */
function policyOf(amount: object, more: { readonly parameters?: object; readonly readings?: object } = {}) {
  return {
    id: 'top-up',
    title: said,
    documentNumber: null,
    issuer: said,
    issuedOn: null,
    effectiveFrom: null,
    source: { file: 'source.txt' },
    requires: [],
    months: { every: 'all' },
    readings: more.readings ?? {},
    parameters: { base: money('10'), area: money('500'), ...more.parameters },
    allowances: {
      it: {
        title: said,
        payee: 'teacher',
        economicCode: '30102',
        clause,
        when: 'always',
        pays: { every: 'month', amount },
        months: 'every',
      },
    },
  };
}

/** Faults and warnings, their places from the amount on. */
function found(amount: object, more?: Parameters<typeof policyOf>[1]) {
  const { faults, warnings } = readPolicyFile(stringify(policyOf(amount, more)), dictionary);
  return [...faults, ...warnings]
    .filter(({ code }) => code !== 'no-source')
    .map(({ path, code, params }) => ({ at: path.replace(/^allowances\.it\.pays\.amount\.?/, ''), code, params }));
}

const told = (...args: Parameters<typeof found>) => found(...args).map(({ at, code }) => `${at || '.'} ${code}`);

it('a policy may have the word, which is computed', () => {
  expect(told(TOP_UP)).toEqual([]);
  const policy = readPolicy(policySchema.parse(policyOf(TOP_UP)), 'v', dictionary);
  const amountOf = (teacher: object) => {
    const read = readEntitlementRequest(policy, { year: 2025, teacher: { id: 'T1', ...teacher } });
    if (read.value === null) throw new Error(JSON.stringify(read.issues));
    return explainEntitlement(policy, read.value.settings, read.value.teacher, { language: 'zh' }).lines[0]?.amount;
  };
  expect(amountOf({ area: 'rural', monthlySalary: '600.00' })).toBe('7200.00');
  expect(amountOf({ area: 'urban', monthlySalary: '600.00' })).toBe('6000.00');
});

it('its shape is known: what is missing, what is too much, and what is of another kind', () => {
  const { floor: _, ...without } = TOP_UP;
  expect(told(without)).toEqual(['floor missing-key']);
  expect(told({ ...TOP_UP, colour: 'red' })).toEqual(['colour unknown-key']);
  expect(told({ ...TOP_UP, topUp: { sum: [] } })).toEqual(['topUp not-an-amount']);
  expect(found({ ...TOP_UP, topUp: {} })[0]?.params.allowed).toContain('topUp');
  expect(told({ ...TOP_UP, when: 3 })).toEqual(['when not-a-condition']);
  expect(told({ ...TOP_UP, add: 'twice' })).toEqual(['add not-allowed-value']);
});

it('what it names and is not there has the fault that it has in every word', () => {
  const real = found({ percent: 'no-such', of: { parameter: 'base' } }).find(({ code }) => code === 'no-parameter');
  expect(real).toMatchObject({ at: 'percent', params: { parameter: 'no-such' } });
  expect(found({ ...TOP_UP, floor: 'no-such' })).toContainEqual({ ...real, at: 'floor' });
  expect(told({ ...TOP_UP, topUp: { parameter: 'no-such' } })).toContain('topUp.parameter no-parameter');
  expect(told({ ...TOP_UP, own: 'noSuch' })).toContain('own no-fact');
  expect(told({ ...TOP_UP, own: 'area' })).toContain('own not-a-money-fact');
  expect(told({ ...TOP_UP, when: { noSuch: true } })).toContain('when.noSuch no-fact');
  expect(told({ ...TOP_UP, when: { any: [{ area: 'suburb' }, { area: 'rural' }] } })).toContain('when.any.0.area no-value');
  expect(told({ ...TOP_UP, add: { reading: 'no-such', a: 'floor' } })).toContain('add.reading no-reading');
  expect(told({ ...TOP_UP, among: ['post', 'payStep'] })).toContain('among.1 not-a-list-fact');
});

it('a figure has to be in its unit, and for the period of what it pays', () => {
  const yearly = { area: money('500', 'year') };
  expect(told(TOP_UP, { parameters: yearly })).toEqual(['floor wrong-period']);
  expect(told({ ...TOP_UP, share: 'base' })).toEqual(['share wrong-unit']);
});

it('what is listed twice, or does not stand in the quote, is told', () => {
  expect(told({ ...TOP_UP, among: ['post', 'post'] })).toEqual(['among.1 repeated']);
  expect(told({ ...TOP_UP, after: 7 })).toEqual(['after figure-not-quoted']);
});

it('coverage goes into its amounts and its conditions', () => {
  const match = { match: 'area', amounts: { urban: { parameter: 'base' } } };
  const [gap] = found({ ...TOP_UP, topUp: match });
  expect(gap).toMatchObject({ at: 'topUp.amounts', code: 'no-branch', params: { value: 'rural', facts: ['area=rural'] } });
  expect(told({ ...TOP_UP, when: [{ area: 'rural' }, { area: 'urban' }] })).toEqual(['when never-holds']);
  expect(told(TOP_UP, { parameters: { other: money('10') } })).toEqual(['parameters.other unused-parameter']);
  expect(told({ ...TOP_UP, share: 'other' }, { parameters: { other: { unit: 'percent', clause, value: '5' } } })).toEqual([]);
});

it('its choices are found: what each option decides, and which option names a value', () => {
  const reading = (...options: string[]) => ({
    how: {
      question: said,
      clause,
      default: options[0],
      reason: said,
      options: Object.fromEntries(options.map((option) => [option, said])),
    },
  });
  expect(told(TOP_UP, { readings: reading('a', 'b') })).toEqual(['readings.how unused-reading']);
  expect(told({ ...TOP_UP, add: { reading: 'how', a: 'floor', b: 'nothing' } }, { readings: reading('a', 'b') })).toEqual([]);
  expect(told({ ...TOP_UP, add: { reading: 'how' } }, { readings: reading('floor', 'nothing') })).toEqual([]);
  expect(told({ ...TOP_UP, add: { reading: 'how' } }, { readings: reading('floor', 'none') })).toEqual(['add bare-choice']);
  expect(told({ ...TOP_UP, add: { reading: 'how', a: 'floor' } }, { readings: reading('a', 'b') })).toEqual(['add option-without-value']);
});

it('a form asks for the facts that it names, and for none that a figure is called like', () => {
  const factsOf = (amount: object) => usageOf(policySchema.parse(policyOf(amount)), dictionary).facts;
  expect(factsOf(TOP_UP)).toEqual(expect.arrayContaining(['monthlySalary', 'area']));
  const other = factsOf({ ...TOP_UP, when: { post: 'established' } });
  expect(other).toEqual(expect.arrayContaining(['monthlySalary', 'post']));
  expect(other).not.toContain('area');
});
