import * as z from 'zod';
import { factOf } from '../facts/dictionary.ts';
import { type AmountNode, type AmountWord, type Lack, NOT_KNOWN, unique, usesOf } from './word.ts';

type Node = { units: string; at: AmountNode };

/** A count of units (课时, 天) times a price: `{units: lessons, at: {parameter: lesson/price}}`. */
export const units: AmountWord<Node> = {
  key: 'units',
  exceedsParts: true,
  schema: ({ amount }) => z.strictObject({ units: z.string(), at: amount }),
  compile(node, settings, amount) {
    const fact = factOf(settings.dictionary, node.units);
    const price = amount(node.at);
    const lack: Lack = { code: 'fact', fact: fact.id };
    return {
      ...usesOf([{ facts: [fact.id], readings: [] }, price]),
      parameters: unique(price.parameters),
      evaluate(row, lacks) {
        const count = row.facts[fact.index];
        const fen = price.evaluate(row, lacks);
        if (typeof count !== 'number') {
          lacks.push(lack);
          return NOT_KNOWN;
        }
        return fen === NOT_KNOWN ? NOT_KNOWN : count * fen;
      },
    };
  },
};
