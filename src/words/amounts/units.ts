import { factOf } from '../../facts/dictionary.ts';
import { amount, fact as factSlot } from '../grammar/slots.ts';
import { amountWord, type MissingInput, madeOf, NOT_KNOWN } from '../grammar/word.ts';

/** A count of units (课时, 天) times a price: `{units: lessons, at: {parameter: lesson/price}}`. */
export const units = amountWord({
  key: 'units',
  slots: { units: factSlot('count'), at: amount() },
  compile(node, settings, compile) {
    const fact = factOf(settings.dictionary, node.units);
    const price = compile(node.at);
    const missing: MissingInput = { code: 'fact', fact: fact.id };
    return {
      ...madeOf([price], { facts: [fact.id], exceeds: true }),
      evaluate(row, found) {
        const count = row.facts[fact.index];
        const fen = price.evaluate(row, found);
        if (typeof count !== 'number') {
          found.push(missing);
          return NOT_KNOWN;
        }
        return fen === NOT_KNOWN ? NOT_KNOWN : count * fen;
      },
    };
  },
});
