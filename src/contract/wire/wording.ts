import type { Bilingual } from '../../facts/dictionary.ts';
import type { Issue } from '../../facts/issue.ts';

/** The languages of the product. Codes and ids never depend on them. */
export const LANGUAGES = ['zh', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A fault on the wire. */
export interface WireIssue {
  /** An RFC 6901 pointer into the body, or into the line of a stream. */
  pointer: string;
  code: string;
  message: string;
}

/** The sentences of results and faults. The rooms that answer people provide them; the core has none. */
export interface Wording {
  readonly language: Language;
  /** The sentence of a fault: what is wrong and how to fix it. */
  explain(issue: Issue): string;
}

/** Picks the text in the language of the answer. */
export function say(text: Bilingual, { language }: Pick<Wording, 'language'>): string {
  return text[language];
}

/**
 * Writes a path as an RFC 6901 JSON Pointer.
 *
 * @example pointerOf(['parameters', 'meal/rural']) // "/parameters/meal~1rural"
 */
export function pointerOf(path: readonly (string | number)[]): string {
  return path.map((step) => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The most faults in an answer. */
export const MOST_ISSUES = 100;

/** At most this many faults in an answer about many entries; after that each further entry lists only its first. */
const MOST_ISSUES_TOGETHER = 20_000;

/** How many more faults an answer may list: a small body can have very many. */
export class RemainingIssues {
  #left = MOST_ISSUES_TOGETHER;

  /** Faults of the next entry for the wire, always at least one. */
  list(issues: readonly Issue[], wording: Wording, base: readonly (string | number)[] = []): WireIssue[] {
    const listed = wireIssues(issues.slice(0, Math.max(1, this.#left)), wording, base);
    this.#left -= listed.length;
    return listed;
  }
}

/** Faults for the wire, at most a hundred of them. */
export function wireIssues(issues: readonly Issue[], wording: Wording, base: readonly (string | number)[] = []): WireIssue[] {
  return issues.slice(0, MOST_ISSUES).map((issue) => ({
    pointer: pointerOf([...base, ...issue.path]),
    code: issue.code,
    message: wording.explain(issue),
  }));
}
