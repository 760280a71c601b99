import type { Listing } from '../../src/contract/listing.ts';

/** A listing whole. */
export function collect<Result extends { readonly results: readonly unknown[]; readonly summary: unknown }>(
  listing: Listing<Result>,
): Result {
  return { ...listing.head, results: [...listing.results], summary: listing.summary() } as unknown as Result;
}
