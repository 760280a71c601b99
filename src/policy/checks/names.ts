import type { Fact } from '../../facts/dictionary.ts';
import { boundsOf, isBounded } from '../../facts/value.ts';
import type { FactTest } from '../../words/grammar/fact-test.ts';
import { isNumber } from '../../words/grammar/number.ts';
import type { FactKind, Section } from '../../words/grammar/slots.ts';
import type { MetKind, Stand } from '../../words/stands.ts';
import { visitPolicy } from '../document/stands.ts';
import type { FaultCode } from '../reading/fault.ts';
import { type CheckContext, own } from './check.ts';
import { allowedOf, checkFactTest } from './fact-tests.ts';

/** What is said of a fact that is not of the kind that is needed. */
const FACTS: Readonly<Record<FactKind, { readonly code: FaultCode; readonly fits: (fact: Fact) => boolean; readonly absent?: FaultCode }>> =
  {
    money: { code: 'not-a-money-fact', fits: ({ type }) => type === 'money' },
    integer: { code: 'not-a-count-fact', fits: ({ type }) => type === 'integer' },
    number: { code: 'not-a-number-fact', fits: isNumber },
    divisor: { code: 'not-a-divisor-fact', fits: (fact) => isNumber(fact) && isBounded(fact) && boundsOf(fact)[0] > 0 },
    date: { code: 'not-a-date-fact', fits: ({ type }) => type === 'date' },
    // What is paid at a date must not rest on one that was assumed.
    'lasting-date': {
      code: 'not-a-date-fact',
      fits: (fact) => fact.type === 'date' && !fact.monthly && fact.default === undefined,
      absent: 'not-a-date-fact',
    },
    list: { code: 'not-a-list-fact', fits: ({ type }) => type === 'enum' || type === 'boolean' },
    enum: { code: 'not-a-list-fact', fits: ({ type }) => type === 'enum' },
    periods: { code: 'not-a-periods-fact', fits: ({ type }) => type === 'periods' },
    beginning: { code: 'not-a-beginning', fits: ({ type }) => type === 'date' || type === 'periods' },
  };

const NO_ENTRY: Readonly<Record<Section, (name: string) => [code: FaultCode, params: Readonly<Record<string, string>>]>> = {
  months: (name) => ['no-months', { name }],
  allowances: (allowance) => ['no-allowance', { allowance }],
};

/** For each kind of what a policy holds, whether it names something that has to be there; choices are checked by themselves. */
type Naming = { readonly [K in MetKind]: ((stand: Stand<K>) => void) | null };

/** All that the words of a policy name is there and of the kind that is needed: facts and their values, figures, months, allowances. */
export function checkNames({ document, dictionary, parameters, tables, report }: CheckContext): void {
  const naming: Naming = {
    fact({ slot, node: id, path }) {
      const { code, fits, absent = 'no-fact' } = FACTS[slot.is];
      const fact = dictionary.byId.get(id);
      if (!fact || !fits(fact)) report(path, fact ? code : absent, { fact: id });
    },
    test({ fact: id, node, path }) {
      const fact = dictionary.byId.get(id);
      if (!fact) return report(path, 'no-fact', { fact: id });
      checkFactTest(fact, node as FactTest, path, report);
    },
    kindOf({ fact: id, node: value, path }) {
      const fact = dictionary.byId.get(id);
      if (!fact) return;
      if (fact.type !== 'periods') return report(path, 'not-a-periods-fact', { fact: id });
      const allowed = Object.keys(fact.kinds ?? {});
      if (!allowed.includes(value)) report(path, 'no-value', { value, fact: id, allowed });
    },
    byValue({ fact: id, node, path }) {
      const fact = dictionary.byId.get(id);
      if (fact?.type !== 'enum' && fact?.type !== 'boolean') return;
      const allowed = allowedOf(fact);
      for (const value of Object.keys(node))
        if (!allowed.includes(value)) report([...path, value], 'no-value', { value, fact: id, allowed });
    },
    figure({ node: parameter, path }) {
      if (!parameters.has(parameter)) report(path, 'no-parameter', { parameter });
    },
    table({ node: parameter, by, path }) {
      if (!(by ? tables : parameters).has(parameter)) report(path, 'no-parameter', { parameter });
    },
    named({ slot: { section }, node: name, path }) {
      const [code, params] = NO_ENTRY[section](name);
      if (!own<unknown>(document[section], name)) report(path, code, { ...params, allowed: Object.keys(document[section]) });
    },
    amount: null,
    condition: null,
    choice: null,
    oneOf: null,
    value: null,
    byBand: null,
    mapping: null,
    list: null,
    record: null,
  };
  visitPolicy(document, naming);
}
