import type { Slip } from '../../reading/slip.ts';

const MARKS = /^[“”"'「『]+|[“”"'」』]+$/g;
/** A quotation may differ from its document in so large a part of its characters and still be taken for that place. */
const MOST_DIFFERING = 1 / 3;
/** The maximum number of characters that are compared in search of the place; more would take too long. */
const MOST_COMPARED = 4_000_000;
/** At least so many characters at the beginning of a quotation name a place. */
const SHORTEST_BEGINNING = 4;

/**
 * Why a quotation is not found: its own quotation marks; characters that are others in the document (移民地區 for 移民地区); or how far it is
 * found.
 *
 * @param folded the document, without white space
 * @param quote the quotation, without white space
 */
export function quoteSlip(folded: string, quote: string): Slip | null {
  const bare = quote.replaceAll(MARKS, '');
  if (bare !== quote && bare !== '' && folded.includes(bare)) return { slip: 'quote-in-marks', instead: bare };
  const until = longestBeginning(folded, quote);
  const there = until < quote.length / 2 || quote.length - until < 3 ? mostAlike(folded, quote) : null;
  if (there) {
    const pairs = [...quote].flatMap((one, index) => (one === there[index] ? [] : [`${one}→${there[index] ?? ''}`]));
    return { slip: 'quote-differs', instead: there, pairs: [...new Set(pairs)].join(' ') };
  }
  if (until < SHORTEST_BEGINNING) return null;
  return { slip: 'quote-until', found: quote.slice(Math.max(0, until - 20), until), rest: quote.slice(until, until + 20) };
}

/** How many characters at the beginning of a quotation stand in the document. */
function longestBeginning(folded: string, quote: string): number {
  let [there, not] = [0, quote.length];
  while (not - there > 1) {
    const middle = (there + not) >> 1;
    if (folded.includes(quote.slice(0, middle))) there = middle;
    else not = middle;
  }
  return there;
}

/** The part of the document of the same length that has the most of the same characters in the same places, if these are most. */
function mostAlike(folded: string, quote: string): string | null {
  if (folded.length * quote.length > MOST_COMPARED) return null;
  let [best, at] = [Math.floor(quote.length * MOST_DIFFERING) + 1, -1];
  for (let start = 0; start + quote.length <= folded.length; start++) {
    let differing = 0;
    for (let index = 0; index < quote.length && differing < best; index++) if (folded[start + index] !== quote[index]) differing++;
    if (differing < best) [best, at] = [differing, start];
  }
  return at < 0 ? null : folded.slice(at, at + quote.length);
}
