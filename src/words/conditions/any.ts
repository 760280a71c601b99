import { together } from '../grammar/all.ts';
import { condition, list } from '../grammar/slots.ts';
import { conditionWord, FAILS, HOLDS, UNKNOWN, type Verdict } from '../grammar/word.ts';

/** At least one of some conditions: `{any: [{assessment: passed}, {studioHost: true}]}`. */
export const any = conditionWord({
  key: 'any',
  slots: { any: list(condition('one'), { least: 2 }) },
  compile(node, compile) {
    const parts = node.any.map(compile);
    return together(parts, (row) => {
      let verdict: Verdict = FAILS;
      for (const part of parts) {
        const one = part.judge(row);
        if (one === HOLDS) return HOLDS;
        if (one === UNKNOWN) verdict = UNKNOWN;
      }
      return verdict;
    });
  },
});
