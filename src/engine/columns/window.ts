/** Some neighbouring bits of the packed facts, few enough to be the key of a table; none at all where the mask is nought. */
export interface Window {
  readonly shift: number;
  readonly mask: number;
}

/** What is decided by the bits of one window. */
export interface Group<Member extends Window> extends Window {
  readonly members: readonly Member[];
}

/** How many bits a window has. */
export function widthOf({ mask }: Window): number {
  return 32 - Math.clz32(mask);
}

/** The smallest window over two others. */
export function windowOver(a: Window, b: Window): Window {
  if (a.mask === 0) return { shift: b.shift, mask: b.mask };
  if (b.mask === 0) return { shift: a.shift, mask: a.mask };
  const shift = Math.min(a.shift, b.shift);
  const width = Math.max(a.shift + widthOf(a), b.shift + widthOf(b)) - shift;
  return { shift, mask: 2 ** width - 1 };
}

/**
 * Puts together what is decided by neighbouring bits.
 *
 * @param width a group has no more bits than these
 * @param size and no more members than these
 */
export function groupByWindow<Member extends Window>(members: readonly Member[], width: number, size: number): Group<Member>[] {
  const groups: { window: Window; members: Member[] }[] = [];
  for (const one of members.toSorted((a, b) => (a.mask === 0 ? -1 : a.shift) - (b.mask === 0 ? -1 : b.shift))) {
    const last = groups.at(-1);
    const window = last && windowOver(last.window, one);
    if (window && last.members.length < size && widthOf(window) <= width) {
      last.window = window;
      last.members.push(one);
    } else {
      groups.push({ window: { shift: one.shift, mask: one.mask }, members: [one] });
    }
  }
  return groups.map(({ window, members: together }) => ({ ...window, members: together }));
}
