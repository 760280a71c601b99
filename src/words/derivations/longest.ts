import { daysLater } from '../../calendar/days.ts';
import { LENGTH_UNITS, wholeUnits, within } from '../../calendar/spells.ts';
import { resolve } from '../grammar/choice.ts';
import { derivationWord } from '../grammar/derivation.ts';
import { choosable, fact, oneOf, optional } from '../grammar/slots.ts';
import { byMonth, daysOf, LONGEST, selectPeriods, whichOf } from './selected.ts';

/**
 * How many whole days, months or years the longest unbroken period has lasted (最长连续病假月数): `{longest: leave, kinds: [sick], unit: months}`. The days
 * before the month count, or with `by: month-end` those through its end. Earlier years count.
 */
export const longest = derivationWord({
  key: 'longest',
  slots: {
    longest: fact('periods'),
    ...whichOf('longest'),
    unit: oneOf(...LENGTH_UNITS),
    by: optional(choosable(oneOf('month-start', 'month-end'))),
  },
  yields: ({ unit }) => ({ type: 'integer', minimum: 0, maximum: LONGEST[unit] }),
  compile(node, settings) {
    const selected = selectPeriods(node.longest, node, settings);
    const by = resolve<string>(node.by ?? 'month-start', settings);
    return {
      ...selected,
      readings: [...selected.readings, ...by.readings],
      ...byMonth(selected, settings, (spells, month) => {
        const { first, last } = daysOf(month);
        const through = by.value === 'month-end' ? last : daysLater(first, -1);
        const lengths = spells.map((spell) => {
          const part = within(spell, spell.from, through);
          return part === null ? 0 : wholeUnits(part.from, daysLater(part.to, 1), node.unit);
        });
        return Math.max(0, ...lengths);
      }),
    };
  },
});
