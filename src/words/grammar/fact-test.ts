/** The ends that an interval may have: at most one on either side. */
export const ENDS = ['atLeast', 'above', 'atMost', 'below'] as const;
export type End = (typeof ENDS)[number];

/** A value that a condition names. */
export type TestValue = string | number | boolean;
/** Which numbers, days or months a fact may be: `{atLeast: "25", below: "50"}`. */
export type IntervalNode = Readonly<{ [E in End]?: string | number | undefined }>;
export type TestPart = TestValue | IntervalNode;
/** What a condition requires a fact to be: a value, an interval, one of several, or none of them. */
export type FactTest = TestPart | readonly TestPart[] | { readonly not: TestPart | readonly TestPart[] };

/** Whether a part of a test is an interval. */
export function isInterval(node: unknown): node is IntervalNode {
  return typeof node === 'object' && node !== null && ENDS.some((end) => Object.hasOwn(node, end));
}

/** The values and intervals of a test, and whether the fact must be none of them. */
export function partsOfTest(test: FactTest): { readonly negated: boolean; readonly parts: readonly TestPart[] } {
  const negated = typeof test === 'object' && 'not' in test;
  return { negated, parts: ([] as TestPart[]).concat((negated ? test.not : test) as TestPart | TestPart[]) };
}
