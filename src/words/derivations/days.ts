import { daysWithin } from '../../calendar/spells.ts';
import { derivationWord } from '../grammar/derivation.ts';
import { fact, oneOf } from '../grammar/slots.ts';
import { byMonth, daysOf, selectPeriods, whichOf } from './selected.ts';

/** How many days of the month, or of its calendar year, are in periods (全年累计病假天数): `{days: leave, kinds: [sick], of: year}`. */
export const days = derivationWord({
  key: 'days',
  slots: { days: fact('periods'), ...whichOf('days'), of: oneOf('month', 'year') },
  yields: ({ of }) => ({ type: 'integer', minimum: 0, maximum: of === 'month' ? 31 : 366 }),
  compile(node, settings) {
    const selected = selectPeriods(node.days, node, settings);
    return {
      ...selected,
      ...byMonth(selected, settings, (spells, month) => {
        const january = month - (month % 12);
        const [from, to] = node.of === 'month' ? [month, month] : [january, january + 11];
        return daysWithin(spells, daysOf(from).first, daysOf(to).last);
      }),
    };
  },
});
