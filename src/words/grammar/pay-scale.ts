/** A scale of pay steps (薪级工资标准) in force. */
export interface PayScale {
  readonly id: string;
  /** Fen a month of each step that the scale gives. */
  readonly steps: ReadonlyMap<number, number>;
  /** Its last step, above which there is none. */
  readonly last: number;
}
