import { type Catalogue, pageFact } from './catalogue.ts';

/** Facts as they stand in a form: text as typed, enum values by id, booleans; absent or blank where not given. */
export type FactValues = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Facts as the API has them. What cannot be read goes as it is: the checks of the request say what is wrong with it.
 *
 * @returns only the facts that are given
 */
export function wireFacts(values: FactValues, catalogue: Catalogue): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(values)) {
    if (value === undefined || value === '' || !catalogue.facts.has(id)) continue;
    wire[id] = typeof value === 'string' ? wireText(pageFact(catalogue, id).type, value) : value;
  }
  return wire;
}

function wireText(type: string, text: string): unknown {
  if (type === 'text' || type === 'enum') return text;
  const folded = text.normalize('NFKC').trim();
  return type === 'integer' ? wireInteger(folded) : folded;
}

/** A whole number of a field of the form; other text goes as it is. */
export function wireInteger(text: string): unknown {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return null;
  return /^\d{1,15}$/.test(folded) ? Number(folded) : folded;
}
