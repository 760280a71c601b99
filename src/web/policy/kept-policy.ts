/** A policy file of a person's own, as it is kept. */
export interface KeptPolicy {
  readonly name: string;
  readonly bytes: ArrayBuffer;
  /** The text of its document, where it was given. */
  readonly source?: string | undefined;
  /** One may supersede another that was opened before it. */
  readonly openedAt: number;
}
