/** What is paid to the people of a school in a month. */
export interface PayrollQuery {
  /** `null` for those whose school is not known. */
  readonly school: string | null;
  /** 0 to 11. */
  readonly month: number;
  /** The items that may stand on it, in their order. */
  readonly allowances: readonly string[];
}

/** Who is paid in a month, in the order of the roster; amounts are yuan as on the wire. */
export interface Payroll {
  /** Those of the items that somebody is paid. */
  readonly items: readonly { readonly allowance: string; readonly amount: string }[];
  readonly rows: readonly PayrollRow[];
  readonly total: string;
  /** Those who are there in that month, have no amount in it, and of whom something is missing. */
  readonly open: readonly PaidPerson[];
}

export interface PaidPerson {
  readonly id: string;
  readonly name: string | null;
}

export interface PayrollRow extends PaidPerson {
  /** One for each of the items; `null` where there is none. */
  readonly amounts: readonly (string | null)[];
  readonly total: string;
  /** Whether something is missing of the person in that year, so that more may be due. */
  readonly incomplete: boolean;
}
