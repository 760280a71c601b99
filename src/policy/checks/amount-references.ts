import type { Fact } from '../../facts/dictionary.ts';
import type { FaultCode, Step } from '../fault.ts';
import { type Desk, visitNodes } from './check.ts';

/** Keys of amounts that name a fact, with what the fact must be. */
const FACT_KEYS: Readonly<Record<string, readonly [code: FaultCode, fits: (fact: Fact) => boolean]>> = {
  fact: ['not-a-money-fact', ({ type }) => type === 'money'],
  units: ['not-a-count-fact', (fact) => fact.type === 'integer' && fact.minimum >= 0],
  stepUp: ['not-a-count-fact', ({ type }) => type === 'integer'],
  given: ['not-a-money-fact', ({ type }) => type === 'money'],
  seniority: ['not-a-date-fact', ({ type }) => type === 'date'],
  match: ['not-a-list-fact', ({ type }) => type === 'enum' || type === 'boolean'],
};
/** Keys of amounts that name a parameter. */
const PARAMETER_KEYS = ['parameter', 'percent', 'yearly', 'since'];

/** The facts and parameters that an amount names are there and of the kind that is needed. */
export function checkAmount(desk: Desk, amount: unknown, at: readonly Step[]): void {
  visitNodes(amount, at, (node, path) => {
    if (at.length < path.length && path.at(-1) === 'amounts') return;
    checkFacts(desk, node, path);
    checkParameters(desk, node, path);
  });
}

function checkFacts({ dictionary, report }: Desk, node: Record<string, unknown>, path: readonly Step[]): void {
  const need = (id: unknown, at: readonly Step[], code: FaultCode, fits: (fact: Fact) => boolean): Fact | null => {
    const fact = dictionary.byId.get(String(id));
    if (!fact) report(at, 'no-fact', { fact: String(id) });
    else if (!fits(fact)) report(at, code, { fact: fact.id });
    else return fact;
    return null;
  };
  if ('reading' in node) return;
  for (const [key, [code, fits]] of Object.entries(FACT_KEYS)) {
    if (!Object.hasOwn(node, key)) continue;
    const fact = need(node[key], [...path, key], code, fits);
    if (fact && key === 'match') checkBranches(report, fact, Object(node.amounts), [...path, 'amounts']);
  }
  if (!Array.isArray(node.by)) return;
  for (const [index, id] of node.by.entries()) need(id, [...path, 'by', index], 'not-a-list-fact', ({ type }) => type === 'enum');
}

function checkBranches(report: Desk['report'], fact: Fact, amounts: object, path: readonly Step[]): void {
  const allowed = fact.type === 'enum' ? Object.keys(fact.values) : ['true', 'false'];
  for (const value of Object.keys(amounts))
    if (!allowed.includes(value)) report([...path, value], 'no-value', { value, fact: fact.id, allowed });
}

function checkParameters({ parameters, tables, report }: Desk, node: Record<string, unknown>, path: readonly Step[]): void {
  if ('reading' in node) return;
  for (const key of PARAMETER_KEYS) {
    const name = node[key];
    if (typeof name !== 'string') continue;
    const there = node.by && key === 'parameter' ? tables.has(name) : parameters.has(name);
    if (!there) report([...path, key], 'no-parameter', { parameter: name });
  }
}
