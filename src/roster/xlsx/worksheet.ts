import type { Work } from '../sheet/progress.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { CommentsListener } from './comments.ts';
import { readXmlPart } from './part.ts';
import { SheetListener } from './sheet-listener.ts';
import type { Workbook, WorkbookSheet } from './workbook.ts';

/**
 * Reads the cells of a sheet.
 *
 * @param rows as many rows as are needed; merges come after the rows, so that a part of the rows has none
 * @throws RefusedFileError `too-many-rows`, `too-many-columns`, and as `readXmlPart` does
 */
export function* readWorksheet(workbook: Workbook, { name, part, comments }: WorkbookSheet, rows = Number.POSITIVE_INFINITY): Work<Sheet> {
  const listener = new SheetListener(workbook);
  yield* readXmlPart(workbook.file, part, listener, 'read', () => listener.rows.length >= rows);
  const merges = listener.merges.sort((a, b) => a.top - b.top || a.left - b.left);
  const { hiddenRows, struckRows } = listener;
  const notes = new CommentsListener();
  if (comments && rows === Number.POSITIVE_INFINITY) yield* readXmlPart(workbook.file, comments, notes);
  return { format: 'xlsx', name, rows: listener.rows, merges, malformed: [], hiddenRows, struckRows, comments: notes.texts };
}
