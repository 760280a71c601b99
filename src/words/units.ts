import { factOf } from '../facts/dictionary.ts';
import { amount, fact as factSlot } from './slots.ts';
import { amountWord, type Lack, NOT_KNOWN, unique, dependenciesOf } from './word.ts';

/** A count of units (课时, 天) times a price: `{units: lessons, at: {parameter: lesson/price}}`. */
export const units = amountWord({
  key: 'units',
  exceedsParts: true,
  slots: { units: factSlot('count'), at: amount() },
  compile(node, settings, compile) {
    const fact = factOf(settings.dictionary, node.units);
    const price = compile(node.at);
    const lack: Lack = { code: 'fact', fact: fact.id };
    return {
      ...dependenciesOf([{ facts: [fact.id], readings: [] }, price]),
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
});
