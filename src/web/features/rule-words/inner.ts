import type { ComponentType } from 'react';

/** How a word renders the amounts that it contains. */
export interface Inner {
  /** Renders a nested amount. */
  readonly Amount: ComponentType<{ node: unknown }>;
  /** Whether an amount fits into a sentence: no table, no list of cases. */
  isInline(node: unknown): boolean;
}
