import type { Dictionary } from '../../facts/dictionary.ts';
import { amountNote, titlesAround } from '../cells/amounts.ts';
import { factOfMeaning, foldText, headerLookup, IGNORED, type Meaning, SPECIAL_MEANINGS } from '../cells/meaning.ts';
import type { Sheet } from '../sheet/sheet.ts';
import { guessByValues } from './guess.ts';
import { findHeader, type HeaderCell, readHeader } from './header.ts';
import { type GuessedColumn, keysOf, type MappedColumn, type Mapping, type RememberedColumns, withIds } from './mapping.ts';
import { sampleColumns } from './samples.ts';

/** What is known apart from the sheet. */
export interface MappingHints {
  /** What was chosen before, see {@link rememberColumns}. */
  readonly remembered?: RememberedColumns;
  /** The row of the header, if a person has chosen it. */
  readonly headerRow?: number;
}

/**
 * Suggests the meanings of the columns of a sheet: by earlier choices for the same header, by the header, by the values.
 *
 * Staff numbers come from the rows if no column has them and identity cards tell people apart.
 *
 * @returns `null` if no header row was found
 */
export function suggestMapping(sheet: Sheet, dictionary: Dictionary, { remembered = {}, headerRow }: MappingHints = {}): Mapping | null {
  const known = headerLookup(dictionary);
  const keyed = new Map(Object.entries(remembered).filter(([, meaning]) => isMeaning(meaning, dictionary)));
  const lookup = (header: string) => {
    const found = known(header);
    const meaning = found ? undefined : keyed.get(foldText(header));
    return meaning === undefined ? found : { meaning, rank: 0 };
  };
  const header = headerRow === undefined ? findHeader(sheet, dictionary, lookup) : readHeader(sheet, headerRow, known);
  if (!header) return null;
  const titles = titlesAround(sheet, header.top);
  const guessed = withRemembered(byHeaders(header.cells), keyed).map((column) => withAmount(column, titles, dictionary));
  const columns = guessByValues(guessed, sampleColumns(sheet, header), dictionary);
  const { top, bottom, width } = header;
  return withIds({ top, bottom, width, columns, ids: 'column' });
}

/**
 * A mapping under other rules: what was read keeps its meaning where the dictionary still has it, and the other columns are guessed anew.
 *
 * @param before of the same sheet
 */
export function adaptMapping(sheet: Sheet, before: Mapping, dictionary: Dictionary, remembered: RememberedColumns): Mapping {
  const guesses = suggestMapping(sheet, dictionary, { remembered, headerRow: before.top })?.columns ?? [];
  const stays = ({ meaning, by }: MappedColumn) => by !== 'none' && isMeaning(meaning, dictionary);
  const taken = new Set(before.columns.flatMap((column) => (stays(column) ? column.meaning : [])));
  const columns = before.columns.map((column): MappedColumn => {
    if (stays(column)) return column;
    const guess = guesses.find(({ index }) => index === column.index);
    return guess && !taken.has(guess.meaning) ? guess : { ...column, meaning: IGNORED, by: 'none' };
  });
  return { ...before, columns };
}

/** Of two headers for one meaning the better one holds. Two equally good ones both do, so that a person has to choose. */
function byHeaders(cells: readonly HeaderCell[]): GuessedColumn[] {
  const best = new Map<Meaning, number>();
  for (const { found } of cells) if (found) best.set(found.meaning, Math.min(found.rank, best.get(found.meaning) ?? found.rank));
  return cells.map(({ index, header, found }): GuessedColumn => {
    if (!found || found.rank !== best.get(found.meaning)) return { index, header, meaning: IGNORED, by: 'none' };
    return { index, header, meaning: found.meaning, by: 'header' };
  });
}

function withRemembered(columns: readonly GuessedColumn[], remembered: ReadonlyMap<string, Meaning>): GuessedColumn[] {
  const keys = keysOf(columns);
  const chosen = columns.map((_, at) => remembered.get(keys[at] as string));
  return columns.map((column, at): GuessedColumn => {
    const meaning = chosen[at];
    if (meaning !== undefined) return { ...column, meaning, by: 'remembered' };
    // A meaning chosen for one column is not guessed for another.
    const isTaken = column.meaning !== IGNORED && chosen.includes(column.meaning);
    return isTaken ? { ...column, meaning: IGNORED, by: 'none' } : column;
  });
}

/** What the sheet says about amounts. An amount for a year or a term is never guessed to be monthly. */
function withAmount(column: GuessedColumn, titles: readonly string[], dictionary: Dictionary): GuessedColumn {
  const amount = amountNote(column.header, titles);
  if (amount === null) return column;
  const isGuess = column.by === 'header' && dictionary.byId.get(column.meaning)?.type === 'money';
  if (!isGuess || !amount.isOtherPeriod) return { ...column, amount };
  return { ...column, amount, meaning: IGNORED, by: 'none', refused: column.meaning };
}

function isMeaning(meaning: unknown, dictionary: Dictionary): meaning is Meaning {
  return typeof meaning === 'string' && (SPECIAL_MEANINGS.includes(meaning) || factOfMeaning(meaning, dictionary) !== undefined);
}
