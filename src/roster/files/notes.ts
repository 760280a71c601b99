import { type Dictionary, factOf } from '../../facts/dictionary.ts';
import type { PlaceTown } from '../../facts/place.ts';
import { formatFen, parseYuan } from '../../money/fen.ts';
import { factOfMeaning, IGNORED } from '../cells/meaning.ts';
import { CELL_NOTES, type CellNote, type RosterImport } from '../cells/roster-import.ts';
import type { Mapping } from '../columns/mapping.ts';
import { alikeIds, alikePlaces } from '../people/alike.ts';
import { unreadRemarks } from '../people/unread-remarks.ts';
import type { OtherSheet } from './other-sheets.ts';
import type { RosterFile } from './roster-file.ts';

/**
 * What a person should know about an imported file, beyond its people and faults:
 *
 * - `sheets-alike`: visible sheets with the same columns that were not read; `other-sheets`: with other columns; `hidden-sheets`, never
 *   read
 *   unasked.
 * - `hidden-rows`: rows that a filter hides, for example; they were read.
 * - `macros`: not read, not run.
 * - `row-ids`: staff numbers were made of rows.
 * - `other-period`: a column of amounts of another time than a month, not read; `other-period-read`: read, as a person chose.
 * - `not-its-values`: a column whose cells are about something else than its header means.
 * - `unused`: columns that were read and that no rule uses.
 * - `telling`: a column that was not read and says of people that they left, were moved or are not paid; `remarks`, one of remarks,
 *   whatever they
 *   say; `telling-names`, beside their names; `telling-columns`, columns that by their headers may; `section`, a line above people that
 *   does; `below`,
 *   a line below all. `header-time`: a column that was read for the whole year, and has a part of a year in its header.
 * - `ids-alike`, `places-alike`: staff numbers, and places of the policy, that differ only in how they are written; they count as others.
 * - `comments`: notes that hang on cells; they were not read. `struck-rows`: rows with something struck out; they were.
 * - `away`: people who left before arriving, and so are taken to have been away.
 * - `village-alone`: people of whom the village is given and not the town, so that nobody can tell where it is.
 * - `amounts-small`, `amounts-large`: amounts of a column that are not what people are paid in a month, but perhaps in another unit or in
 *   a year.
 * - `arrived`, `left`: a day of arrival or of leaving that many people have, which says from when and until when they are paid.
 * - and those of cells, see `CELL_NOTES`.
 */
export const NOTE_CODES = [
  'sheets-alike',
  'other-sheets',
  'hidden-sheets',
  'hidden-rows',
  'struck-rows',
  'macros',
  'comments',
  'row-ids',
  'other-period',
  'other-period-read',
  'not-its-values',
  'unused',
  'telling',
  'remarks',
  'telling-names',
  'telling-columns',
  'section',
  'below',
  'header-time',
  'ids-alike',
  'places-alike',
  'away',
  'village-alone',
  'amounts-small',
  'amounts-large',
  'arrived',
  'left',
  ...CELL_NOTES,
] as const;

export interface RosterNote {
  readonly code: (typeof NOTE_CODES)[number];
  /**
   * `sheet`: the one that was read; `names`: of the others, with `people` in each; `count`; `column` by its header, `index` by its place,
   * `columns`; what `as`.
   */
  readonly params: Readonly<Record<string, string | number | readonly string[]>>;
}

/** These are reported whatever the rules are: identity, and what people are grouped by. */
const NEVER_UNUSED: readonly string[] = ['id', 'name', 'school', 'stage', 'area', 'post', 'town', 'village'];
const COMMENTS_SHOWN = 3;
/** A date shared by more people than this number and this share of all may mean something else than their own arrival or leaving. */
const MANY_PEOPLE = 5;
const MANY_OF_ALL = 0.1;

/**
 * The notes on a file.
 *
 * @param needed the facts that a rule may read; without them, unused columns are not reported
 * @param places the lists of places of the policy
 */
export function notesOf(
  { opened, sheet, mapping, others, imported }: Pick<RosterFile, 'opened' | 'sheet' | 'mapping' | 'others' | 'imported'>,
  dictionary: Dictionary,
  needed?: ReadonlySet<string>,
  places: readonly (readonly PlaceTown[])[] = [],
): RosterNote[] {
  const hidden = opened.sheets.filter(({ isHidden }) => isHidden).map(({ name }) => name);
  const notes: RosterNote[] = [
    ...noteOthers(
      'sheets-alike',
      sheet.name,
      others.filter(({ isAlike }) => isAlike),
    ),
    ...(mapping
      ? [
          ...notesOfAmounts(mapping, dictionary),
          ...notesOfDays(mapping, imported),
          ...notesOfSizes(mapping, imported, dictionary),
          ...noteOfVillages(imported),
          ...noteOfAbsences(imported),
          ...unreadRemarks(mapping, sheet, imported, dictionary),
          ...alikeIds(imported.teachers),
          ...alikePlaces(imported.teachers, places),
        ]
      : []),
    ...imported.notes.filter(({ code }) => code !== 'dash').map(noteOfCells),
    ...noteOfStrokes(imported.notes.filter(({ code }) => code === 'dash')),
    ...noteOthers(
      'other-sheets',
      sheet.name,
      others.filter(({ isAlike }) => !isAlike),
    ),
  ];
  if (hidden.length > 0) notes.push({ code: 'hidden-sheets', params: { names: hidden } });
  if (sheet.hiddenRows > 0) notes.push({ code: 'hidden-rows', params: { count: sheet.hiddenRows } });
  const { struckRows = 0, comments = [] } = sheet;
  if (struckRows > 0) notes.push({ code: 'struck-rows', params: { count: struckRows } });
  if (comments.length > 0) notes.push({ code: 'comments', params: { count: comments.length, texts: comments.slice(0, COMMENTS_SHOWN) } });
  if (opened.hasMacros) notes.push({ code: 'macros', params: {} });
  if (mapping?.ids === 'rows') notes.push({ code: 'row-ids', params: {} });
  const leftOut = imported.notes.flatMap(({ code, column }) => (code === 'not-needed' ? [column] : []));
  const unused = mapping && needed ? unusedColumns(mapping, dictionary, needed).filter((column) => !leftOut.includes(column)) : [];
  if (unused.length > 0) notes.push({ code: 'unused', params: { columns: unused } });
  return notes;
}

function noteOthers(code: 'sheets-alike' | 'other-sheets', sheet: string, others: readonly OtherSheet[]): RosterNote[] {
  if (others.length === 0) return [];
  return [{ code, params: { sheet, names: others.map(({ name }) => name), people: others.map(({ people }) => String(people)) } }];
}

function notesOfAmounts({ columns }: Mapping, dictionary: Dictionary): RosterNote[] {
  return columns.flatMap(({ header: column, meaning, by, amount, refused }): RosterNote[] => {
    if (amount?.isOtherPeriod && by !== 'none' && dictionary.byId.get(meaning)?.type === 'money') {
      return [{ code: 'other-period-read', params: { column } }];
    }
    if (refused === undefined || by !== 'none') return [];
    const as = factOf(dictionary, refused).label.zh;
    return [{ code: amount?.isOtherPeriod ? 'other-period' : 'not-its-values', params: { column, as } }];
  });
}

function notesOfDays({ columns }: Mapping, { teachers }: RosterImport): RosterNote[] {
  const days = [
    ['arrived', 'arrivedOn'],
    ['left', 'leftOn'],
  ] as const;
  return days.flatMap(([code, fact]): RosterNote[] => {
    const column = columns.find(({ meaning }) => meaning === fact);
    const count = teachers.filter(({ record }) => record[fact] !== undefined).length;
    if (!column || count < MANY_PEOPLE || count <= teachers.length * MANY_OF_ALL) return [];
    return [{ code, params: { column: column.header, index: column.index, count } }];
  });
}

function noteOfVillages({ teachers }: RosterImport): RosterNote[] {
  const count = teachers.filter(({ record: { town, village } }) => village !== undefined && town === undefined).length;
  return count === 0 ? [] : [{ code: 'village-alone', params: { count } }];
}

/** Monthly amounts, in fen, below or from which they are more likely in another unit, or for a year. */
const LEAST_LIKELY_FEN = 1_000;
const MOST_LIKELY_FEN = 3_000_000;

/** Notes implausible monthly amounts: 0.35 may be in 万元, 96000 for a year. A unit chosen by a person is not questioned. */
function notesOfSizes({ columns }: Mapping, { teachers }: RosterImport, dictionary: Dictionary): RosterNote[] {
  return columns.flatMap(({ header: column, meaning, amount }): RosterNote[] => {
    if (dictionary.byId.get(meaning)?.type !== 'money' || amount?.by === 'chosen') return [];
    const amounts = teachers.flatMap(({ record }) => fenOfYuan(record[meaning]) ?? []).filter((fen) => fen > 0);
    const small = amounts.filter((fen) => fen < LEAST_LIKELY_FEN);
    const large = amounts.filter((fen) => fen >= MOST_LIKELY_FEN);
    const noteOf = (code: RosterNote['code'], odd: readonly number[]): RosterNote[] =>
      odd.length === 0 ? [] : [{ code, params: { column, count: odd.length, example: formatFen(odd[0] as number) } }];
    return [...noteOf('amounts-small', small), ...noteOf('amounts-large', large)];
  });
}

function fenOfYuan(value: unknown): number | null {
  return typeof value === 'string' ? parseYuan(value) : null;
}

/** People who left before arriving are taken to have been away in between; a typing error would look the same. */
function noteOfAbsences({ teachers }: RosterImport): RosterNote[] {
  const away = teachers.filter(
    ({ record: { arrivedOn, leftOn } }) => typeof arrivedOn === 'string' && typeof leftOn === 'string' && leftOn < arrivedOn,
  );
  return away.length === 0 ? [] : [{ code: 'away', params: { count: away.length } }];
}

function noteOfCells({ code, column, count, cells, params }: CellNote): RosterNote {
  return { code, params: { column, count, cells, ...params } };
}

/** A sheet with dashes has them in many columns, so all are reported in one note. */
function noteOfStrokes(notes: readonly CellNote[]): RosterNote[] {
  if (notes.length === 0) return [];
  const texts = [...new Set(notes.flatMap(({ params }) => params.text ?? []))];
  const count = notes.reduce((sum, note) => sum + note.count, 0);
  return [{ code: 'dash', params: { columns: notes.map(({ column }) => column), texts, count } }];
}

function unusedColumns({ columns }: Mapping, dictionary: Dictionary, needed: ReadonlySet<string>): string[] {
  return columns.flatMap(({ header, meaning, filled }) => {
    const fact = meaning === IGNORED ? undefined : factOfMeaning(meaning, dictionary);
    return fact && filled > 0 && !needed.has(fact.id) && !NEVER_UNUSED.includes(fact.id) ? [header] : [];
  });
}
