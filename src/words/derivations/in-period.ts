import { monthOfDate } from '../../calendar/month.ts';
import { resolve } from '../grammar/choice.ts';
import { derivationWord } from '../grammar/derivation.ts';
import { choosable, fact, oneOf, optional } from '../grammar/slots.ts';
import { byMonth, selectPeriods, whichOf } from './selected.ts';

/**
 * Whether the month is in a period (请假、借调期间): `{in: leave, kinds: [secondment]}`, if any day of it is. With `from: next-month` the month
 * in which an unbroken period begins is not in it (次月起), with `last: previous-month` that in which it ends is not (上月止).
 */
export const inPeriod = derivationWord({
  key: 'in',
  slots: {
    in: fact('periods'),
    ...whichOf('in'),
    from: optional(choosable(oneOf('same-month', 'next-month'))),
    last: optional(choosable(oneOf('same-month', 'previous-month'))),
  },
  yields: () => ({ type: 'boolean' }),
  compile(node, settings) {
    const selected = selectPeriods(node.in, node, settings);
    const begins = resolve<string>(node.from ?? 'same-month', settings);
    const ends = resolve<string>(node.last ?? 'same-month', settings);
    const [after, before] = [begins.value === 'next-month' ? 1 : 0, ends.value === 'previous-month' ? 1 : 0];
    return {
      ...selected,
      readings: [selected, begins, ends].flatMap(({ readings }) => readings),
      ...byMonth(selected, settings, (spells, month) =>
        spells.some(({ from, to }) => monthOfDate(from) + after <= month && (to === null || month <= monthOfDate(to) - before)),
      ),
    };
  },
});
