import type { Issue } from '../../facts/issue.ts';
import { formatFen } from '../../money/fen.ts';
import { AmountTooLargeError, MOST_FEN } from '../../words/amounts/too-large.ts';

/** The fault of a teacher whose amounts are too large to be exact. */
export const TOO_LARGE: Issue = { path: [], code: 'out-of-range', params: { maximum: formatFen(MOST_FEN) } };

/** Computes something for one teacher; `null` if an amount is too large to be exact. */
export function whereExact<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof AmountTooLargeError) return null;
    throw error;
  }
}
