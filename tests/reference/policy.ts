/** What the reference budget and the reference arrears ask of a policy, whichever it is. */
import type { Decimal } from 'decimal.js';
import type { PlaceList, RequestTeacher } from './facts.ts';
import type { ParameterOverrides } from './figures.ts';
import type { RequestScale } from './pay-scales.ts';
import type { Lack } from './word-amounts.ts';
import type { ReferenceFunding } from './word-funding.ts';

export type Payee = 'teacher' | 'institution';

/** What a run sets; readings, parameters and lists of places that it does not name are the policy's own. */
export interface ReferenceRun {
  readonly year: number;
  readonly readings?: Readonly<Record<string, string>>;
  readonly parameters?: ParameterOverrides;
  readonly payScales?: readonly RequestScale[] | undefined;
  /** Lists of places that count instead of the policy's, by the fact that follows from them. */
  readonly places?: Readonly<Record<string, PlaceList>> | undefined;
  /** Whether to go on as if the policy were in force also outside its dates. */
  readonly asIfInForce?: boolean | undefined;
}

export interface ReferenceAllowance {
  readonly id: string;
  readonly payee: Payee;
  readonly economicCode: string;
}

/** What one person is due. Amounts are yuan with two decimals; `byMonth` holds only the months whose amount is not zero. */
export interface Entitled {
  readonly personalTotal: string;
  readonly institutionTotal: string;
  readonly complete: boolean;
  readonly lines: readonly {
    readonly allowance: string;
    readonly amount: string;
    readonly byMonth: readonly { readonly month: string; readonly amount: string }[];
    /** When it is paid out, where that is not when it is due. */
    readonly paidOut?: readonly { readonly month: string; readonly amount: string }[];
  }[];
  readonly missing: readonly (Lack & { readonly allowance: string; readonly months?: readonly string[] })[];
  /** What the person owes, and claims that are not known. */
  readonly repayments?: readonly { readonly claim: string; readonly date: string; readonly amount: string }[];
  readonly open?: readonly { readonly claim: string; readonly date?: string }[];
  /** What is noted of amounts that are known; not said for a policy whose words note nothing. */
  readonly warnings?: readonly { readonly code: string; readonly allowance: string; readonly claim?: string }[];
}

/** The facts of one month by which a budget is grouped; `null` is not known. */
export interface GroupFacts {
  readonly month: string;
  readonly employed: boolean;
  readonly school: string | null;
  readonly area: string | null;
  readonly stage: string | null;
  readonly post: string | null;
}

/** A sum of the year beside the entitlements; `null` while it is awaited. */
export interface ReferenceEnvelope {
  readonly id: string;
  readonly amount: string | null;
  readonly parts?: readonly { readonly id: string; readonly amount: string | null }[];
}

/** What was paid for an allowance in a month, `null` where that is not said. */
export type PaidIn = (allowance: string, month: string) => Decimal | null;

export interface ReferencePolicy {
  /** What each source of funds bears of what some people are paid; not said of a policy whose text splits nothing. */
  funding?(
    run: ReferenceRun,
    people: readonly { readonly count: number; readonly facts: RequestTeacher; readonly result: Entitled }[],
  ): ReferenceFunding;
  /** In the order of the policy. */
  readonly allowances: readonly ReferenceAllowance[];
  /** In the order of the policy. */
  readonly readings: Readonly<Record<string, { readonly default: string; readonly options: readonly string[] }>>;
  /** What one person is due and owes, claims by what was paid where it is said; or `null` where an amount is larger than any that is counted. */
  entitle(run: ReferenceRun, teacher: RequestTeacher, paidIn?: PaidIn): Entitled | null;
  /** The months in which each allowance could pay a person and lacks something. */
  missingMonths(run: ReferenceRun, teacher: RequestTeacher): Readonly<Record<string, readonly string[]>>;
  /** The twelve months. */
  facts(run: ReferenceRun, teacher: RequestTeacher): readonly GroupFacts[];
  envelopes(run: ReferenceRun): readonly ReferenceEnvelope[];
  /** The months of the year in which the policy is not in force; none where the run goes on as if it were. */
  outside(run: ReferenceRun): readonly string[];
  /** Every figure that an allowance may read and that is awaited in some month of the year. */
  awaited(run: ReferenceRun): readonly { readonly allowance: string; readonly parameter: string }[];
}
