/**
 * How many random cases a property tries. `npm run test:deep` tries very many; `JINTIE_MOST_RUNS` is for who runs the same tests over and over,
 * once for each mutant of the code, and wants few.
 *
 * @param usual in every run of the tests
 * @param deep in the deep run
 */
export function randomRuns(usual: number, deep = usual): number {
  if (process.env.JINTIE_DEEP) return deep;
  return Math.min(usual, Number(process.env.JINTIE_MOST_RUNS ?? usual));
}

/** Set where so few are tried that a rare case need not be among them. */
export const AMONG_FEW = process.env.JINTIE_MOST_RUNS !== undefined;
