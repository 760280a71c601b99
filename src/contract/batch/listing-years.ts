import type { Listing } from '../wire/listing.ts';

/** A result over many teachers and the years of a period. */
interface OverYears {
  readonly years: readonly { readonly results: readonly unknown[]; readonly summary: unknown }[];
  readonly results: readonly unknown[];
  readonly summary: unknown;
}

/** The same, produced year by year and one by one so that it is never held whole. */
export interface PeriodListing<Result extends OverYears> {
  /** The fields before the years. */
  readonly head: Omit<Result, 'years' | 'results' | 'summary'>;
  /** Each year must be iterated to its end, summary included, before the next one. */
  readonly years: Iterable<Listing<Result['years'][number]>>;
  /** The teachers over all years; call it after the last year. */
  results(): Iterable<Result['results'][number]>;
  /** The summary after them. */
  summary(): Result['summary'];
}
