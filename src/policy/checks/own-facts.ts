import type { BoundedFact, Dictionary, FactsDocument } from '../../facts/dictionary.ts';
import { EMPLOYMENT } from '../../facts/employment.ts';
import { textFault } from '../../facts/text.ts';
import { boundsOf, encodeFact, isBounded } from '../../facts/value.ts';
import { CONDITION_WORDS } from '../../words/conditions/condition-words.ts';
import type { FaultCode, FaultParams, Step } from '../reading/fault.ts';
import type { Check } from './check.ts';

/** Keys of conditions and of a teacher's changes, which no fact may be called. */
const RESERVED = new Set<string>([...CONDITION_WORDS.map(({ key }) => key), 'reading', 'from', 'changes']);

/** Facts for which nothing may stand in: who somebody is, and from when to when employed. */
const WITHOUT_DEFAULT = new Set<string>(['id', EMPLOYMENT.from, EMPLOYMENT.to, EMPLOYMENT.arrived, EMPLOYMENT.left]);

/** The facts that a policy declares or derives have new names, and everything that those it declares name is defined. */
export const checkOwnFacts: Check = ({ document, dictionary, report }) => {
  checkFactEntries(document.facts, dictionary, report);
  for (const fact of Object.keys(document.derive))
    if (Object.hasOwn(document.facts, fact) || isTaken(fact, dictionary)) report(['derive', fact], 'fact-taken', { fact });
};

/**
 * Checks facts under the key `facts` of a file: their names are free, and what they name is there.
 *
 * @param shared the facts that are there already; `null` where the file is the dictionary itself
 */
export function checkFactEntries(
  facts: FactsDocument,
  shared: Dictionary | null,
  report: (path: readonly Step[], code: FaultCode, params?: FaultParams) => void,
): void {
  const known = (id: string) => shared?.byId.get(id) ?? (Object.hasOwn(facts, id) ? facts[id] : undefined);
  const need = (id: string, path: readonly Step[]) => {
    if (!known(id)) report(path, 'no-fact', { fact: id });
  };
  for (const [id, fact] of Object.entries(facts)) {
    const at = ['facts', id];
    if (isTaken(id, shared)) report(at, 'fact-taken', { fact: id });
    for (const [index, other] of fact.follows.entries()) need(other, [...at, 'follows', index]);
    if (fact.type === 'boolean' && fact.place) {
      for (const [key, other] of Object.entries(fact.place)) {
        need(other, [...at, 'place', key]);
        const named = known(other);
        if (named && named.type !== 'text') report([...at, 'place', key], 'not-a-text-fact', { fact: other });
      }
    }
    if (isBounded(fact)) checkBounded(fact, (key, code, params) => report([...at, key], code, params));
    if (fact.type === 'text' && fact.default !== undefined && textFault(fact.default) !== null) report([...at, 'default'], 'invalid-form');
    if (fact.type === 'date' && fact.blank && fact.default !== undefined) report([...at, 'default'], 'blank-and-default');
    if (WITHOUT_DEFAULT.has(id) && fact.default !== undefined) report([...at, 'default'], 'unknown-key', { key: 'default' });
    if (fact.type === 'periods' && fact.kinds && Object.keys(fact.kinds).length === 0) report([...at, 'kinds'], 'empty');
    if (fact.type !== 'enum') continue;
    const allowed = Object.keys(fact.values);
    if (allowed.length === 0) report([...at, 'values'], 'empty');
    if (fact.default !== undefined && !allowed.includes(fact.default))
      report([...at, 'default'], 'no-value', { value: fact.default, fact: id, allowed });
  }
}

/** Its bounds are in order, and its default lies within them. */
function checkBounded(
  fact: Pick<BoundedFact, 'type' | 'minimum' | 'maximum' | 'default'>,
  report: (key: string, code: FaultCode, params: FaultParams) => void,
): void {
  const [least, most] = boundsOf(fact);
  const { minimum, maximum } = fact;
  if (least > most) report('maximum', 'out-of-range', { minimum });
  const usual = encodeFact(fact, fact.default);
  if (usual === null) return;
  if (Number(usual) < least) report('default', 'out-of-range', { minimum });
  else if (Number(usual) > most) report('default', 'out-of-range', { maximum });
}

function isTaken(id: string, shared: Dictionary | null): boolean {
  return shared?.byId.has(id) || RESERVED.has(id) || id in Object.prototype;
}
