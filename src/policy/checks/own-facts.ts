import type { Dictionary, FactsDocument } from '../../facts/dictionary.ts';
import { CONDITION_WORDS } from '../../words/conditions/condition-words.ts';
import type { FaultCode, FaultParams, Step } from '../reading/fault.ts';
import type { Check } from './check.ts';

/** Keys of conditions and of a teacher's changes, which no fact may be called. */
const RESERVED = new Set<string>([...CONDITION_WORDS.map(({ key }) => key), 'reading', 'from', 'changes']);

/** The facts that a policy declares have new names, and everything that they name is defined. */
export const checkOwnFacts: Check = ({ document, dictionary, report }) => checkFactEntries(document.facts, dictionary, report);

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
    if (shared?.byId.has(id) || RESERVED.has(id) || id in Object.prototype) report(at, 'fact-taken', { fact: id });
    for (const [index, other] of fact.follows.entries()) need(other, [...at, 'follows', index]);
    if (fact.type === 'boolean' && fact.place) {
      for (const [key, other] of Object.entries(fact.place)) {
        need(other, [...at, 'place', key]);
        const named = known(other);
        if (named && named.type !== 'text') report([...at, 'place', key], 'not-a-text-fact', { fact: other });
      }
    }
    if (fact.type === 'integer' && fact.minimum > fact.maximum) report([...at, 'maximum'], 'out-of-range', { minimum: fact.minimum });
    if (fact.type !== 'enum') continue;
    const allowed = Object.keys(fact.values);
    if (allowed.length === 0) report([...at, 'values'], 'empty');
    if (fact.default !== undefined && !allowed.includes(fact.default))
      report([...at, 'default'], 'no-value', { value: fact.default, fact: id, allowed });
  }
}
