import { withinBounds } from './amounts/too-large.ts';
import { compileConditions } from './condition.ts';
import { all } from './grammar/all.ts';
import { isChoice, resolve } from './grammar/choice.ts';
import type { AmountNode } from './grammar/slots.ts';
import { type Amount, NOTHING, type Settings } from './grammar/word.ts';
import { amountWordOf, wordsOf } from './stands.ts';

/**
 * Compiles an amount against the readings and parameters of a run.
 *
 * @throws Error where it names something undefined, which the checks of a policy exclude
 */
export function compileAmount(node: AmountNode, settings: Settings): Amount {
  if (node === 'nothing') return NOTHING;
  if (isChoice(node)) {
    const { value, readings } = resolve<AmountNode>(node, settings);
    const amount = compileAmount(value, settings);
    return { ...amount, readings: [...readings, ...amount.readings] };
  }
  const word = amountWordOf(node);
  if (!word) throw new Error(`no word for an amount among ${Object.keys(node).join(', ')}`);
  const amount = word.compile(
    node,
    settings,
    (inner) => compileAmount(inner, settings),
    (inner) => all(compileConditions(inner, settings)),
  );
  return amount.exceeds ? withinBounds(amount) : amount;
}

/** Whether an amount follows from the pay scale in force. */
export function readsScales(node: AmountNode): boolean {
  return wordsOf(node).some((word) => word.readsScales);
}
