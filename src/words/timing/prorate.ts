import { january } from '../../calendar/month.ts';
import type { Dictionary } from '../../facts/dictionary.ts';
import { daysEmployed, EMPLOYMENT } from '../../facts/employment.ts';
import { type Cut, employmentDates } from '../../facts/timeline.ts';
import { roundFraction, timesFraction } from '../../money/fraction.ts';
import { resolve } from '../grammar/choice.ts';
import { exactOf } from '../grammar/exact.ts';
import { choosable, type NodeOf, oneOf } from '../grammar/slots.ts';
import { type Amount, type FactRow, madeOf, NOT_KNOWN, type Settings } from '../grammar/word.ts';

/** What a month counts of which a person is employed for some days only: `{by: days, basis: calendar}`. */
export const PRORATE = { by: oneOf('days'), basis: choosable(oneOf('calendar', '30')) };
type ProrateNode = NodeOf<typeof PRORATE>;

const DATES = [EMPLOYMENT.from, EMPLOYMENT.to, EMPLOYMENT.arrived, EMPLOYMENT.left];
/** The days of a month that has always so many. */
const THIRTY = 30;

/**
 * An amount of a month by the days on which the person is employed: of a whole month the whole; else the days ÷ those of the month, or with the
 * basis `30` at most thirty ÷ 30. It is one exact product with what stands inside, rounded half up to the fen once, and noted as `prorated`.
 */
export function prorated(node: ProrateNode, amount: Amount, settings: Settings): Amount {
  const { dictionary, year } = settings;
  const basis = resolve<string>(node.basis, settings);
  return {
    ...madeOf([amount], { facts: DATES, readings: basis.readings }),
    share: null,
    evaluate(row, found) {
      const { employed, all } = daysIn(row.facts, row.start, dictionary, year);
      if (employed === all) return amount.evaluate(row, found);
      const fen = exactOf(amount, row, found);
      if (fen === null) return NOT_KNOWN;
      found.push({ code: 'prorated' });
      const [days, over] = basis.value === '30' ? [Math.min(employed, THIRTY), THIRTY] : [employed, all];
      return roundFraction(timesFraction(fen, { numerator: BigInt(days), denominator: BigInt(over) }));
    },
  };
}

/** Cuts a year around each month of which a person is employed for some days only. */
export function aroundParts(dictionary: Dictionary, year: number): Cut {
  return (facts) =>
    Array.from({ length: 12 }, (_, month) => month).flatMap((month) => {
      const { employed, all } = daysIn(facts, month, dictionary, year);
      return employed > 0 && employed < all ? [month, month + 1] : [];
    });
}

function daysIn(facts: FactRow['facts'], month: number, dictionary: Dictionary, year: number) {
  return daysEmployed(january(year) + month, employmentDates(dictionary, { base: facts }));
}
