import type { TeacherRecord } from '../../../facts/teacher-schema.ts';
import type { Catalogue } from '../../policy/catalogue.ts';
import type { FactValues } from '../../policy/fact-values.ts';
import type { Change, CheckState } from './state.ts';

/** The form fields of a teacher on the wire: the reverse of `requestOf`. */
export function factsOfRecord({ changes, ...record }: TeacherRecord, catalogue: Catalogue): Pick<CheckState, 'facts' | 'changes'> {
  return {
    facts: typed(record, catalogue),
    changes: (changes ?? []).map(({ from, ...facts }, index): Change => {
      const named = Object.keys(facts).filter((id) => facts[id] !== undefined && catalogue.facts.has(id));
      return { key: index + 1, from, named, values: typed(facts, catalogue), unknown: named.filter((id) => facts[id] === null) };
    }),
  };
}

function typed(facts: Readonly<Record<string, unknown>>, catalogue: Catalogue): FactValues {
  const known = Object.entries(facts).filter(([id, value]) => value !== null && value !== undefined && catalogue.facts.has(id));
  const text = (value: unknown) => (Array.isArray(value) ? (value.length === 0 ? '' : JSON.stringify(value)) : String(value));
  return Object.fromEntries(known.map(([id, value]) => [id, typeof value === 'boolean' ? value : text(value)]));
}
