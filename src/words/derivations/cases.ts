import { valueId } from '../../facts/dictionary.ts';
import { ASK, type Choice, isChoice, resolve } from '../grammar/choice.ts';
import { derivationWord } from '../grammar/derivation.ts';
import { choosable, condition, list, mapping, oneOf, optional, value } from '../grammar/slots.ts';
import { type Condition, dependenciesOf, HOLDS, type MissingInput, UNKNOWN, unique } from '../grammar/word.ts';

const is = value(valueId.refine((text) => text !== ASK, 'invalid-value-id'));

/**
 * One of some values, by conditions (分类, 分档):
 *
 * `{cases: [{is: first, when: {…}}, {is: second, when: {…}}], else: ask}`. Cases exclude one another; with `order: first` the first that
 * holds counts. Where none holds it is the value after `else`, or has to be given (`else: ask`).
 */
export const cases = derivationWord({
  key: 'cases',
  slots: {
    cases: list(mapping({ is: choosable(is), when: condition() })),
    else: optional(choosable(value(valueId))),
    order: optional(oneOf('first')),
  },
  yields: (node) => ({
    type: 'enum',
    values: unique([...node.cases.flatMap((one) => namesIn(one.is)), ...namesIn(node.else)]).filter((name) => name !== ASK),
  }),
  compile(node, settings, compile) {
    const options = node.cases.map((one) => ({ is: resolve<string>(one.is, settings), when: compile(one.when) }));
    const otherwise = node.else === undefined ? null : resolve<string>(node.else, settings);
    const rest = otherwise === null || otherwise.value === ASK ? null : otherwise.value;
    const chosen = [...options.map((one) => one.is), ...(otherwise ? [otherwise] : [])];
    /** The value where the cases that are not known do not matter, and those of them that stand before the first that holds. */
    const judge = (row: Parameters<Condition['judge']>[0]) => {
      const open: typeof options = [];
      for (const option of options) {
        const verdict = option.when.judge(row);
        if (verdict === HOLDS) return { is: option.is.value, open };
        if (verdict === UNKNOWN) open.push(option);
      }
      return { is: rest, open };
    };
    return {
      ...dependenciesOf([...chosen.map(({ readings }) => ({ facts: [], readings })), ...options.map(({ when }) => when)]),
      derive(row) {
        const { is: found, open } = judge(row);
        return open.every((one) => one.is.value === found) ? found : null;
      },
      collectMissing(row, missing) {
        const found: MissingInput[] = [];
        for (const { when } of judge(row).open) when.collectMissing(row, found);
        missing.push(...found);
      },
    };
  },
});

/** The values that a node may come to under some reading. */
function namesIn(node: string | Choice<string> | undefined): string[] {
  if (node === undefined) return [];
  if (!isChoice(node)) return [node];
  const { reading: _, ...options } = node;
  return Object.values(options).flatMap((one) => namesIn(one as string | Choice<string>));
}
