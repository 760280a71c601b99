import type * as z from 'zod';
import type { Clause } from '../../policy/document/schema.ts';
import type { wireClause } from './head.ts';
import { say, type Wording } from './wording.ts';

/** A clause in the language of the answer; its quote stays in the language of the document. */
export function clauseOf({ document, item, quote, display, note }: Clause, wording: Pick<Wording, 'language'>): z.infer<typeof wireClause> {
  return {
    ...(document !== undefined && { document }),
    item,
    quote,
    ...(display !== undefined && { display }),
    ...(note !== undefined && { note: say(note, wording) }),
  };
}
