import * as z from 'zod';
import { type Choice, choosable, resolve } from './choice.ts';
import { type AmountNode, type AmountWord, NOT_KNOWN, unique, usesOf } from './word.ts';

const how = z.enum(['larger', 'smaller', 'sum']);
type How = z.infer<typeof how>;
type Node = { combine: How | Choice<How>; of: AmountNode[] };

/**
 * Several amounts as one: `{combine: larger, of: […]}`, `smaller` (what was spent, up to a cap) or `sum`; one part that is not known makes the
 * whole not known.
 */
export const combine: AmountWord<Node> = {
  key: 'combine',
  exceedsParts: true,
  schema: ({ amount }) => z.strictObject({ combine: choosable(how), of: z.array(amount).min(2) }),
  compile(node, settings, amount) {
    const { value, readings } = resolve(node.combine, settings);
    const parts = node.of.map(amount);
    return {
      ...usesOf([{ facts: [], readings }, ...parts]),
      parameters: unique(parts.flatMap((part) => part.parameters)),
      evaluate(row, lacks) {
        const amounts = parts.map((part) => part.evaluate(row, lacks));
        if (amounts.includes(NOT_KNOWN)) return NOT_KNOWN;
        if (value === 'sum') return amounts.reduce((total, fen) => total + fen, 0);
        return value === 'larger' ? Math.max(...amounts) : Math.min(...amounts);
      },
    };
  },
};
