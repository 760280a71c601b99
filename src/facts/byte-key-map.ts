/** A value with its name; values whose names have the same length form a linked list. */
interface Named<Thing> {
  readonly name: Uint8Array;
  readonly thing: Thing;
  readonly next: Named<Thing> | undefined;
}

/** A small map whose keys are looked up by their bytes. */
export class ByteKeyMap<Thing> {
  readonly #byLength: (Named<Thing> | undefined)[] = [];

  /** @param things by name, each name once; names that are not ASCII are never found */
  constructor(things: readonly (readonly [name: string, thing: Thing])[]) {
    const longest = Math.max(0, ...things.map(([name]) => name.length));
    for (let length = 0; length <= longest; length++) this.#byLength.push(undefined);
    for (const [name, thing] of things.toReversed()) {
      if (!/^[ -~]*$/.test(name)) continue;
      this.#byLength[name.length] = { name: asciiOf(name), thing, next: this.#byLength[name.length] };
    }
  }

  /** The value whose name is the bytes from `from` to `to`; `undefined` where there is none. */
  find(bytes: Uint8Array, from: number, to: number): Thing | undefined {
    const length = to - from;
    if (length >= this.#byLength.length) return undefined;
    let named = this.#byLength[length];
    while (named !== undefined && !isAt(named.name, bytes, from)) named = named.next;
    return named?.thing;
  }
}

/** Whether a name is found at an offset. */
export function isAt(name: Uint8Array, bytes: Uint8Array, from: number): boolean {
  for (let at = 0; at < name.length; at++) if (bytes[from + at] !== name[at]) return false;
  return true;
}

/** An ASCII text as bytes. */
export function asciiOf(text: string): Uint8Array {
  return Uint8Array.from(text, (unit) => unit.charCodeAt(0));
}
