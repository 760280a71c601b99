import type { Dictionary } from '../../../facts/dictionary.ts';
import { writeInSteps } from '../../../roster/xlsx/write.ts';
import type { WorkbookOrder } from '../protocol/export.ts';
import { finishAtPace } from './finish-at-pace.ts';
import type { KeptRun } from './kept-run.ts';
import type { Pace } from './pace.ts';
import { peopleSheet } from './people-rows.ts';

/** The most rows of an Excel sheet. */
const MOST_ROWS = 1_048_576;

/**
 * Writes the workbook of a run.
 *
 * @returns `too-many` if the people do not fit into a sheet
 * @throws CancelledError if it was cancelled
 */
export async function exportRun(
  run: KeptRun,
  dictionary: Dictionary,
  { before, people, after }: WorkbookOrder,
  pace: Pace,
): Promise<ArrayBuffer | 'too-many'> {
  const sheet = peopleSheet(run, dictionary, people);
  // A header and a total are added to the people.
  if (sheet.rowCount + 2 > MOST_ROWS) return 'too-many';
  return (await finishAtPace(writeInSteps([...before, sheet, ...after], sheet.rowCount), pace)).buffer;
}
