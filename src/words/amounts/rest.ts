import { amount } from '../grammar/slots.ts';
import { amountWord, madeOf, ofKnown } from '../grammar/word.ts';

/** What is left of an amount after another: `{rest: {parameter: studio/annual}, less: …}`; never negative. */
export const rest = amountWord({
  key: 'rest',
  slots: { rest: amount(), less: amount() },
  compile(node, _settings, compile) {
    const whole = compile(node.rest);
    const part = compile(node.less);
    return {
      ...madeOf([whole, part]),
      evaluate(row, found) {
        const from = whole.evaluate(row, found);
        const less = part.evaluate(row, found);
        return ofKnown([from, less], () => Math.max(0, from - less));
      },
    };
  },
});
