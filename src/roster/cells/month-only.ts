import type { CellKind } from '../sheet/sheet.ts';
import { CellFault } from './cell-value.ts';
import { readDate, readMonth } from './dates.ts';
import type { Meaning } from './meaning.ts';
import { cleanText } from './values.ts';

/** The facts that give the month for what the days of arrival and leaving give as a day. */
const MONTHS_OF: ReadonlyMap<Meaning, string> = new Map([
  ['arrivedOn', 'employedFrom'],
  ['leftOn', 'employedTo'],
]);

/** A month of employment: the fact that it is, and the month, as `YYYY-MM`. */
export interface EmploymentMonth {
  readonly fact: string;
  readonly month: string;
}

/**
 * The month of a day of arrival or leaving that is known by its month only. Employment needs no more, and no day is made up.
 *
 * @returns `null` if the column is about something else, or the cell has a day, or no month
 */
export function employmentMonth(meaning: Meaning, text: string, kind: CellKind): EmploymentMonth | null {
  const fact = MONTHS_OF.get(meaning);
  const day = fact && readDate(cleanText(text));
  if (!fact || !(day instanceof CellFault) || day.code !== 'date-without-day') return null;
  const month = readMonth(cleanText(text), kind);
  return typeof month === 'string' ? { fact, month } : null;
}
