/** A teacher as a request has it. */
export interface Teacher {
  readonly id: string;
  readonly [fact: string]: unknown;
}
export declare const YEAR: number;
export declare function population(n: number, seed?: number): Teacher[];
