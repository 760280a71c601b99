import type { Dictionary } from '../../facts/dictionary.ts';
import { IGNORED } from '../cells/meaning.ts';
import type { Mapping, RememberedColumns } from '../columns/mapping.ts';
import { suggestMapping } from '../columns/suggest.ts';
import { rowJudge } from '../people/skip.ts';
import type { Work } from '../sheet/progress.ts';
import { isRefusal } from '../sheet/refusal.ts';
import { type Opened, readSheet } from './open.ts';

/** A visible sheet that has a header and was not read. */
export interface OtherSheet {
  readonly name: string;
  /** How many rows are about people. */
  readonly people: number;
  /** Whether its columns mean the same as those of the imported sheet, so that it most likely has more people of the same roster. */
  readonly isAlike: boolean;
}

/**
 * Looks into the sheets of a file that were not read, so that people in them are not left out silently.
 *
 * @param index of the imported sheet, with its mapping
 */
export function* lookIntoOthers(
  opened: Opened,
  index: number,
  mapping: Mapping | null,
  dictionary: Dictionary,
  remembered: RememberedColumns = {},
): Work<OtherSheet[]> {
  const others: OtherSheet[] = [];
  for (const [at, { name, isHidden, hasHeader }] of opened.sheets.entries()) {
    if (at === index || isHidden || !hasHeader) continue;
    const sheet = yield* readSheet(opened, at);
    const own = isRefusal(sheet) ? null : suggestMapping(sheet, dictionary, { remembered });
    if (isRefusal(sheet) || !own) continue;
    const judge = rowJudge(sheet, own);
    const people = sheet.rows.filter((row) => row.number > own.bottom && judge(row) === null).length;
    others.push({ name, people, isAlike: mapping !== null && meaningsOf(own) === meaningsOf(mapping) });
  }
  return others;
}

function meaningsOf({ columns }: Mapping): string {
  return columns
    .map(({ meaning }) => meaning)
    .filter((meaning) => meaning !== IGNORED)
    .sort()
    .join(' ');
}
