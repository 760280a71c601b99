/** Names this long or shorter are taken for one another with one letter wrong, longer ones with two. */
const SHORT = 5;
/** The maximum length of a name that is compared; beyond that nobody mistypes a name by two letters. */
const LONGEST = 64;

/**
 * The name that somebody probably meant: the same but for capitals, underscores and spaces, or with a letter or two left out, added, wrong or
 * changed with its neighbour.
 *
 * @returns `null` where none is near, or two are equally near
 */
export function nearest(written: string, names: Iterable<string>): string | null {
  if (written.length > LONGEST) return null;
  const plain = plainName(written);
  const most = plain.length <= SHORT ? 1 : 2;
  let best: { readonly name: string; readonly apart: number } | null = null;
  let isTied = false;
  for (const name of names) {
    const other = plainName(name);
    if (Math.abs(other.length - plain.length) > most) continue;
    const apart = distance(plain, other);
    if (apart > most || apart >= Math.max(plain.length, other.length) - 1) continue;
    if (best && apart === best.apart) isTied = true;
    if (!best || apart < best.apart) {
      best = { name, apart };
      isTied = false;
    }
  }
  return best && !isTied ? best.name : null;
}

function plainName(text: string): string {
  return text.toLowerCase().replaceAll(/[_\s-]/g, '');
}

/** How many letters have to be left out, added, replaced, or changed with their neighbours to come from one text to another. */
function distance(one: string, other: string): number {
  const rows = [...Array(one.length + 1).keys()].map((row) => [row, ...Array<number>(other.length).fill(0)]);
  const at = (row: number, column: number): number => rows[row]?.[column] ?? 0;
  rows[0] = [...Array(other.length + 1).keys()];
  for (let row = 1; row <= one.length; row++) {
    for (let column = 1; column <= other.length; column++) {
      const changed = at(row - 1, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const isSwapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = isSwapped ? at(row - 2, column - 2) + 1 : changed;
      (rows[row] as number[])[column] = Math.min(changed, swapped, at(row - 1, column) + 1, at(row, column - 1) + 1);
    }
  }
  return at(one.length, other.length);
}
