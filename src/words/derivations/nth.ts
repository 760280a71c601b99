import { LENGTH_UNITS, wholeUnits } from '../../calendar/spells.ts';
import { resolve } from '../grammar/choice.ts';
import { derivationWord } from '../grammar/derivation.ts';
import { choosable, fact, oneOf, optional } from '../grammar/slots.ts';
import { byMonth, daysOf, LONGEST, selectPeriods, whichOf } from './selected.ts';

/**
 * Which month (day, year) of an unbroken period it is (病假第几个月), 0 outside: `{nth: leave, kinds: [sick], unit: months}`. That of the first day
 * of the month that is in the period; with `by: month-end` that of the last. Earlier years count.
 */
export const nth = derivationWord({
  key: 'nth',
  slots: {
    nth: fact('periods'),
    ...whichOf('nth'),
    unit: oneOf(...LENGTH_UNITS),
    by: optional(choosable(oneOf('month-start', 'month-end'))),
  },
  yields: ({ unit }) => ({ type: 'integer', minimum: 0, maximum: LONGEST[unit] }),
  compile(node, settings) {
    const selected = selectPeriods(node.nth, node, settings);
    const by = resolve<string>(node.by ?? 'month-start', settings);
    return {
      ...selected,
      readings: [...selected.readings, ...by.readings],
      ...byMonth(selected, settings, (spells, month) => {
        const { first, last } = daysOf(month);
        const touching = spells.filter(({ from, to }) => from <= last && (to === null || to >= first));
        const spell = by.value === 'month-end' ? touching.at(-1) : touching[0];
        if (!spell) return 0;
        const day = by.value === 'month-end' ? least(spell.to ?? last, last) : spell.from > first ? spell.from : first;
        return wholeUnits(spell.from, day, node.unit) + 1;
      }),
    };
  },
});

function least(a: string, b: string): string {
  return a < b ? a : b;
}
