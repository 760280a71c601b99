import * as z from 'zod';
import { factOf } from '../facts/dictionary.ts';
import { type AmountWord, type Lack, NOT_KNOWN, WHOLE_UNITS } from './word.ts';

type Node = { fact: string };

/** A money fact's own amount: `{fact: payStepIncrement}`. */
export const factAmount: AmountWord<Node> = {
  key: 'fact',
  schema: () => z.strictObject({ fact: z.string() }),
  compile(node, { dictionary }) {
    const fact = factOf(dictionary, node.fact);
    const lack: Lack = { code: 'fact', fact: fact.id };
    return {
      facts: [fact.id],
      readings: [],
      parameters: [],
      share: { fact: lack.fact, percentUnits: WHOLE_UNITS },
      evaluate(row, lacks) {
        const fen = row.facts[fact.index];
        if (typeof fen === 'number') return fen;
        lacks.push(lack);
        return NOT_KNOWN;
      },
    };
  },
};
