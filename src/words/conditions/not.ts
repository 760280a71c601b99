import { condition } from '../grammar/slots.ts';
import { conditionWord, FAILS, HOLDS, UNKNOWN } from '../grammar/word.ts';

/** That a condition does not hold: `{not: {post: temporary}}`. */
export const not = conditionWord({
  key: 'not',
  slots: { not: condition('none') },
  compile(node, compile) {
    const part = compile(node.not);
    return {
      ...part,
      judge(row) {
        const verdict = part.judge(row);
        return verdict === UNKNOWN ? UNKNOWN : verdict === HOLDS ? FAILS : HOLDS;
      },
    };
  },
});
