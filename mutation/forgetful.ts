/**
 * Stands in for `WeakMap` in the code: what is kept of results by what they were made of can be forgotten before each test, since under another mutant
 * it would be something else.
 */
const all: Forgetful<WeakKey, unknown>[] = [];

/** A `WeakMap` as far as the code uses it, that forgets when it is told to. */
export class Forgetful<K extends WeakKey, V> {
  #kept = new WeakMap<K, V>();

  constructor() {
    all.push(this as unknown as Forgetful<WeakKey, unknown>);
  }

  get(key: K): V | undefined {
    return this.#kept.get(key);
  }

  has(key: K): boolean {
    return this.#kept.has(key);
  }

  set(key: K, value: V): this {
    this.#kept.set(key, value);
    return this;
  }

  delete(key: K): boolean {
    return this.#kept.delete(key);
  }

  /** Forgets all that it keeps. */
  forget(): void {
    this.#kept = new WeakMap();
  }
}

/** Forgets what all of them keep. */
export function forget(): void {
  for (const one of all) one.forget();
}
