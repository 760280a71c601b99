import type { Spread } from './statistics.ts';

/** A spread as printed in documents: the median, with the least and the most in brackets if they differ. */
export function ranged({ median, least, most }: Spread, told: (value: number) => string): string {
  const [middle, low, high] = [told(median), told(least), told(most)];
  return low === high ? middle : `${middle} (${low}–${high})`;
}

/** A number of people. */
export function count(people: number): string {
  return people.toLocaleString('en');
}
