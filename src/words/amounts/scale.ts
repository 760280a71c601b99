import { factOf } from '../../facts/dictionary.ts';
import { ASK, resolve } from '../grammar/choice.ts';
import type { PayScale } from '../grammar/pay-scale.ts';
import { choosable, fact, oneOf, refined } from '../grammar/slots.ts';
import { amountWord, type MissingInput, NOT_KNOWN, type Note, WHOLE_UNITS } from '../grammar/word.ts';

/** Whose amount is meant: that of the person's own step, of the one above, or what the one above is more. */
type Step = 'own' | 'next' | 'difference';
/** What the step above the last one is more: as much as the last one was, nothing, or not known. */
type Beyond = 'last-difference' | 'nothing' | typeof ASK;

/** An amount of a scale, and what a reader should know about it. */
interface Found {
  readonly fen: number;
  readonly note?: Note;
}

/**
 * An amount by pay step, from the pay scale in force (薪级工资, 上浮一档):
 * `{scale: step-pay, at: payStep, step: difference, beyond: nothing, given: payStepIncrement}`. The money fact `given` wins where it is known,
 * and is what is missing where the scale does not give the amount. `next` is `own` and the `difference`, also beyond the last step.
 */
export const scale = amountWord({
  key: 'scale',
  readsScales: true,
  slots: { scale: oneOf('step-pay'), at: fact('integer'), given: fact('money') },
  forms: {
    beyond: { step: choosable(oneOf('next', 'difference')), beyond: choosable(oneOf('last-difference', 'nothing', ASK)) },
    step: { step: refined(oneOf('own', 'next', 'difference'), (step) => step === 'own', 'beyond-missing') },
  },
  compile(node, settings) {
    const { dictionary, scales } = settings;
    const step = factOf(dictionary, node.at);
    const given = factOf(dictionary, node.given);
    const missing = (fact: typeof step): MissingInput => ({ code: 'fact', fact: fact.id });
    const [missingStep, missingGiven] = [missing(step), missing(given)];
    const isOnScale = scales.some((scale) => scale !== null);
    const wanted = resolve<Step>(node.step, settings);
    const beyond = 'beyond' in node ? resolve<Beyond>(node.beyond, settings) : null;
    const isMore = wanted.value === 'next' && beyond?.value === 'last-difference';
    return {
      // While no scale is in force, the result does not depend on the step.
      facts: isOnScale ? [given.id, step.id] : [given.id],
      share: isOnScale ? null : { fact: given.id, percentUnits: WHOLE_UNITS },
      readings: [...wanted.readings, ...(beyond?.readings ?? [])],
      parameters: [],
      ...(isMore && { exceeds: true }),
      evaluate(row, found) {
        const own = row.facts[given.index];
        if (typeof own === 'number') return own;
        const scale = scales[row.start];
        const at = scale ? row.facts[step.index] : null;
        if (scale && typeof at !== 'number') {
          found.push(missingStep);
          return NOT_KNOWN;
        }
        const amount = scale ? amountOf(scale, at as number, wanted.value, beyond?.value ?? ASK) : null;
        if (!amount) {
          found.push(missingGiven);
          return NOT_KNOWN;
        }
        if (amount.note) found.push(amount.note);
        return amount.fen;
      },
    };
  },
});

/** What a scale gives for a step; `null` where it does not say. */
function amountOf(scale: PayScale, at: number, wanted: Step, beyond: Beyond): Found | null {
  const own = scale.steps.get(at);
  if (wanted === 'own') return own === undefined ? null : { fen: own };
  const rise = at === scale.last ? riseBeyond(scale, beyond) : riseFrom(scale, at);
  if (!rise || wanted === 'difference') return rise;
  return own === undefined ? null : { ...rise, fen: own + rise.fen };
}

/** What the step above is more. */
function riseFrom({ steps }: PayScale, at: number): Found | null {
  const [here, next] = [steps.get(at), steps.get(at + 1)];
  return here === undefined || next === undefined ? null : { fen: next - here };
}

/** What a step above the last one would be more. */
function riseBeyond(scale: PayScale, beyond: Beyond): Found | null {
  if (beyond === 'nothing') return { fen: 0, note: { code: 'top-step' } };
  const rise = beyond === ASK ? null : riseFrom(scale, scale.last - 1);
  return rise && { ...rise, note: { code: 'last-difference' } };
}
