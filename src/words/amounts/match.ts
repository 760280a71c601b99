import { askedFor, factOf } from '../../facts/dictionary.ts';
import { type AmountNode, amount, byValue, fact as factSlot, orName } from '../grammar/slots.ts';
import { amountWord, dependenciesOf, NOT_KNOWN, unique } from '../grammar/word.ts';

/** An amount for each value of a fact: `{match: degree, amounts: {none: nothing, doctorate: {parameter: talent/high}}}`. */
export const match = amountWord({
  key: 'match',
  slots: { match: factSlot('list'), amounts: byValue('match', orName('nothing', amount())) },
  compile(node, { dictionary }, compile) {
    const fact = factOf(dictionary, node.match);
    const asked = askedFor(fact, dictionary);
    const entries = Object.entries(node.amounts).map(
      ([value, part]) => [value, part === 'nothing' ? null : compile(part as AmountNode)] as const,
    );
    const parts = entries.flatMap(([, part]) => (part ? [part] : []));
    const byValue = new Map<string, (typeof entries)[number][1]>(entries);
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
        if (part === undefined) throw new Error(`${fact.id} ${String(value)} has no amount`);
        return part === null ? 0 : part.evaluate(row, found);
      },
    };
  },
});
