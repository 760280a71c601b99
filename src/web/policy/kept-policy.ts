import type { OtherTexts } from '../../policy/checks/quotes.ts';

/** A policy file of the user's own, as it is stored. */
export interface KeptPolicy {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  /** The text of its document, if it was given. */
  readonly source?: string | undefined;
  /** Those of other documents that its clauses quote, by name. */
  readonly others?: OtherTexts | undefined;
  /** The order of opening: one may supersede another that was opened before it. */
  readonly openedAt: number;
}
