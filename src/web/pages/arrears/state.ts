import type { PaymentsSummary } from '../../compute/protocol/arrears.ts';
import { type Choices, NO_CHOICES, wireChoices } from '../../features/settings/choices.ts';
import { type TypedScale, wireScales } from '../../features/settings/typed-scales.ts';
import { wireInteger } from '../../policy/fact-values.ts';

/** The rules of one side, as far as they are otherwise than the document says. */
export interface SideRules extends Choices {
  readonly scales: readonly TypedScale[];
}

/** A table of payments from a file; its rows are with the worker. */
export interface PaymentsFile extends PaymentsSummary {
  readonly name: string;
}

/** Everything that arrears are computed from. */
export interface ArrearsState {
  /** Whether they are of a year, or of some months in a row. */
  readonly span: 'year' | 'months';
  readonly year: string;
  readonly from: string;
  readonly to: string;
  readonly whose: 'roster' | 'teacher';
  /** How it is known what was paid. */
  readonly by: 'rules' | 'paid';
  /** The key of the policy known then; `null` for that of the page. */
  readonly knownPolicy: string | null;
  /** The rules known then, by the key of the policy. */
  readonly known: Readonly<Record<string, SideRules>>;
  readonly now: SideRules;
  /** Whether to go on as if the documents were in force also outside their dates, on both sides. */
  readonly asIfInForce: boolean;
  readonly file: PaymentsFile | null;
  /** A table of payments that was pasted; a file goes before it. */
  readonly pasted: string;
}

/** Rules just as the document has them. */
export const NO_RULES: SideRules = { ...NO_CHOICES, scales: [] };

/** Arrears of nobody yet. */
export function emptyArrears(year: number): ArrearsState {
  return {
    span: 'year',
    year: String(year),
    from: `${year - 1}-01`,
    to: `${year}-12`,
    whose: 'roster',
    by: 'rules',
    knownPolicy: null,
    known: {},
    now: NO_RULES,
    asIfInForce: false,
    file: null,
    pasted: '',
  };
}

/** Whether somebody has brought payments or typed or chosen something; whose arrears they are, and of which year, is soon said again. */
export function isWork({ known, now, file, pasted }: ArrearsState): boolean {
  return (
    file !== null ||
    pasted.trim() !== '' ||
    [now, ...Object.values(known)].some((rules) => JSON.stringify(rules) !== JSON.stringify(NO_RULES))
  );
}

/**
 * The request of the API that the page amounts to, without the people of the roster and the rows of the table of payments.
 *
 * @param policy the key of the policy known then
 * @param teacher the one of the form, where arrears are of one
 */
export function requestOf(
  { span, year, from, to, by, known, now, asIfInForce }: ArrearsState,
  policy: string,
  teacher: unknown,
): Record<string, unknown> {
  return {
    ...(span === 'year' ? { year: wireInteger(year) } : { from: from.trim() || null, to: to.trim() || null }),
    teachers: teacher === null ? [] : [teacher],
    ...wireRules(now),
    ...(asIfInForce && { asIfInForce }),
    ...(by === 'rules' && { known: { policy, ...wireRules(known[policy] ?? NO_RULES) } }),
  };
}

/** The year of the first month. */
export function firstYear({ span, year, from }: ArrearsState): string {
  return span === 'year' ? year : from.trim().slice(0, 4);
}

/** Whether both sides follow the same rules, so that nothing can be owed. */
export function isSameRules({ by, known, now }: ArrearsState, policy: string, policyNow: string): boolean {
  return by === 'rules' && policy === policyNow && JSON.stringify(wireRules(known[policy] ?? NO_RULES)) === JSON.stringify(wireRules(now));
}

/** Pay scales that are not given for what was paid are those of what is due. */
function wireRules(rules: SideRules): Record<string, unknown> {
  const payScales = wireScales(rules.scales);
  return { ...wireChoices(rules), ...(payScales.length > 0 && { payScales }) };
}
