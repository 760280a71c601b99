import * as z from 'zod';
import type { Segment } from '../../engine/explain.ts';
import { formatFen } from '../../money/fen.ts';
import { amount } from '../wire/head.ts';

/** What other allowances pay, on which the rate of a segment rests. */
export const itemsPaid = z
  .array(z.object({ allowance: z.string(), of: z.enum(['month', 'year']), amount }))
  .meta({ description: 'What other allowances pay the person in each of these months, or in the year, and that the rate rests on.' });

/** The same for the wire. */
export function wireItems(items: Segment['items']): z.infer<typeof itemsPaid> {
  return items.map(({ allowance, of, fen }) => ({ allowance, of, amount: formatFen(fen) }));
}
