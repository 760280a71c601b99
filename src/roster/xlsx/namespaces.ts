const DECLARATION = /\sxmlns(?::([^\s=]+))?\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** What the prefixes mean within an element that declares some. */
interface Scope {
  /** How many elements are open around it. */
  readonly depth: number;
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * The namespaces of an XML text: which elements are of that of its root, and which are of another. An element without any namespace counts as
 * one of the root's: some writers declare none, and what they write must not be passed over.
 */
export class Namespaces {
  readonly #scopes: Scope[] = [];
  #own: string | null = null;

  /** An element opens. @param name with its prefix @param tag the whole of its tag @param depth how many are open around it */
  open(name: string, tag: string, depth: number): void {
    if (tag.includes('xmlns')) {
      const declared = [...tag.matchAll(DECLARATION)].map(([, prefix = '', double, single]) => [prefix, double ?? single ?? ''] as const);
      const outer = this.#scopes.at(-1)?.prefixes ?? [];
      if (declared.length > 0) this.#scopes.push({ depth, prefixes: new Map([...outer, ...declared]) });
    }
    this.#own ??= this.#namespaceOf(name);
  }

  /** An element has closed. @param depth how many are open around it */
  close(depth: number): void {
    if (this.#scopes.at(-1)?.depth === depth) this.#scopes.pop();
  }

  /** Whether an element by this name, with its prefix, is of another namespace than the root. */
  isForeign(name: string): boolean {
    const namespace = this.#namespaceOf(name);
    return namespace !== '' && namespace !== this.#own;
  }

  #namespaceOf(name: string): string {
    const colon = name.indexOf(':');
    return this.#scopes.at(-1)?.prefixes.get(colon < 0 ? '' : name.slice(0, colon)) ?? '';
  }
}
