/** The payroll of a school for a month. */
export interface PayrollQuery {
  /** `null` for people whose school is not known. */
  readonly school: string | null;
  /** 0 to 11. */
  readonly month: number;
  /** The items that may appear, in order. */
  readonly allowances: readonly string[];
}

/** Who is paid in a month, in the order of the roster; amounts are yuan as on the wire. */
export interface Payroll {
  /** The items that at least one person is paid. */
  readonly items: readonly { readonly allowance: string; readonly amount: string }[];
  readonly rows: readonly PayrollRow[];
  readonly total: string;
  /** People employed there in that month who have no amount in it and have missing inputs. */
  readonly open: readonly PaidPerson[];
}

export interface PaidPerson {
  readonly id: string;
  readonly name: string | null;
}

export interface PayrollRow extends PaidPerson {
  /** One for each item; `null` if there is none. */
  readonly amounts: readonly (string | null)[];
  readonly total: string;
  /** Whether the person has missing inputs in that year, so that more may be due. */
  readonly incomplete: boolean;
}
