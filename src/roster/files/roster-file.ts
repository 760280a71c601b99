import type * as z from 'zod';
import type { Dictionary } from '../../facts/dictionary.ts';
import type { TeacherRecord } from '../../facts/teacher-schema.ts';
import { type RosterImport, unreadable } from '../cells/roster-import.ts';
import type { Mapping } from '../columns/mapping.ts';
import { type MappingHints, suggestMapping } from '../columns/suggest.ts';
import { readRoster } from '../people/roster.ts';
import { noHeader } from '../people/sheet-faults.ts';
import type { Work } from '../sheet/progress.ts';
import { isRefusal, type Refusal } from '../sheet/refusal.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { type Opened, openWorkbook, readSheet } from './open.ts';
import { lookIntoOthers, type OtherSheet } from './other-sheets.ts';

/** A roster file, imported by the suggestions. */
export interface RosterFile {
  readonly opened: Opened;
  readonly sheet: Sheet;
  /** `null` if no header row was found; the import has that fault. */
  readonly mapping: Mapping | null;
  /** Sheets that were not read. */
  readonly others: readonly OtherSheet[];
  readonly imported: RosterImport;
}

/**
 * Imports a roster file in one go, accepting every suggestion: the sheet and the meanings of its columns.
 *
 * @param bytes `.xlsx` or CSV
 * @param schema what a teacher must be: `teacherSchema(dictionary, required)`
 * @param needed the facts that a rule may read, see `readRoster`
 */
export function* readRosterFile(
  bytes: Uint8Array,
  dictionary: Dictionary,
  schema: z.ZodType<TeacherRecord>,
  hints: MappingHints = {},
  needed?: ReadonlySet<string>,
): Work<RosterFile | Refusal> {
  const opened = yield* openWorkbook(bytes, dictionary);
  if (isRefusal(opened)) return opened;
  const sheet = yield* readSheet(opened, opened.suggested);
  if (isRefusal(sheet)) return sheet;
  const mapping = suggestMapping(sheet, dictionary, hints);
  const others = yield* lookIntoOthers(opened, opened.suggested, mapping, dictionary, hints.remembered);
  if (!mapping) return { opened, sheet, mapping, others, imported: unreadable([noHeader()]) };
  return { opened, sheet, mapping, others, imported: yield* readRoster([{ sheet, mapping }], dictionary, schema, needed) };
}
