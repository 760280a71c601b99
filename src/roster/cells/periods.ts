import type { PeriodsFact } from '../../facts/dictionary.ts';
import type { PeriodInput } from '../../facts/periods.ts';
import { CellFault } from './cell-value.ts';
import { readDate } from './dates.ts';
import { foldText } from './meaning.ts';

const DAY = /\d{4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*[日号]?|\d{8}/g;
/** Between two periods. */
const APART = /[;；\n\r]+|[、，,](?=[^、，,]*\d{4})/;
/** Words that say that a period goes on, after its first day. */
const GOES_ON = /^(起|开始|至今|起至今|以来|~|-|--|—|——|–|至|到)$/;
/** What stands between the first and the last day. */
const THROUGH = /^(至|到|起至|~|-|--|—|——|–)$/;
/** No periods. */
const NONE: ReadonlySet<string> = new Set(['无', '没有', '否', 'none', 'no']);

/**
 * Reads periods from one cell: 「病假 2025-01-10至2025-03-31;借调 2025年9月1日起」, each with its kind before or after its days where the fact has kinds.
 *
 * @returns the periods; a {@link CellFault} where the cell is not wholly understood, so that nothing of it is lost
 */
export function periodsReader(fact: PeriodsFact): (text: string) => unknown {
  const kinds = new Map(
    Object.entries(fact.kinds ?? {}).flatMap(([id, { zh, en, also }]) =>
      [zh, en, id, ...also].map((name) => [foldText(name), id] as const),
    ),
  );
  const only = Object.keys(fact.kinds ?? {}).length === 1 ? Object.keys(fact.kinds ?? {})[0] : undefined;
  const readOne = (part: string): PeriodInput | null => {
    const days = [...part.matchAll(DAY)];
    const [first, last] = days;
    if (!first || days.length > 2) return null;
    const read = days.map(([text]) => readDate(text.replace(/\s/g, '')));
    if (!read.every((one) => typeof one === 'string')) return null;
    const before = part.slice(0, first.index);
    const gap = last ? part.slice(first.index + first[0].length, last.index) : '';
    const after = part.slice((last ?? first).index + (last ?? first)[0].length);
    if (last && !THROUGH.test(foldText(gap))) return null;
    const words = [bare(before), bare(after)].filter((word) => word !== '');
    const isOpen = !last && words.some((word) => GOES_ON.test(word));
    if (!last && !isOpen) return null;
    const named = words.filter((word) => last || !GOES_ON.test(word));
    const kind = named.length === 0 ? only : named.length === 1 ? kinds.get(named[0] as string) : undefined;
    if (named.length > 1 || (kind === undefined && (named.length > 0 || kinds.size > 0))) return null;
    return { from: read[0] as string, ...(last && { to: read[1] as string }), ...(kind !== undefined && { kind }) };
  };
  return (text) => {
    const folded = text.normalize('NFKC').trim();
    if (NONE.has(folded.toLowerCase())) return [];
    const parts = folded.split(APART).filter((part) => part.trim() !== '');
    const read = parts.map(readOne);
    return read.includes(null) ? new CellFault('unclear-periods') : read;
  };
}

/** Words beside days, without the brackets and marks around them. */
function bare(text: string): string {
  return foldText(text.replace(/[()[\]【】:：]/g, ''));
}
