import { type Condition, dependenciesOf, FAILS, HOLDS, UNKNOWN, type Verdict } from './word.ts';

/** All parts as one condition. */
export function all(parts: readonly Condition[]): Condition {
  return together(parts, (row) =>
    parts.reduce<Verdict>((verdict, part) => (verdict === FAILS ? FAILS : and(verdict, part.judge(row))), HOLDS),
  );
}

/** Several parts as one condition. It depends on whatever they depend on, and the inputs of its unknown parts are missing for it. */
export function together(parts: readonly Condition[], judge: Condition['judge']): Condition {
  return {
    fact: parts.find((part) => part.fact !== null)?.fact ?? null,
    ...dependenciesOf(parts),
    judge,
    collectMissing: (row, missing) => {
      for (const part of parts) if (part.judge(row) === UNKNOWN) part.collectMissing(row, missing);
    },
  };
}

function and(a: Verdict, b: Verdict): Verdict {
  if (a === FAILS || b === FAILS) return FAILS;
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : HOLDS;
}
