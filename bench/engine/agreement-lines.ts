import { count } from '../telling.ts';
import type { Agreement, EngineResults } from './results.ts';

/** A line for every implementation that was compared with the yardstick. */
export function agreementLines({ sizes, peers }: EngineResults): string[] {
  return [
    ...sizes.flatMap(({ runs }) => runs.map(({ agreement }) => agreementLine('the engine', agreement))),
    ...peers.map(({ name, agreement }) => agreementLine(name, agreement)),
  ];
}

/** How far one implementation agrees with the yardstick. */
export function agreementLine(name: string, { teachers, otherAmount, otherMissing, otherTotals }: Agreement): string {
  return `${name}: of ${count(teachers)} teachers ${otherAmount} come to another sum, of ${otherMissing} something else is missing; ${otherTotals} totals differ`;
}
