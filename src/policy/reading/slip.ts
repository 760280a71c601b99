/**
 * Slips that people make when they write a policy, beyond what a fault says: a finding whose params have `slip` says what to write instead. The
 * sentences are in `src/text/policy-faults/slips-zh.ts` and `slips-en.ts`.
 */
export const SLIP_CODES = [
  // of YAML
  'full-width-mark',
  'space-after-colon',
  'tab-indent',
  'not-closed',
  'indent',
  'not-a-pair',
  // of names and values
  'meant',
  'called',
  'needs-quotes',
  'bare-word',
  'bare-number',
  'as-list',
  'as-date',
  'no-such-day',
  'day-missing',
  'as-month',
  'as-months',
  'split-by-comma',
  // of figures
  'as-figure',
  'figure-awaited',
  'figure-range',
  'figure-period',
  'unit-period',
  'unit-wan',
  'figure-in-rule',
  // of conditions and amounts
  'always-meant',
  'condition-text',
  'comparison',
  'joined',
  'nothing-meant',
  'fact-in-rule',
  'amount-text',
  // of clauses and places
  'clause-text',
  'town-text',
  'quote-in-marks',
  'quote-differs',
  'quote-until',
] as const;
export type SlipCode = (typeof SLIP_CODES)[number];

/** A slip and what its sentence needs: what was written, and what to write instead. */
export type Slip = { readonly slip: SlipCode } & Readonly<Record<string, string | number>>;
