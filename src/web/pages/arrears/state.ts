import type { PaymentsSummary } from '../../compute/protocol/arrears.ts';
import { type Departure, departFrom, NO_DEPARTURE, type Settings, wireSettings } from '../../features/settings/settings.ts';

/** A table of payments from a file; its rows are with the worker. */
export interface PaymentsFile extends PaymentsSummary {
  readonly name: string;
}

/** Everything that arrears are computed from. */
export interface ArrearsState {
  /** Whether they are of a year, or of some months in a row. */
  readonly span: 'year' | 'months';
  readonly from: string;
  readonly to: string;
  readonly whose: 'roster' | 'teacher';
  /** How it is known what was paid. */
  readonly by: 'rules' | 'paid';
  /** The key of the policy known then; `null` for that of the page. */
  readonly knownPolicy: string | null;
  /** What the rules known then have otherwise than all pages, by the key of the policy; those of now have the year too, and whether both go on out of force. */
  readonly known: Readonly<Record<string, Departure>>;
  readonly now: Departure;
  readonly file: PaymentsFile | null;
  /** A table of payments that was pasted; a file goes before it. */
  readonly pasted: string;
}

/** Arrears of nobody yet. */
export function emptyArrears(year: number): ArrearsState {
  return {
    span: 'year',
    from: `${year - 1}-01`,
    to: `${year}-12`,
    whose: 'roster',
    by: 'rules',
    knownPolicy: null,
    known: {},
    now: NO_DEPARTURE,
    file: null,
    pasted: '',
  };
}

/** Whether somebody has brought payments or typed or chosen something; whose arrears they are, and of which year, is soon said again. */
export function isWork({ known, now, file, pasted }: ArrearsState): boolean {
  return (
    file !== null ||
    pasted.trim() !== '' ||
    [now, ...Object.values(known)].some(
      (rules) => JSON.stringify({ ...rules, year: null, asIfInForce: null }) !== JSON.stringify(NO_DEPARTURE),
    )
  );
}

/** The settings by which each side goes, and the key of the policy known then. */
export interface Sides {
  readonly now: Settings;
  readonly known: Settings;
  readonly policy: string;
}

/** The settings of both sides. @param shared those of all pages about the policy of the page, and about that known then, whose key is `policy` */
export function sidesOf({ now, known }: ArrearsState, shared: Omit<Sides, 'policy'>, policy: string): Sides {
  return {
    now: departFrom(shared.now, now),
    known: departFrom(shared.known, known[policy] ?? NO_DEPARTURE),
    policy,
  };
}

/**
 * The request of the API that the page amounts to, without the people of the roster and the rows of the table of payments.
 *
 * @param teacher the one of the form, where arrears are of one
 */
export function requestOf({ span, from, to, by }: ArrearsState, { now, known, policy }: Sides, teacher: unknown): Record<string, unknown> {
  return {
    ...(span === 'year' ? wireSettings(now, ['year']) : { from: from.trim() || null, to: to.trim() || null }),
    teachers: teacher === null ? [] : [teacher],
    ...wireSettings(now, ['asIfInForce']),
    ...wireRules(now),
    ...(by === 'rules' && { known: { policy, ...wireRules(known) } }),
  };
}

/** The year of the first month. */
export function firstYear({ span, from }: ArrearsState, { now }: Pick<Sides, 'now'>): string {
  return span === 'year' ? now.year : from.trim().slice(0, 4);
}

/** Whether both sides follow the same rules, so that nothing can be owed. */
export function isSameRules({ by }: ArrearsState, { now, known, policy }: Sides, policyNow: string): boolean {
  return by === 'rules' && policy === policyNow && JSON.stringify(wireRules(known)) === JSON.stringify(wireRules(now));
}

/** Pay scales that are not given for what was paid are those of what is due. */
function wireRules(settings: Settings): Record<string, unknown> {
  const { payScales, ...choices } = wireSettings(settings, ['readings', 'figures', 'places', 'scales']);
  return { ...choices, ...((payScales as readonly unknown[]).length > 0 && { payScales }) };
}
