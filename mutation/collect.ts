/**
 * Stands in for `vitest` in the files of tests: it notes their tests instead of running them, so that each can be run as often as there are mutants.
 */
import { format } from 'node:util';

export { expect } from 'vitest';

export interface Test {
  /** The file, what the test is part of, its title. */
  readonly name: string;
  readonly run: () => unknown;
}

type Body = (...values: never[]) => unknown;
type Options = { readonly timeout?: number } | number;

let path: readonly string[] = [];
let tests: Test[] = [];

/** The tests that were noted since it was last asked. */
export function takeTests(): readonly Test[] {
  const taken = tests;
  tests = [];
  return taken;
}

function described(title: string, body: () => unknown): void {
  const outer = path;
  path = [...path, title];
  body();
  path = outer;
}

function noted(title: string, first: Body | Options, second?: Body | Options): void {
  const run = (typeof first === 'function' ? first : second) as () => unknown;
  tests.push({ name: [...path, title].join(' › '), run });
}

/** One for each row: a list gives its values one by one, anything else is the one value. */
function each<R>(one: (title: string, run: () => unknown) => void) {
  return (rows: readonly R[]) =>
    (title: string, first: Body | Options, second?: Body | Options): void => {
      const body = (typeof first === 'function' ? first : second) as (...values: unknown[]) => unknown;
      for (const row of rows) {
        const values = Array.isArray(row) ? row : [row];
        const places = title.match(/%[sdifjoO]/g)?.length ?? 0;
        one(format(title, ...values.slice(0, places)), () => body(...values));
      }
    };
}

export const describe = Object.assign(described, { each: each(described) });
export const it = Object.assign(noted, { each: each(noted) });
