import { IDENTITY, IGNORED, type Meaning } from '../cells/meaning.ts';
import type { Mapping } from '../columns/mapping.ts';
import type { Sheet } from '../sheet/sheet.ts';

/** A block of columns with people, beside blocks with other people. */
export interface Block {
  /** Its first and last column read, 0-based. */
  readonly first: number;
  readonly last: number;
  /** The number of rows with a person in it. */
  readonly people: number;
}

/** A block with one of these has people of its own. */
const WHO: readonly Meaning[] = ['id', 'name', IDENTITY];

/**
 * The blocks of people side by side in a sheet, from left to right, recognised by a header that repeats itself.
 *
 * @returns none unless there are several
 */
export function blocksOf({ rows }: Sheet, { bottom, columns }: Mapping): Block[] {
  const places = Map.groupBy(
    columns.filter(({ meaning }) => meaning !== IGNORED),
    ({ meaning }) => meaning,
  );
  const repeated = [...places].filter(([, of]) => of.length > 1);
  const count = Math.max(0, ...repeated.map(([, of]) => of.length));
  if (repeated.length < 2 || !repeated.some(([meaning]) => WHO.includes(meaning))) return [];
  const blocks = Array.from({ length: count }, (_, at): Block => {
    const own = repeated.flatMap(([, of]) => of[at]?.index ?? []);
    const who = repeated.flatMap(([meaning, of]) => (WHO.includes(meaning) ? (of[at]?.index ?? []) : []));
    const people = rows.filter(({ number, cells }) => number > bottom && who.some((index) => (cells[index] ?? '').trim() !== '')).length;
    return { first: Math.min(...own), last: Math.max(...own), people };
  });
  const areApart = blocks.every(({ first }, at) => at === 0 || first > (blocks[at - 1]?.last ?? 0));
  return areApart ? blocks : [];
}
