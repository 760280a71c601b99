/** One of a few things with names of their own; those of names of one length hang together. */
interface Named<Thing> {
  readonly name: string;
  readonly thing: Thing;
  readonly next: Named<Thing> | undefined;
}

/**
 * A few things by name, put away by the length of the name: what comes out of JSON is found sooner so than in a `Map`, which has to hash it, and
 * two names are compared only where they are as long.
 */
export class Drawers<Thing> {
  readonly #byLength: (Named<Thing> | undefined)[] = [];

  /** @param things by name, no name twice; of names as long, the first is looked at first */
  constructor(things: readonly (readonly [name: string, thing: Thing])[]) {
    const longest = Math.max(0, ...things.map(([name]) => name.length));
    for (let length = 0; length <= longest; length++) this.#byLength.push(undefined);
    for (const [name, thing] of things.toReversed()) this.#byLength[name.length] = { name, thing, next: this.#byLength[name.length] };
  }

  /** The thing of that name; `undefined` where there is none. */
  find(name: string): Thing | undefined {
    if (name.length >= this.#byLength.length) return undefined;
    let named = this.#byLength[name.length];
    while (named !== undefined && named.name !== name) named = named.next;
    return named?.thing;
  }
}
