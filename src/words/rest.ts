import * as z from 'zod';
import { type AmountNode, type AmountWord, NOT_KNOWN, unique, usesOf } from './word.ts';

type Node = { rest: AmountNode; less: AmountNode };

/** What is left of an amount after another: `{rest: {parameter: studio/annual}, less: …}`; never less than nothing. */
export const rest: AmountWord<Node> = {
  key: 'rest',
  schema: ({ amount }) => z.strictObject({ rest: amount, less: amount }),
  compile(node, _settings, amount) {
    const whole = amount(node.rest);
    const part = amount(node.less);
    return {
      ...usesOf([whole, part]),
      parameters: unique([...whole.parameters, ...part.parameters]),
      evaluate(row, lacks) {
        const from = whole.evaluate(row, lacks);
        const less = part.evaluate(row, lacks);
        return from === NOT_KNOWN || less === NOT_KNOWN ? NOT_KNOWN : Math.max(0, from - less);
      },
    };
  },
};
