import { has } from '../../words/grammar/has.ts';
import { visitSlot } from '../../words/stands.ts';
import { DERIVATION } from '../document/slots.ts';
import type { Step } from '../reading/fault.ts';
import type { Check } from './check.ts';

/** A derived fact reads only those above it, so that none rests on itself; and what is named of it as a value is one. */
export const checkDerivations: Check = ({ document, dictionary, report }) => {
  const below = new Set(Object.keys(document.derive));
  for (const [id, node] of Object.entries(document.derive)) {
    const look = (fact: string, path: readonly Step[]) => {
      if (below.has(fact)) report(path, 'not-derived-yet', { fact });
    };
    visitSlot(DERIVATION, node, ['derive', id], {
      fact: ({ node: fact, path }) => look(fact, path),
      test: ({ fact, path }) => look(fact, path),
    });
    below.delete(id);
    const beginning = has(node, 'years') ? dictionary.byId.get(String(node.years)) : undefined;
    if (beginning?.type === 'date')
      for (const key of ['lasting', 'run'] as const)
        if (has(node, key)) report(['derive', id, key], 'not-a-periods-fact', { fact: beginning.id });
    const fact = dictionary.byId.get(id);
    if (fact?.type !== 'enum' || !has(node, 'values')) continue;
    const allowed = Object.keys(fact.values);
    for (const value of Object.keys(node.values as object))
      if (!allowed.includes(value)) report(['derive', id, 'values', value], 'no-value', { value, fact: id, allowed });
  }
};
