import { factOf } from '../../facts/dictionary.ts';
import { fact as factSlot } from '../grammar/slots.ts';
import { amountWord, type MissingInput, NOT_KNOWN, WHOLE_UNITS } from '../grammar/word.ts';

/** A money fact's own amount: `{fact: payStepIncrement}`. */
export const factAmount = amountWord({
  key: 'fact',
  slots: { fact: factSlot('money') },
  compile(node, { dictionary }) {
    const fact = factOf(dictionary, node.fact);
    const missing: MissingInput = { code: 'fact', fact: fact.id };
    return {
      facts: [fact.id],
      readings: [],
      parameters: [],
      share: { fact: missing.fact, percentUnits: WHOLE_UNITS },
      evaluate(row, found) {
        const fen = row.facts[fact.index];
        if (typeof fen === 'number') return fen;
        found.push(missing);
        return NOT_KNOWN;
      },
    };
  },
});
