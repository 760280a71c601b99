import type { Entitlement } from '../engine/item.ts';
import type { Plan } from '../engine/plan.ts';
import type { Note } from '../words/grammar/word.ts';

/** A note on an allowance of a person. */
type NoteOf = { readonly code: Note['code'] | 'granted-before'; readonly allowance: string };

/**
 * For how many people there is a note although the amount is known: on an allowance, on their dates of employment, or on a derived fact
 * that is given otherwise.
 */
export type NoteCount =
  | (NoteOf & { readonly headcount: number })
  | { readonly code: 'no-month-employed' | 'employment-dates-differ'; readonly headcount: number }
  | { readonly code: 'derived-differs'; readonly fact: string; readonly headcount: number }
  | { readonly code: 'service-interrupted'; readonly claim: string; readonly headcount: number };

/**
 * Counts notes on paid months and on service periods, each person once for each note and allowance, and people with contradictory dates of
 * employment or with a derived fact that is given otherwise.
 */
export class NoteTally {
  readonly #counts = new Map<string, NoteOf & { headcount: number }>();
  readonly #derived = new Map<string, number>();
  /** By claim. */
  readonly #interrupted = new Map<string, number>();
  #differing = 0;

  /** @param count how many people are alike */
  add({ versions: [{ ruled }] }: Plan, { items, employment, unsettled, differing }: Entitlement, count: number): void {
    if (employment.overruled & ruled) this.#differing += count;
    for (const fact of new Set(differing.map((one) => one.fact))) this.#derived.set(fact, (this.#derived.get(fact) ?? 0) + count);
    for (const one of unsettled) {
      if (one.code === 'granted-before') this.#count({ code: one.code, allowance: one.allowance }, count);
      else this.#interrupted.set(one.claim, (this.#interrupted.get(one.claim) ?? 0) + count);
    }
    let seen: Set<string> | null = null;
    for (const { allowance, paidStretches } of items) {
      for (const { paid, notes } of paidStretches ?? []) {
        if (paid === 0) continue;
        for (const note of notes) {
          const name = `${allowance.id} ${note.code}`;
          seen ??= new Set();
          if (seen.has(name)) continue;
          seen.add(name);
          this.#count({ code: note.code, allowance: allowance.id }, count);
        }
      }
    }
  }

  #count(note: NoteOf, count: number): void {
    const name = `${note.allowance} ${note.code}`;
    const known = this.#counts.get(name);
    if (known) known.headcount += count;
    else this.#counts.set(name, { ...note, headcount: count });
  }

  /** The counts, in the order of the plan's allowances and of the codes. */
  list({ rows }: Plan): NoteCount[] {
    const order = new Map(rows.map(({ id, row }) => [id, row]));
    const place = ({ allowance }: { allowance: string }) => order.get(allowance) ?? 0;
    const notes = [...this.#counts.values()].sort((a, b) => place(a) - place(b) || (a.code < b.code ? -1 : 1));
    const derived = [...this.#derived].sort(([a], [b]) => (a < b ? -1 : 1));
    return [
      ...(this.#differing === 0 ? [] : [{ code: 'employment-dates-differ' as const, headcount: this.#differing }]),
      ...derived.map(([fact, headcount]) => ({ code: 'derived-differs' as const, fact, headcount })),
      ...[...this.#interrupted].map(([claim, headcount]) => ({ code: 'service-interrupted' as const, claim, headcount })),
      ...notes,
    ];
  }
}
