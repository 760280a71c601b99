import { headersNotRead } from '../../roster/mapping.ts';
import { notesOf } from '../../roster/notes.ts';
import { yearOfRoster } from '../../roster/year.ts';
import { type RosterSummary, SUMMARY_SHAPE } from '../compute.ts';
import type { RosterFile } from './roster-file.ts';

/** What the page shows of a roster file; its people stay here. */
export function summaryOf(roster: number, { opened, sheet, parts, reading, mapping }: RosterFile): RosterSummary {
  const [own] = parts;
  return {
    shape: SUMMARY_SHAPE,
    roster,
    people: reading.teachers.length,
    faults: reading.faults,
    faultyRows: reading.faultyRows.length,
    unmapped: mapping ? headersNotRead(mapping) : [],
    notes: own ? notesOf({ opened, sheet: own.sheet, mapping }) : [],
    namedYear: own ? yearOfRoster(titlesOf(own), own.sheet.name, '') : null,
    layout: { sheets: opened.sheets, sheet, mapping, skipped: reading.skipped, mended: parts.length - 1 },
  };
}

/** The lines above the header. */
function titlesOf({ sheet, mapping }: RosterFile['parts'][number]): string[] {
  return mapping ? sheet.rows.filter(({ number }) => number < mapping.top).map(({ cells }) => cells.filter(Boolean).join(' ')) : [];
}
