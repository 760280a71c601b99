import * as z from 'zod';
import { type Choice, choosable, resolve } from './choice.ts';
import { type AmountNode, type AmountWord, NOT_KNOWN, unique, usesOf } from './word.ts';

const how = z.enum(['larger', 'sum']);
type How = z.infer<typeof how>;
type Node = { combine: How | Choice<How>; of: AmountNode[] };

/** Several amounts as one: `{combine: larger, of: […]}` or `sum`; one part that is not known makes the whole not known. */
export const combine: AmountWord<Node> = {
  key: 'combine',
  schema: ({ amount }) => z.strictObject({ combine: choosable(how), of: z.array(amount).min(2) }),
  compile(node, settings, amount) {
    const { value, readings } = resolve(node.combine, settings);
    const parts = node.of.map(amount);
    return {
      ...usesOf([{ facts: [], readings }, ...parts]),
      parameters: unique(parts.flatMap((part) => part.parameters)),
      evaluate(row, lacks) {
        let total = 0;
        let known = true;
        for (const part of parts) {
          const fen = part.evaluate(row, lacks);
          if (fen === NOT_KNOWN) known = false;
          else total = value === 'sum' ? total + fen : Math.max(total, fen);
        }
        return known ? total : NOT_KNOWN;
      },
    };
  },
};
