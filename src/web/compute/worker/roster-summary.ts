import type { Policy } from '../../../policy/policy.ts';
import { headersNotRead, type MappedColumn, type Mapping } from '../../../roster/columns/mapping.ts';
import { privateColumns } from '../../../roster/columns/private-columns.ts';
import { notesOf } from '../../../roster/files/notes.ts';
import { yearOfRoster } from '../../../roster/people/year.ts';
import { type RosterSummary, SUMMARY_SHAPE } from '../protocol/orders.ts';
import { neededFacts } from './needed-facts.ts';
import type { RosterFile } from './roster-file.ts';

/** What the page shows of a roster file; the people stay with the worker. */
export function summaryOf(roster: number, file: RosterFile, policy: Policy): RosterSummary {
  const { opened, sheet, parts, others, imported, mapping } = file;
  const [own] = parts;
  const hidden = own?.mapping ? privateColumns(own.sheet, own.mapping) : [];
  return {
    shape: SUMMARY_SHAPE,
    roster,
    people: imported.teachers.length,
    faults: imported.faults,
    faultyRows: imported.faultyRows.length,
    unmapped: mapping ? headersNotRead(mapping) : [],
    notes: own
      ? notesOf({ opened, sheet: own.sheet, mapping, others, imported }, policy.dictionary, neededFacts(policy), placesOf(policy))
      : [],
    namedYear: own ? yearOfRoster(titlesOf(own), own.sheet.name, '') : null,
    privateColumns: hidden.map(({ header }) => header),
    layout: {
      sheets: opened.sheets,
      sheet,
      mapping: mapping && withoutSamples(mapping, hidden),
      skipped: imported.skipped,
      mended: parts.length - 1,
    },
  };
}

/** The lines above the header. */
function titlesOf({ sheet, mapping }: RosterFile['parts'][number]): string[] {
  return mapping ? sheet.rows.filter(({ number }) => number < mapping.top).map(({ cells }) => cells.filter(Boolean).join(' ')) : [];
}

/** The contents of columns of identity cards and bank accounts are not shown, and so not stored either. */
function withoutSamples(mapping: Mapping, hidden: readonly MappedColumn[]): Mapping {
  const indexes = new Set(hidden.map(({ index }) => index));
  return { ...mapping, columns: mapping.columns.map((column) => (indexes.has(column.index) ? { ...column, samples: [] } : column)) };
}

/** The lists of places that the rules use. */
const placesOf = ({ document }: Policy) => Object.values(document.places).map(({ towns }) => towns);
