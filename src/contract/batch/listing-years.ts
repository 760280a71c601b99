import type { Listing } from '../wire/listing.ts';

/** A result over many teachers in the years of a period. */
interface OverYears {
  readonly years: readonly { readonly results: readonly unknown[]; readonly summary: unknown }[];
  readonly results: readonly unknown[];
  readonly summary: unknown;
}

/** The same told one by one, year by year, so that nobody need hold it whole. */
export interface PeriodListing<Result extends OverYears> {
  /** What stands before the years. */
  readonly head: Omit<Result, 'years' | 'results' | 'summary'>;
  /** Each is to be gone through to its end, its summary included, before the next is asked for. */
  readonly years: Iterable<Listing<Result['years'][number]>>;
  /** What stands after the years, to be asked for after the last: the teachers over all years. */
  results(): Iterable<Result['results'][number]>;
  /** What stands after them. */
  summary(): Result['summary'];
}
