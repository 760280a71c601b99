import { useState } from 'react';

/** A step that replaces what the user has typed or chosen, and can be taken back as long as nothing has changed since. */
export interface Step<T, Name extends string> {
  /** The last step, whatever has changed since. */
  readonly last: { readonly name: Name; readonly before: T; readonly after: T } | null;
  take(name: Name, next: T): void;
  /** `null` if there is nothing to take back. */
  readonly back: (() => void) | null;
}

/** @param now plain data @param apply puts other data in its place */
export function useStep<T, Name extends string>(now: T, apply: (next: T) => void): Step<T, Name> {
  const [last, setLast] = useState<Step<T, Name>['last']>(null);
  const isLast = last !== null && JSON.stringify(now) === JSON.stringify(last.after);
  return {
    last,
    take(name, next) {
      setLast({ name, before: now, after: next });
      apply(next);
    },
    back: isLast
      ? () => {
          setLast(null);
          apply(last.before);
        }
      : null,
  };
}
