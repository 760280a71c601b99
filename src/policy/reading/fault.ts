import type { Bilingual } from '../../facts/dictionary.ts';

/** What can be wrong with the files that are common to all policies alone: facts, pay scales, budget codes. */
export const COMMON_FAULT_CODES = [
  'header-reserved',
  'header-taken',
  'spelling-taken',
  'invalid-step',
  'ends-before-start',
  'scale-overlap',
  'step-not-higher',
  'step-not-missing',
  'steps-undeclared',
  'invalid-budget-code',
  'untitled-code',
  'file-name',
] as const;

/** Warnings about a policy file: its author may have meant it so. */
export const WARNING_CODES = [
  'figure-not-quoted',
  'edge-named-twice',
  'retroactive',
  'total-differs',
  'parts-below-whole',
  'mid-month',
  'paid-after-leaving',
  'no-source',
  'text-not-named',
  'empty-value',
  'converted',
  'converted-rounding',
  'converted-leaving',
  'converted-growth',
  'converted-served',
] as const;

/** What can be wrong with a policy file, or with a file that is common to all policies. The sentences are in `src/text/policy-faults/`. */
export const FAULT_CODES = [
  // the file
  'not-utf-8',
  'yaml-syntax',
  'duplicate-key',
  'too-large',
  'too-deep',
  'too-many',
  // the shape of an entry
  'unknown-key',
  'former-form',
  'missing-key',
  'wrong-type',
  'not-allowed-value',
  'empty',
  'out-of-range',
  'too-long',
  'invalid-form',
  'invalid-id',
  'invalid-parameter-key',
  'invalid-fact-id',
  'invalid-value-id',
  'option-named-ask',
  'invalid-decimal',
  'invalid-amount',
  'blank-and-default',
  'invalid-date',
  'invalid-month',
  'invalid-economic-code',
  'invalid-multiple',
  'invalid-figure',
  'invalid-bands',
  'invalid-number',
  'divided-by-zero',
  'beyond-missing',
  'invalid-day',
  'invalid-shares',
  'count-beside-shares',
  'spread-without-year',
  'prorate-without-month',
  'prorate-beside-limits',
  'invalid-bound',
  'range-empty',
  'keep-or-cap',
  'not-an-amount',
  'not-a-derivation',
  'not-a-condition',
  'not-a-test',
  'not-quoted',
  'not-ordered',
  'not-a-threshold',
  'two-ends',
  'empty-interval',
  'not-months',
  'months-empty',
  'no-unit-counts',
  'derived-required',
  'not-a-figure',
  'one-figure',
  'period-missing',
  'period-without-yuan',
  'value-or-values',
  'values-and-by',
  'suggestion-beside-figure',
  // undefined names
  'fact-taken',
  'no-fact',
  'no-value',
  'no-reading',
  'no-option',
  'option-without-value',
  'bare-choice',
  'no-parameter',
  'no-months',
  'no-allowance',
  'no-service',
  'not-derived-yet',
  'not-in-claims',
  'only-in-claims',
  'not-a-date-fact',
  'not-a-text-fact',
  'not-a-money-fact',
  'not-a-count-fact',
  'not-a-number-fact',
  'not-a-divisor-fact',
  'not-a-list-fact',
  'not-a-periods-fact',
  'not-a-beginning',
  'lasting-ends',
  'periods-tested',
  'not-a-place-fact',
  'figures-missing',
  'parts-exceed-whole',
  'total-months',
  'total-dated',
  'shares-incomplete',
  'shares-not-whole',
  'share-beside-standard',
  'standard-below-share',
  'rest-without-source',
  'above-whole',
  'range-reversed',
  'outside-range',
  // contradictions
  'wrong-unit',
  'wrong-period',
  'item-at-date',
  'item-of-year',
  'item-needs-year',
  'item-not-monthly',
  'item-circle',
  'gap',
  'no-case',
  'cases-overlap',
  'shared-boundary',
  'case-behind',
  'else-unreachable',
  'no-branch',
  'no-band',
  'overlap',
  'place-twice',
  'repeated',
  'unreachable-cell',
  'unreachable-branch',
  'never-holds',
  'dead-alternative',
  'too-complex',
  'too-many-asked',
  'asked-count',
  'unused-parameter',
  'unused-reading',
  'unused-months',
  'unused-place',
  'unused-fact',
  'unused-source',
  'option-without-effect',
  'dates-out-of-order',
  'months-out-of-order',
  'never-in-force',
  'figure-after-end',
  'target-before-issue',
  'supersedes-itself',
  'supersedes-undated',
  'quote-not-found',
  'document-not-named',
  // several files together
  'duplicate-id',
  'folder-name',
  'source-file-missing',
  ...WARNING_CODES,
  ...COMMON_FAULT_CODES,
] as const;
export type FaultCode = (typeof FAULT_CODES)[number];

const WARNINGS: ReadonlySet<string> = new Set(WARNING_CODES);

/** Whether a code is only a warning, with which the file is still valid. */
export function isWarning(code: FaultCode): boolean {
  return WARNINGS.has(code);
}

/** What the sentence of a fault needs: ids and values, and labels in both languages. */
export type FaultParams = Readonly<Record<string, string | number | readonly string[] | Bilingual>>;

export type Step = string | number;

/** A fault or warning by the keys that lead to it. */
export interface Finding {
  readonly path: readonly Step[];
  readonly code: FaultCode;
  readonly params?: FaultParams;
}

/** One fault or warning of a policy file, with its position. */
export interface Fault {
  readonly line: number;
  readonly column: number;
  /** The keys that lead to it, for example `allowances.meal.months`. */
  readonly path: string;
  readonly code: FaultCode;
  readonly params: FaultParams;
}

/** The maximum number of faults reported for one file, and of warnings. */
export const MOST_FAULTS = 100;

/** Thrown where a policy file that must be valid is not; it never loads in part. */
export class PolicyFileError extends Error {
  readonly file: string;
  readonly faults: readonly Fault[];

  /** @param explain the sentence of a fault; the core has none */
  constructor(file: string, faults: readonly Fault[], explain: (fault: Fault) => string = ({ code }) => code) {
    super(
      faults.map((fault) => `${file}:${fault.line}:${fault.column}: ${fault.path ? `${fault.path}: ` : ''}${explain(fault)}`).join('\n'),
    );
    this.name = 'PolicyFileError';
    this.file = file;
    this.faults = faults;
  }
}
