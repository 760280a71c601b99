import * as z from 'zod';
import { type TotalNode, totalFigures } from '../../policy/document/totals.ts';
import type { Policy } from '../../policy/policy.ts';
import { clauseOf } from '../wire/clause.ts';
import { amount, wireClause } from '../wire/head.ts';
import type { Wording } from '../wire/wording.ts';

/** A total that the text prints, for the wire. */
export const printedTotal = z.object({
  id: z.string(),
  title: z.string(),
  clause: wireClause,
  printed: amount.meta({ description: 'As the text prints it, in yuan.' }),
  more: z.literal(true).optional().meta({ description: 'Where the text says that it is more (余).' }),
  computed: amount.nullable().meta({ description: 'What its parts come to; null while a figure of theirs is awaited.' }),
  difference: amount.nullable().meta({ description: 'What is computed less what is printed.' }),
  agrees: z.enum(['exactly', 'rounded', 'more', 'no']).nullable().meta({
    description:
      'Exactly; rounded to the last digit that is printed and no trailing zero; by more, as the text says; or not. Null while awaited.',
  }),
  of: z.array(z.record(z.string(), z.unknown())).meta({ description: 'What it is made of, as the policy file has it.' }),
});

/** A printed total with what its parts come to; its names are said elsewhere. */
export function viewTotal(
  { parameters }: Policy,
  node: TotalNode,
  wording: Pick<Wording, 'language'>,
): Omit<z.infer<typeof printedTotal>, 'id' | 'title'> {
  return {
    clause: clauseOf(node.clause, wording),
    ...(node.more && { more: node.more }),
    ...totalFigures(node, parameters),
    of: node.of.map((part) => ({ ...part })),
  };
}
