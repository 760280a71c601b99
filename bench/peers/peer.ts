import { ALLOWANCES, MISSING } from '../limit/limit-rows.mjs';
import type { Facts, Run } from './runs.ts';

/** The result of a peer for the facts of a run of months, in fen. */
export interface Outcome {
  /** In the order of `ALLOWANCES`: a month, or for studio and recruitment once a year. */
  readonly fen: readonly number[];
  /** Bits of `MISSING`. */
  readonly missing: number;
}

/** A rule engine with the policy written in its language. */
export interface Peer {
  readonly name: string;
  /** The package with its version. */
  readonly version: string;
  /** How the rules are written, in a sentence. */
  readonly how: string;
  /** The number of teachers that it is measured with. */
  readonly teachers: number;
  /** The outcome for each set of facts, in order. */
  judge(facts: readonly Facts[]): Promise<readonly Outcome[]> | readonly Outcome[];
}

/** The index of an allowance in an outcome. */
export function placeOf(allowance: string): number {
  const place = ALLOWANCES.indexOf(allowance);
  if (place < 0) throw new Error(`no allowance ${allowance}`);
  return place;
}

/** The bit of a missing input of an allowance. */
export function missingBit(allowance: string, lack: string): number {
  const bit = MISSING.findIndex(([one, other]) => one === allowance && other === lack);
  if (bit < 0) throw new Error(`${allowance} cannot lack ${lack}`);
  return 1 << bit;
}

const [HOST, RUNNING, TALENT] = [placeOf('studio-host'), placeOf('studio-running'), placeOf('talent')];
const TEN_MONTHS = new Set(['backbone', 'master', 'meal', 'transport']);
const IS_TEN_MONTHS = ALLOWANCES.map((id) => TEN_MONTHS.has(id));
/** The inputs that can be missing only in a month in which the ten-month allowances pay. */
const TEN_MONTHS_LACKS = MISSING.reduce((bits, [allowance], bit) => (TEN_MONTHS.has(allowance) ? bits | (1 << bit) : bits), 0);

/** The year of some teachers, in fen. */
export class Sums {
  readonly personal: Float64Array;
  readonly missing: Uint16Array;
  readonly totals = new Float64Array(ALLOWANCES.length);
  readonly #hosted: Uint8Array;

  constructor(teachers: number) {
    this.personal = new Float64Array(teachers);
    this.missing = new Uint16Array(teachers);
    this.#hosted = new Uint8Array(teachers);
  }

  /** Adds a run of a teacher. */
  add(teacher: number, { months, tenMonths, isRecruited }: Run, { fen, missing }: Outcome): void {
    for (let place = 0; place < fen.length; place++) {
      const rate = fen[place] as number;
      if (rate === 0) continue;
      let times = IS_TEN_MONTHS[place] ? tenMonths : months;
      if (place === TALENT) times = isRecruited ? 1 : 0;
      else if (place === HOST || place === RUNNING) times = this.#hosted[teacher] === 0 ? 1 : 0;
      this.totals[place] = (this.totals[place] as number) + rate * times;
      if (place !== RUNNING) this.personal[teacher] = (this.personal[teacher] as number) + rate * times;
    }
    if (fen[HOST] !== 0) this.#hosted[teacher] = 1;
    this.missing[teacher] = (this.missing[teacher] as number) | (tenMonths > 0 ? missing : missing & ~TEN_MONTHS_LACKS);
  }
}
