import type * as z from 'zod';
import { choiceAmong, isChoice, resolve } from './choice.ts';
import { combine } from './combine.ts';
import { conditionSchema } from './condition.ts';
import { factAmount } from './fact-amount.ts';
import { grow } from './grow.ts';
import { match } from './match.ts';
import { percent } from './percent.ts';
import { rest } from './rest.ts';
import { seniority } from './seniority.ts';
import { slot, type Unfit } from './slot.ts';
import { stepUp } from './step-up.ts';
import { table } from './table.ts';
import { withinBounds } from './too-large.ts';
import { units } from './units.ts';
import type { Amount, AmountNode, AmountWord, Settings, Slots } from './word.ts';

/** The words for amounts. A new one is a file of its own and a line here. */
const AMOUNT_WORDS = [
  table,
  factAmount,
  percent,
  rest,
  match,
  combine,
  grow,
  units,
  stepUp,
  seniority,
] as unknown as readonly AmountWord<AmountNode>[];

const WORDS = new Map(AMOUNT_WORDS.map((word) => [word.key, word]));

function wordOf(node: AmountNode): AmountWord<AmountNode> | undefined {
  for (const key of Object.keys(node)) if (WORDS.has(key)) return WORDS.get(key);
  return undefined;
}

/** An amount in a policy file: one of the words, or a choice among amounts by a reading. */
export const amountSchema: z.ZodType<AmountNode> = slot((node): z.ZodType | Unfit => {
  if (isChoice(node)) return choiceAmong(amountSchema);
  return schemas.get(wordOf(Object(node))?.key ?? '') ?? { unfit: 'not-an-amount', params: { allowed: [...WORDS.keys()] } };
});

const slots: Slots = { amount: amountSchema, condition: conditionSchema };
const schemas = new Map<string, z.ZodType>([...WORDS].map(([key, word]) => [key, word.schema(slots)]));

/**
 * Compiles an amount against the readings and parameters of a run.
 *
 * @throws Error where it names something that is not there; the checks of a policy exclude it
 */
export function compileAmount(node: AmountNode, settings: Settings): Amount {
  if (isChoice(node)) {
    const { value, readings } = resolve<AmountNode>(node, settings);
    const amount = compileAmount(value, settings);
    return { ...amount, readings: [...readings, ...amount.readings] };
  }
  const word = wordOf(node);
  if (!word) throw new Error(`no word for an amount among ${Object.keys(node).join(', ')}`);
  const amount = word.compile(node, settings, (inner) => compileAmount(inner, settings));
  return word.exceedsParts ? withinBounds(amount) : amount;
}

/** Whether an amount may be larger than every figure and fact that it is made of, so that it can grow too large to be exact. */
export function canExceed(node: unknown): boolean {
  if (typeof node !== 'object' || node === null) return false;
  const word = Array.isArray(node) ? undefined : wordOf(node as AmountNode);
  return word?.exceedsParts === true || Object.values(node).some(canExceed);
}
