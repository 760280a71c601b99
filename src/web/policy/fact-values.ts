import type { PeriodInput } from '../../facts/periods.ts';
import { type Catalogue, pageFact } from './catalogue.ts';

/**
 * Facts as they stand in a form: text as typed, enum values by id, booleans, periods as {@link writeDrafts} writes them; absent or blank if not
 * given.
 */
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
  if (type === 'periods') return draftsOf(text).map(wirePeriod);
  const folded = text.normalize('NFKC').trim();
  return type === 'integer' ? wireInteger(folded) : folded;
}

/** A period while it is being typed: blank where nothing is yet. */
export interface PeriodDraft {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/** The periods of a form field, as typed. */
export function draftsOf(text: string | undefined): PeriodDraft[] {
  if (text === undefined || text === '') return [];
  return (JSON.parse(text) as PeriodInput[]).map(({ kind, from, to }) => ({ kind: kind ?? '', from: from ?? '', to: to ?? '' }));
}

/** The reverse of {@link draftsOf}; nothing where there are none. */
export function writeDrafts(drafts: readonly PeriodDraft[]): string | undefined {
  return drafts.length === 0 ? undefined : JSON.stringify(drafts);
}

function wirePeriod(draft: PeriodDraft): PeriodInput {
  const [kind, from, to] = [draft.kind, draft.from, draft.to].map((text) => text.normalize('NFKC').trim());
  return { ...(from && { from }), ...(to && { to }), ...(kind && { kind }) };
}

/** A whole number from a form field; other text is passed on unchanged. */
export function wireInteger(text: string): unknown {
  const folded = text.normalize('NFKC').trim();
  if (folded === '') return null;
  return /^\d{1,15}$/.test(folded) ? Number(folded) : folded;
}
