import type { DictionaryDocument } from '../facts/dictionary.ts';
import { EMPLOYMENT } from '../facts/employment.ts';
import type { PolicyDocument } from './schema.ts';

type Facts = ReadonlyMap<string, DictionaryDocument['facts'][string]>;

/** Every policy looks at these: they say in which months a person is employed. */
export const CALENDAR: readonly string[] = Object.values(EMPLOYMENT);

const NAMES = new Set(['parameter', 'percent', 'reading']);

/**
 * The facts that a policy uses: those that it requires, and those that its allowances name, with the facts that a place is derived from.
 */
export function usedFacts(document: PolicyDocument, facts: Facts): Set<string> {
  const used = new Set([...document.requires, ...CALENDAR]);
  const visit = (node: unknown): void => {
    if (typeof node === 'string') {
      if (facts.has(node)) used.add(node);
    } else if (Array.isArray(node)) {
      node.forEach(visit);
    } else if (typeof node === 'object' && node !== null) {
      for (const [key, value] of Object.entries(node)) {
        if (facts.has(key)) used.add(key);
        // A name under these keys is one of a parameter or a reading, even where it reads like a fact.
        if (typeof value !== 'string' || !NAMES.has(key)) visit(value);
      }
    }
  };
  for (const { when, pays, starts, stops } of Object.values(document.allowances)) visit([when, pays, starts, stops]);
  visit(document.stacking.map(({ cap }) => cap));
  for (const id of [...used]) {
    const fact = facts.get(id);
    if (fact?.type === 'boolean' && fact.place) for (const from of Object.values(fact.place)) used.add(from);
  }
  return used;
}
