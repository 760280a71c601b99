import { factOf } from '../../facts/dictionary.ts';
import { fact } from '../grammar/slots.ts';
import { amountWord, type MissingInput, NOT_KNOWN, WHOLE_UNITS } from '../grammar/word.ts';

/**
 * The increment of one pay step (上浮一档): `{stepUp: payStep, given: payStepIncrement}`. The money fact `given` wins where it is known;
 * else, where a pay scale is in force, it is the next step less the teacher's own. After the last step it is 0,
 * with the warning `top-step`.
 */
export const stepUp = amountWord({
  key: 'stepUp',
  readsScales: true,
  slots: { stepUp: fact('integer'), given: fact('money') },
  compile(node, { dictionary, scales }) {
    const step = factOf(dictionary, node.stepUp);
    const given = factOf(dictionary, node.given);
    const missing = (fact: typeof step): MissingInput => ({ code: 'fact', fact: fact.id });
    const [missingStep, missingGiven] = [missing(step), missing(given)];
    const isOnScale = scales.some((scale) => scale !== null);
    return {
      // While no scale is in force, the result does not depend on the step.
      facts: isOnScale ? [given.id, step.id] : [given.id],
      share: isOnScale ? null : { fact: given.id, percentUnits: WHOLE_UNITS },
      readings: [],
      parameters: [],
      evaluate(row, found) {
        const increment = row.facts[given.index];
        if (typeof increment === 'number') return increment;
        const scale = scales[row.start];
        const at = scale ? row.facts[step.index] : null;
        if (scale && typeof at !== 'number') {
          found.push(missingStep);
          return NOT_KNOWN;
        }
        if (scale && at === scale.last) {
          found.push({ code: 'top-step' });
          return 0;
        }
        const here = scale?.steps.get(at as number);
        const next = scale?.steps.get((at as number) + 1);
        if (here !== undefined && next !== undefined) return next - here;
        found.push(missingGiven);
        return NOT_KNOWN;
      },
    };
  },
});
