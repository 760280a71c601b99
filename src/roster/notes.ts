import type { RosterFile } from './roster-file.ts';

/**
 * What a person should know of a file that was read, beyond its people and faults:
 *
 * - `other-sheets`: visible sheets with a header row that were not read; `hidden-sheets`, never read unasked.
 * - `hidden-rows`: rows that a filter hides, for example; they were read.
 * - `macros`: not read, not run.
 * - `row-ids`: staff numbers were made of rows.
 */
export const NOTE_CODES = ['other-sheets', 'hidden-sheets', 'hidden-rows', 'macros', 'row-ids'] as const;

export interface RosterNote {
  readonly code: (typeof NOTE_CODES)[number];
  /** `sheet`: the one that was read; `names`: of the others; `count`. */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** What to tell of a file. */
export function notesOf({ opened, sheet, mapping }: Pick<RosterFile, 'opened' | 'sheet' | 'mapping'>): RosterNote[] {
  const others = opened.sheets.filter(({ name, hasHeader }) => hasHeader && name !== sheet.name).map(({ name }) => name);
  const hidden = opened.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const notes: RosterNote[] = [];
  if (others.length > 0) notes.push({ code: 'other-sheets', params: { sheet: sheet.name, names: others } });
  if (hidden.length > 0) notes.push({ code: 'hidden-sheets', params: { names: hidden } });
  if (sheet.hiddenRows > 0) notes.push({ code: 'hidden-rows', params: { count: sheet.hiddenRows } });
  if (opened.hasMacros) notes.push({ code: 'macros', params: {} });
  if (mapping?.ids === 'rows') notes.push({ code: 'row-ids', params: {} });
  return notes;
}
