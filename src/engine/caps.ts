import { countMonths, listMonths, type MonthSet, monthsBetween } from '../calendar/month-set.ts';
import { type Cap, CapRoom } from './cap-room.ts';
import type { Item, Stretch } from './item.ts';

/**
 * Cuts what passes a limit: month by month the members are paid in their order until it is reached. Groups come one after the other, each over
 * what the one before left.
 *
 * @param items of one version, in the order of its allowances
 */
export function applyCaps(items: readonly Item[], caps: readonly Cap[]): readonly Item[] {
  if (caps.length === 0) return items;
  const months = items.map(monthsOf);
  for (const cap of caps) {
    const room = new CapRoom(cap);
    for (let month = 0; month < 12; month++) {
      for (const member of cap.members) {
        const paid = months[member]?.[month];
        if (paid) paid.fen = room.take({ facts: paid.stretch.run.facts, start: month }, paid.fen);
      }
    }
  }
  return items.map((item, at) => cutTo(item, months[at] as Paid[]));
}

/** What is paid in a month, and by which stretch. */
interface Paid {
  readonly stretch: Stretch;
  fen: number;
}

/** The months that are paid, also those that another version rules: they count towards the limit of a year. */
function monthsOf({ stretches, elsewhere }: Item): (Paid | undefined)[] {
  const months = new Array<Paid | undefined>(12).fill(undefined);
  for (const stretch of [...(stretches ?? []), ...elsewhere])
    for (const month of listMonths(stretch.paid)) months[month] = { stretch, fen: stretch.rateFen };
  return months;
}

function cutTo(item: Item, months: readonly (Paid | undefined)[]): Item {
  if (item.stretches === null || months.every((paid) => !paid || paid.fen === paid.stretch.rateFen)) return item;
  const stretches = item.stretches.flatMap((stretch) => splitStretch(stretch, (month) => months[month]?.fen ?? stretch.rateFen));
  return { ...item, stretches, amountFen: stretches.reduce((sum, { paid, rateFen }) => sum + rateFen * countMonths(paid), 0) };
}

/** A stretch as several, wherever what is paid changes from one paid month to the next. */
function splitStretch(stretch: Stretch, fenOf: (month: number) => number): Stretch[] {
  const parts: Stretch[] = [];
  let start = stretch.run.start;
  let fen: number | null = null;
  for (const month of listMonths(stretch.paid)) {
    if (fen !== null && fenOf(month) !== fen) {
      parts.push(partOf(stretch, start, month, fen));
      start = month;
    }
    fen = fenOf(month);
  }
  parts.push(partOf(stretch, start, stretch.run.end, fen ?? stretch.rateFen));
  return parts;
}

function partOf({ run, paid, rateFen, notes }: Stretch, start: number, end: number, fen: number): Stretch {
  const within: MonthSet = monthsBetween(start, end);
  const part = { run: { ...run, start, end, months: run.months & within }, paid: paid & within, rateFen: fen };
  return fen === rateFen ? { ...part, notes } : { ...part, notes: [...notes, { code: 'capped' }], uncappedFen: rateFen };
}
