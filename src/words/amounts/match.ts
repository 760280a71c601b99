import { askedFor, factOf } from '../../facts/dictionary.ts';
import { amount, byValue, fact as factSlot } from '../grammar/slots.ts';
import { amountWord, dependenciesOf, NOT_KNOWN, unique } from '../grammar/word.ts';

/** An amount for each value of a fact: `{match: degree, amounts: {none: nothing, doctorate: {parameter: talent/high}}}`. */
export const match = amountWord({
  key: 'match',
  slots: { match: factSlot('list'), amounts: byValue('match', amount()) },
  compile(node, { dictionary }, compile) {
    const fact = factOf(dictionary, node.match);
    const asked = askedFor(fact, dictionary);
    const byValue = new Map(Object.entries(node.amounts).map(([value, part]) => [value, compile(part)]));
    const parts = [...byValue.values()];
    return {
      ...dependenciesOf([{ facts: [fact.id], readings: [] }, ...parts]),
      parameters: unique(parts.flatMap((part) => part.parameters)),
      evaluate(row, found) {
        const value = row.facts[fact.index];
        if (value === null) {
          found.push({ code: 'fact', fact: asked(row.facts) });
          return NOT_KNOWN;
        }
        const part = byValue.get(String(value));
        if (!part) throw new Error(`${fact.id} ${String(value)} has no amount`);
        return part.evaluate(row, found);
      },
    };
  },
});
