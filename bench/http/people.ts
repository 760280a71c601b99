import { limitRows, type Rows } from '../limit/limit-rows.mjs';
import { population, type Teacher } from '../limit/population.mjs';

/** Bytes of a piece of a stream. */
const PIECE = 64 * 1024;

/** The results of the engine's yardstick for teachers, in their order. */
export interface Expected {
  readonly ids: readonly string[];
  readonly rows: Rows;
}

/** Teachers of the yardstick's population, and their results. */
export function peopleOf(teachers: number): { people: readonly Teacher[]; expected: Expected } {
  const people = population(teachers);
  return { people, expected: { ids: people.map(({ id }) => id), rows: limitRows(people) } };
}

/** The same as lines of JSON, in pieces that do not end with a line. */
export function linesOf(people: readonly Teacher[]): Buffer[] {
  const pieces: Buffer[] = [];
  let held = '';
  for (const person of people) {
    held += `${JSON.stringify(person)}\n`;
    while (held.length >= PIECE) {
      pieces.push(Buffer.from(held.slice(0, PIECE)));
      held = held.slice(PIECE);
    }
  }
  pieces.push(Buffer.from(held));
  return pieces;
}
