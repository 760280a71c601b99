import { askedFor, factOf } from '../../facts/dictionary.ts';
import { oneOfAmounts } from '../grammar/exact.ts';
import { amount, byValue, fact as factSlot } from '../grammar/slots.ts';
import { amountWord, madeOf } from '../grammar/word.ts';

/** An amount for each value of a fact: `{match: degree, amounts: {none: nothing, doctorate: {parameter: talent/high}}}`. */
export const match = amountWord({
  key: 'match',
  slots: { match: factSlot('list'), amounts: byValue('match', amount()) },
  compile(node, { dictionary }, compile) {
    const fact = factOf(dictionary, node.match);
    const asked = askedFor(fact, dictionary);
    const byValue = new Map(Object.entries(node.amounts).map(([value, part]) => [value, compile(part)]));
    const parts = [...byValue.values()];
    return oneOfAmounts(madeOf(parts, { facts: [fact.id] }), parts, ({ facts }, found) => {
      const value = facts[fact.index];
      if (value === null) {
        found.push({ code: 'fact', fact: asked(facts) });
        return null;
      }
      const part = byValue.get(String(value));
      if (!part) throw new Error(`${fact.id} ${String(value)} has no amount`);
      return part;
    });
  },
});
