import { type Catalogue, pageFact } from './catalogue.ts';

/** Facts as they stand in a form: text as typed, enum values by id, booleans; absent or blank if not given. */
export type FactValues = Readonly<Record<string, string | boolean | undefined>>;

/**
 * Facts in the form of the API. What cannot be parsed is passed on unchanged, so that the validation of the request reports it.
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

/** A whole number from a form field; other text is passed on unchanged. */
export function wireInteger(text: string): unknown {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return null;
  return /^\d{1,15}$/.test(folded) ? Number(folded) : folded;
}
