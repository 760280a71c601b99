import type { PeriodListing } from '../../src/contract/batch/listing-years.ts';
import type { Listing } from '../../src/contract/wire/listing.ts';

/** A listing whole. */
export function collect<Result extends { readonly results: readonly unknown[]; readonly summary: unknown }>(
  listing: Listing<Result>,
): Result {
  return { ...listing.head, results: [...listing.results], summary: listing.summary() } as unknown as Result;
}

interface Result {
  readonly results: readonly unknown[];
  readonly summary: unknown;
}

/** The years of a period whole. */
export function collectPeriod<R extends Result & { readonly years: readonly Result[] }>(listing: PeriodListing<R>): R {
  const years = [...mapped(listing.years)];
  return { ...listing.head, years, results: [...listing.results()], summary: listing.summary() } as unknown as R;
}

function* mapped(years: Iterable<Listing<Result>>): Generator<Result> {
  for (const year of years) yield collect(year);
}
