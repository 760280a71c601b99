import * as z from 'zod';
import { isDate } from '../../calendar/month.ts';
import { factOf } from '../../facts/dictionary.ts';
import type { Cut } from '../../facts/timeline.ts';
import { type AmountNode, amount, fact as factSlot, list, mapping, optional, refined, value } from '../grammar/slots.ts';
import { type Amount, amountWord, type MissingInput, madeOf, NOT_KNOWN } from '../grammar/word.ts';

interface Band {
  readonly from: number;
  readonly amount: AmountNode;
}

/** Nobody has taught for longer; a larger number in a policy file is a mistake. */
const MOST_YEARS = 100;
const years = z.int().min(0).max(MOST_YEARS);
const bands = list(mapping({ from: value(years, 'years'), amount: amount() }));
const day = z.string().refine((text) => text === 'month' || isDate(`2023-${text}`), 'invalid-day');

/**
 * An amount by seniority (教龄), the whole years since a date:
 * `{seniority: teachingSince, bands: [{from: 0, amount: …}, {from: 5, amount: …}]}`, or an amount for each year, up to a number of years:
 * `{seniority: teachingSince, each: …, atMost: 30}`. Years are those completed on the first day of the month (`on: month`,
 * the default), or on a day of the year (`on: 12-31`). Before the date there are none.
 */
export const seniority = amountWord({
  key: 'seniority',
  slots: { seniority: factSlot('date'), on: optional(value(day)) },
  forms: {
    bands: { bands: refined(bands, isRising, 'invalid-bands') },
    each: { each: amount(), atMost: optional(value(years.min(1), 'years')) },
  },
  compile(node, settings, compile) {
    const fact = factOf(settings.dictionary, node.seniority);
    const missing: MissingInput = { code: 'fact', fact: fact.id };
    const on = node.on ?? 'month';
    const worth = 'bands' in node ? byBand(node.bands, compile) : byYear(compile(node.each), node.atMost ?? MOST_YEARS);
    const cut: Cut = (facts) => (typeof facts[fact.index] === 'string' ? anniversary(facts[fact.index] as string) : null);
    const cuts = on === 'month' ? { cuts: [cut] } : {};
    return {
      ...madeOf(worth.parts, { facts: [fact.id], exceeds: 'each' in node, ...cuts }),
      evaluate(row, found) {
        const since = row.facts[fact.index];
        if (typeof since !== 'string') {
          found.push(missing);
          return NOT_KNOWN;
        }
        const at = on === 'month' ? `${String(row.start + 1).padStart(2, '0')}-01` : on;
        const completed = settings.year - Number(since.slice(0, 4)) - (at < since.slice(5) ? 1 : 0);
        const { part, times } = worth.of(Math.max(0, completed));
        const fen = part.evaluate(row, found);
        return fen === NOT_KNOWN ? NOT_KNOWN : fen * times;
      },
    };
  },
});

/** Whether bands begin at 0 and ascend. */
function isRising(all: readonly Band[]): boolean {
  return all.every(({ from }, index) => (index === 0 ? from === 0 : from > (all[index - 1] as Band).from));
}

/** The possible parts, and which of them a number of years selects and how many times. */
interface Worth {
  readonly parts: readonly Amount[];
  of(years: number): { readonly part: Amount; readonly times: number };
}

function byBand(bands: readonly Band[], compile: (node: AmountNode) => Amount): Worth {
  const parts = bands.map((band) => ({ from: band.from, part: compile(band.amount) }));
  return {
    parts: parts.map(({ part }) => part),
    of: (years) => ({ part: (parts.findLast(({ from }) => from <= years) ?? (parts[0] as (typeof parts)[number])).part, times: 1 }),
  };
}

function byYear(part: Amount, atMost: number): Worth {
  return { parts: [part], of: (years) => ({ part, times: Math.min(years, atMost) }) };
}

/** The month (0 to 12) on whose first day a further year since a date is complete. */
function anniversary(date: string): number {
  const month = Number(date.slice(5, 7));
  return date.endsWith('-01') ? month - 1 : month;
}
