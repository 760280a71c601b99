import type { Step } from '../fault.ts';
import type { Check } from './check.ts';

/** Keys of conditions and of a teacher's changes, which no fact may be called. */
const RESERVED = new Set(['any', 'not', 'reading', 'from', 'changes']);

/** The facts that a policy brings have names of their own, and what they name is there. */
export const checkOwnFacts: Check = ({ document, dictionary, report }) => {
  const isThere = (id: string) => dictionary.byId.has(id) || Object.hasOwn(document.facts, id);
  const need = (id: string, path: readonly Step[]) => {
    if (!isThere(id)) report(path, 'no-fact', { fact: id });
  };
  for (const [id, fact] of Object.entries(document.facts)) {
    const at = ['facts', id];
    if (dictionary.byId.has(id) || RESERVED.has(id) || id in Object.prototype) report(at, 'fact-taken', { fact: id });
    for (const [index, other] of fact.follows.entries()) need(other, [...at, 'follows', index]);
    if (fact.type === 'boolean' && fact.place) {
      for (const [key, other] of Object.entries(fact.place)) {
        need(other, [...at, 'place', key]);
        const named = dictionary.byId.get(other) ?? document.facts[other];
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
};
