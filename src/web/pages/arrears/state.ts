import type { PaymentsSummary } from '../../compute/protocol/arrears.ts';
import { type Departure, departFrom, NO_DEPARTURE, type Settings, wireSettings } from '../../features/settings/settings.ts';

/** A table of payments from a file; its rows are with the worker. */
export interface PaymentsFile extends PaymentsSummary {
  readonly name: string;
}

/** All inputs of arrears. */
export interface ArrearsState {
  /** Whether they are for a year, or for a range of months. */
  readonly span: 'year' | 'months';
  readonly from: string;
  readonly to: string;
  readonly whose: 'roster' | 'teacher';
  /** Where the amounts paid come from. */
  readonly by: 'rules' | 'paid';
  /** The key of the policy known then; `null` for the page's own. */
  readonly knownPolicy: string | null;
  /**
   * Departures of the rules known then, by the key of the policy; those of now include the year, and whether both sides compute months out
   * of force.
   */
  readonly known: Readonly<Record<string, Departure>>;
  readonly now: Departure;
  readonly file: PaymentsFile | null;
  /** A pasted table of payments; a file takes precedence over it. */
  readonly pasted: string;
}

/** Arrears without people. */
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

/**
 * Whether the user has added payments or typed or chosen anything; the people and the year do not count, since they are quickly chosen
 * again.
 */
export function isWork({ known, now, file, pasted }: ArrearsState): boolean {
  return (
    file !== null ||
    pasted.trim() !== '' ||
    [now, ...Object.values(known)].some(
      (rules) => JSON.stringify({ ...rules, year: null, asIfInForce: null }) !== JSON.stringify(NO_DEPARTURE),
    )
  );
}

/** The settings in effect on each side, and the key of the policy known then. */
export interface Sides {
  readonly now: Settings;
  readonly known: Settings;
  readonly policy: string;
}

/** The settings of both sides. @param shared the shared settings of the page's policy, and of the one known then, whose key is `policy` */
export function sidesOf({ now, known }: ArrearsState, shared: Omit<Sides, 'policy'>, policy: string): Sides {
  return {
    now: departFrom(shared.now, now),
    known: departFrom(shared.known, known[policy] ?? NO_DEPARTURE),
    policy,
  };
}

/**
 * The API request that the page amounts to, without the people of the roster and the rows of the table of payments.
 *
 * @param teacher the teacher of the form, if arrears are for that one
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

/** Whether both sides follow the same rules, so that there can be no difference. */
export function isSameRules({ by }: ArrearsState, { now, known, policy }: Sides, policyNow: string): boolean {
  return by === 'rules' && policy === policyNow && JSON.stringify(wireRules(known)) === JSON.stringify(wireRules(now));
}

/** If the paid side has no pay scales, those of the due side apply. */
function wireRules(settings: Settings): Record<string, unknown> {
  const { payScales, ...choices } = wireSettings(settings, ['readings', 'figures', 'places', 'scales']);
  return { ...choices, ...((payScales as readonly unknown[]).length > 0 && { payScales }) };
}
