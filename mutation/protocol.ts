/** What StrykerJS's side asks of the thread that holds the tests, one question at a time, and what it answers. */

/** The name of the channel between the two; every process of StrykerJS has its own. */
export const CHANNEL = 'mutation';

/** The namespace in which StrykerJS's changed code finds which mutant is active and counts what was reached. */
export interface Namespace {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
}

export interface Tried {
  readonly id: string;
  readonly fileName: string;
  /** Milliseconds. */
  readonly time: number;
  /** What the test failed with; `null` where it passed. */
  readonly failure: string | null;
}

export type Question =
  | { readonly ask: 'all' }
  /** `tests`: the ids of those that reach the mutant; all where it is left out, which is for mutants that matter while files are loaded. */
  | { readonly ask: 'mutant'; readonly mutant: string; readonly tests?: readonly string[]; readonly hitLimit: number | undefined }
  | { readonly ask: 'end' };

export type Answer =
  | { readonly tried: readonly Tried[]; readonly coverage?: Namespace['mutantCoverage']; readonly isEndless?: boolean }
  | { readonly error: string };
