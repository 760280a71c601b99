/** A word that no policy has, made as docs/rule-language.md says, to see that everything follows from its slots. */
import * as z from 'zod';
import { factOf } from '../../src/facts/dictionary.ts';
import { resolve } from '../../src/words/grammar/choice.ts';
import { amount, choosable, condition, fact, figure, list, oneOf, optional, value } from '../../src/words/grammar/slots.ts';
import { amountWord, dependenciesOf, figureIn, HOLDS, NOT_KNOWN, unique } from '../../src/words/grammar/word.ts';

/** An amount, at least a floor, and for whom a condition holds at least a number of their own: `{topUp: …, floor: some/figure, own: monthlySalary, when: …}`. */
export const topUp = amountWord({
  key: 'topUp',
  slots: {
    topUp: amount(),
    floor: figure('yuan'),
    own: fact('money'),
    when: condition(),
    add: optional(choosable(oneOf('floor', 'nothing'))),
    share: optional(figure('percent')),
    after: optional(value(z.int().min(1), 'years')),
    among: optional(list(fact('enum'))),
  },
  compile(node, settings, compile, compileCondition) {
    const base = compile(node.topUp);
    const floor = settings.figure(node.floor);
    const own = factOf(settings.dictionary, node.own);
    const applies = compileCondition(node.when);
    const added = resolve<'floor' | 'nothing'>(node.add ?? 'nothing', settings);
    return {
      ...dependenciesOf([base, applies, { facts: [own.id], readings: added.readings }]),
      parameters: unique([...base.parameters, node.floor]),
      evaluate(row, found) {
        const parts = [base.evaluate(row, found), figureIn(floor, node.floor, row, found)];
        if (applies.judge(row) === HOLDS) parts.push(Number(row.facts[own.index] ?? NOT_KNOWN));
        if (parts.includes(NOT_KNOWN)) return NOT_KNOWN;
        return Math.max(...parts) + (added.value === 'floor' ? (parts[1] ?? 0) : 0);
      },
    };
  },
});
